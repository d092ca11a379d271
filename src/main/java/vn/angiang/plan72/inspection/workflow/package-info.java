/** The named steps the models {@code inspectionPlan}, {@code inspection} and {@code areaWatch} call. */
@NullMarked
package vn.angiang.plan72.inspection.workflow;

import org.jspecify.annotations.NullMarked;
