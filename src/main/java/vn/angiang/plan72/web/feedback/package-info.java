/** Pages of opinions: the public ones, which nobody signs in to, and the list for those who work on them. */
@NullMarked
package vn.angiang.plan72.web.feedback;

import org.jspecify.annotations.NullMarked;
