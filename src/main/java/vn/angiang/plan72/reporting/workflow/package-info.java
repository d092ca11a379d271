/** The named steps the models {@code reportingCycle}, {@code unitReport} and {@code communeReport} call. */
@NullMarked
package vn.angiang.plan72.reporting.workflow;

import org.jspecify.annotations.NullMarked;
