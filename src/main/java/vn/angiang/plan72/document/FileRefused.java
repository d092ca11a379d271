package vn.angiang.plan72.document;

/** A file that is not taken, with the message key that says why. */
final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String messageKey;

    FileRefused(String messageKey) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
    }

    String messageKey() {
        return messageKey;
    }
}
