package vn.angiang.plan72.shared;

import java.util.List;

/** An act the system refuses, with the HTTP status and the words to say so. Never a fault of the system. */
public abstract sealed class Refusal extends RuntimeException {

    private final int status;
    private final String messageKey;
    private final transient Object[] arguments;

    private Refusal(int status, String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    /** HTTP status, 400 to 429. */
    public int status() {
        return status;
    }

    /** Key into the message bundles. */
    public String messageKey() {
        return messageKey;
    }

    /** Arguments of the message. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    /** 400: what was entered cannot be accepted; names each mistake. */
    public static final class BadInput extends Refusal {
        private final transient List<FieldError> errors;

        public BadInput(List<FieldError> errors) {
            super(400, "refusal.badInput");
            this.errors = List.copyOf(errors);
        }

        public BadInput(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        public List<FieldError> errors() {
            return errors == null ? List.of() : errors;
        }
    }

    /** 403: the person may not do or see this. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String messageKey, Object... arguments) {
            super(403, messageKey, arguments);
        }
    }

    /** 404: there is no such thing, or the person may not know of it. */
    public static final class NotFound extends Refusal {
        public NotFound(String messageKey, Object... arguments) {
            super(404, messageKey, arguments);
        }
    }

    /** 409: somebody was faster, or the state no longer allows it. */
    public static final class Conflict extends Refusal {
        public Conflict(String messageKey, Object... arguments) {
            super(409, messageKey, arguments);
        }
    }

    /** 413: larger than allowed. */
    public static final class TooLarge extends Refusal {
        public TooLarge(String messageKey, Object... arguments) {
            super(413, messageKey, arguments);
        }
    }

    /** 429: more often than allowed; later it may be done. */
    public static final class TooMany extends Refusal {
        public TooMany(String messageKey, Object... arguments) {
            super(429, messageKey, arguments);
        }
    }
}
