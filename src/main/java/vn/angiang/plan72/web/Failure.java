package vn.angiang.plan72.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.angiang.plan72.shared.FieldError;

/**
 * A refused or failed request, ready to be said.
 *
 * @param reason words for this very case, or null for the general words of the status
 * @param errors mistakes in what was entered
 * @param reference number to find the failure in the log by, or null when nothing is wrong with the system
 */
public record Failure(HttpStatus status, @Nullable String reason, List<FieldError> errors, @Nullable String reference) {

    /** Statuses with words of their own; others borrow those of 400 or 500. */
    private static final List<Integer> WORDED = List.of(400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    static Failure of(HttpStatus status) {
        return new Failure(status, null, List.of(), null);
    }

    /** Message key prefix of the general words. */
    public String words() {
        int code = status.value();
        if (!WORDED.contains(code)) {
            code = status.is5xxServerError() ? 500 : 400;
        }
        return "error." + code;
    }
}
