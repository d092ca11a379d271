/** What two versions of a model differ in, in words an official understands. */
@NullMarked
@NamedInterface("difference")
package vn.angiang.plan72.modelling.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
