package vn.angiang.plan72.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Turns exceptions into a status and words; logs only what is the system's own fault. */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    Failure of(Throwable problem, String where) {
        if (problem instanceof Refusal refusal) {
            return refused(refusal);
        }
        if (problem instanceof AccessDeniedException) {
            return Failure.of(HttpStatus.FORBIDDEN);
        }
        if (problem instanceof AuthenticationException) {
            return Failure.of(HttpStatus.UNAUTHORIZED);
        }
        if (problem instanceof OptimisticLockingFailureException
                || problem instanceof PessimisticLockingFailureException) {
            return Failure.of(HttpStatus.CONFLICT);
        }
        if (problem instanceof MaxUploadSizeExceededException) {
            return Failure.of(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        if (problem instanceof TypeMismatchException
                || problem instanceof HttpMessageNotReadableException
                || problem instanceof MultipartException
                || problem instanceof BindException) {
            Refusal refusal = refusalBehind(problem);
            return refusal != null ? refused(refusal) : misread(problem);
        }
        if (problem instanceof HttpMediaTypeNotAcceptableException) {
            return Failure.of(HttpStatus.NOT_ACCEPTABLE);
        }
        if (problem instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return Failure.of(known(response.getStatusCode()));
        }
        boolean overloaded =
                problem instanceof CannotCreateTransactionException || problem instanceof QueryTimeoutException;
        return broken(overloaded ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR, problem, where);
    }

    /** A fault of the system: logged with a number the reader is shown. */
    Failure broken(HttpStatus status, @Nullable Throwable problem, String where) {
        String reference = reference();
        LOG.error("Reference {}: {} failed with {}", reference, where, status.value(), problem);
        return new Failure(status, null, List.of(), null, reference);
    }

    private Failure refused(Refusal refusal) {
        String reason =
                messages.getMessage(refusal.messageKey(), refusal.arguments(), null, LocaleContextHolder.getLocale());
        if (reason == null) {
            LOG.warn("No words for {}", refusal.messageKey());
        }
        return new Failure(
                HttpStatus.valueOf(refusal.status()),
                reason,
                refusal instanceof Refusal.BadInput input ? input.errors() : List.of(),
                refusal instanceof Refusal.BadInput ? null : refusal.messageKey(),
                null);
    }

    /** A refusal raised while the request was read, e.g. because it grew too large. */
    private static @Nullable Refusal refusalBehind(Throwable problem) {
        for (Throwable t = problem.getCause(); t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    /** Names the parameter or the place in the JSON that could not be read, where that is known. */
    private Failure misread(Throwable problem) {
        String field = null;
        if (problem instanceof MethodArgumentTypeMismatchException mismatch) {
            field = mismatch.getName();
        } else if (problem.getCause() instanceof JsonMappingException mapping) {
            field = mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
        }
        if (field == null || field.isEmpty()) {
            return Failure.of(HttpStatus.BAD_REQUEST);
        }
        String words = messages.getMessage("web.api.error.parameter", null, LocaleContextHolder.getLocale());
        return new Failure(HttpStatus.BAD_REQUEST, null, List.of(new FieldError(field, words)), null, null);
    }

    private static HttpStatus known(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.BAD_REQUEST : status;
    }

    private static String reference() {
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
