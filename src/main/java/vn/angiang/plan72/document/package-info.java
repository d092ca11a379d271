/**
 * Attachments: checked by content, kept in the database in chunks, served so that a browser never runs them. A file is
 * PENDING while a form is being filled in (seen by its uploader only) and SEALED when the form is handed in. Knows cases,
 * for who may see what; knows neither tasks nor forms.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "casefile", "journal"})
package vn.angiang.plan72.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
