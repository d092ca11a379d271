/** Pages for modelers: processes and their versions, drafts, the editors, comparison. */
@NullMarked
package vn.angiang.plan72.web.modelling;

import org.jspecify.annotations.NullMarked;
