/** The steps of {@code social-supervision.bpmn}. */
@NullMarked
package vn.angiang.plan72.feedback.workflow;

import org.jspecify.annotations.NullMarked;
