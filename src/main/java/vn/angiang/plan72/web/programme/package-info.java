/** The year's list of assignments on screen and as a workbook. */
@NullMarked
package vn.angiang.plan72.web.programme;

import org.jspecify.annotations.NullMarked;
