/** The steps of {@code household-review.bpmn} and {@code commune-review.bpmn}. */
@NullMarked
package vn.angiang.plan72.household.workflow;

import org.jspecify.annotations.NullMarked;
