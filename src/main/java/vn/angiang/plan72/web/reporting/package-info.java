/** Pages of the reports: periods and who has reported, the sheet of a unit, consolidated figures, corrections, charts. */
@NullMarked
package vn.angiang.plan72.web.reporting;

import org.jspecify.annotations.NullMarked;
