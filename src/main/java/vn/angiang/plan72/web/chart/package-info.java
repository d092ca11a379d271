/**
 * Charts drawn on the server as SVG: no script, no library, no style of their own (classes in plan72.css, section
 * Charts). Pure functions: words come in, a text safe to print unescaped goes out. Each has the same figures as a
 * {@link vn.angiang.plan72.web.chart.DataTable} to stand beside it.
 */
@NullMarked
package vn.angiang.plan72.web.chart;

import org.jspecify.annotations.NullMarked;
