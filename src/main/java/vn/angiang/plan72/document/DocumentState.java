package vn.angiang.plan72.document;

/** Where an attachment stands. */
public enum DocumentState {
    /** Uploaded into a form that has not been handed in; only its uploader sees it. */
    PENDING,
    /** Part of what was handed in; cannot be removed. */
    SEALED,
    /** Taken back before it was handed in; its content is gone. */
    REMOVED
}
