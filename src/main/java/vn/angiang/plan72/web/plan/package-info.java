/** The plan with the live state of each obligation. */
@NullMarked
package vn.angiang.plan72.web.plan;

import org.jspecify.annotations.NullMarked;
