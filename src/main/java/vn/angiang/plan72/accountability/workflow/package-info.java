/** The named steps the model {@code accountability} calls. */
@NullMarked
package vn.angiang.plan72.accountability.workflow;

import org.jspecify.annotations.NullMarked;
