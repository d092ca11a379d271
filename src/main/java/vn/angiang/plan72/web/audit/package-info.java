/** The journal, its verification, and the demo clock. */
@NullMarked
package vn.angiang.plan72.web.audit;

import org.jspecify.annotations.NullMarked;
