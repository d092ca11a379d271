/** Pages of the notices each person gets, and of the outgoing mail for administrators. */
@NullMarked
package vn.angiang.plan72.web.notice;

import org.jspecify.annotations.NullMarked;
