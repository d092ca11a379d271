/** The steps of {@code modelRelease}. */
@NullMarked
package vn.angiang.plan72.modelling.workflow;

import org.jspecify.annotations.NullMarked;
