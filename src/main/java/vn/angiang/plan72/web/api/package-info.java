/**
 * The interface for programs, {@code /api/v1}: the same desk, lists and rules as the pages. Nothing may be done here that
 * cannot be done on a page. Errors are RFC 9457 problems; the description is at {@code /api/v1/openapi}.
 */
@NullMarked
package vn.angiang.plan72.web.api;

import org.jspecify.annotations.NullMarked;
