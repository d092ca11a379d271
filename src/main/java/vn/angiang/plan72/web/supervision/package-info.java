/** Pages of supervision: the leader's board, acts on many cases. */
@NullMarked
package vn.angiang.plan72.web.supervision;

import org.jspecify.annotations.NullMarked;
