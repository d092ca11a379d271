/** The officer's screens: inbox, task, receipt, cases. */
@NullMarked
package vn.angiang.plan72.web.work;

import org.jspecify.annotations.NullMarked;
