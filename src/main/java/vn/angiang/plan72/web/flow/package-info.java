/** The flows a person may start: what there is, opening a case, the cases of a flow. */
@NullMarked
package vn.angiang.plan72.web.flow;

import org.jspecify.annotations.NullMarked;
