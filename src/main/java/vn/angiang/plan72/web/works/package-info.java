/** Pages of small works: the year's works, and the list of a case with the log of community supervision. */
@NullMarked
package vn.angiang.plan72.web.works;

import org.jspecify.annotations.NullMarked;
