/** The steps of {@code household-review.bpmn}, {@code commune-review.bpmn} and {@code household-request.bpmn}. */
@NullMarked
package vn.angiang.plan72.household.workflow;

import org.jspecify.annotations.NullMarked;
