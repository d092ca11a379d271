/** Pages of the household review: sums for those who may see them, households for their commune alone. */
@NullMarked
package vn.angiang.plan72.web.household;

import org.jspecify.annotations.NullMarked;
