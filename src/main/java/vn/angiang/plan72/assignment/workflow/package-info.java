/** The named steps the models {@code assignment} and {@code programmeYear} call. */
@NullMarked
package vn.angiang.plan72.assignment.workflow;

import org.jspecify.annotations.NullMarked;
