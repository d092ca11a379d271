/** Pages of accountability, for those who must know: the cases, the evidence of one, its letters. Each look is recorded. */
@NullMarked
package vn.angiang.plan72.web.accountability;

import org.jspecify.annotations.NullMarked;
