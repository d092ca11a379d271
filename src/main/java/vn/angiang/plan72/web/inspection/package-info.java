/** Pages of inspection: the yearly plan, inspections and their files, references, areas that are watched. */
@NullMarked
package vn.angiang.plan72.web.inspection;

import org.jspecify.annotations.NullMarked;
