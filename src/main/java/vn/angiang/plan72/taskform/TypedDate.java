package vn.angiang.plan72.taskform;

import java.time.LocalDate;
import java.util.Optional;

/** Days as people type them, for pages outside a form. Same rules as the forms (docs/forms.md). */
public final class TypedDate {

    private TypedDate() {}

    /** {@code 05/03/2017}, {@code 5.3.2017} or {@code 2017-03-05}; empty when it cannot be read. */
    public static Optional<LocalDate> read(String typed) {
        return Inputs.date(typed);
    }
}
