/** The steps that every model may call. */
@NullMarked
package vn.angiang.plan72.flow.workflow;

import org.jspecify.annotations.NullMarked;
