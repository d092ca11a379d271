/** Charts drawn on the server as SVG: no script, no library, each with the same figures as a table beside it. */
@NullMarked
package vn.angiang.plan72.web.chart;

import org.jspecify.annotations.NullMarked;
