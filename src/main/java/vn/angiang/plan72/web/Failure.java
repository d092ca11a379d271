package vn.angiang.plan72.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.angiang.plan72.shared.FieldError;

/**
 * A refused or failed request, ready to be said.
 *
 * @param reason words for this very case, or null for the general words of the status
 * @param errors mistakes in what was entered
 * @param code message key of a refusal: tells programs one refusal from another; null for the general ones
 * @param reference number to find the failure in the log by, or null when nothing is wrong with the system
 */
public record Failure(
        HttpStatus status,
        @Nullable String reason,
        List<FieldError> errors,
        @Nullable String code,
        @Nullable String reference) {

    /** Statuses with words of their own; others borrow those of 400 or 500. */
    private static final List<Integer> WORDED = List.of(400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    static Failure of(HttpStatus status) {
        return new Failure(status, null, List.of(), null, null);
    }

    /** Names the problem for programs: {@code urn:plan72:problem:worklist-task-held-by-other}. */
    URI type() {
        String name = code == null ? status.name() : code.replaceAll("([a-z])([A-Z])", "$1-$2");
        return URI.create("urn:plan72:problem:" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    /** Message key prefix of the general words for programs. */
    String apiWords() {
        return "web.api.problem." + (status == HttpStatus.NOT_ACCEPTABLE ? "406" : words().substring(6));
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
