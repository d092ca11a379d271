package vn.angiang.plan72.modelling;

import java.util.Locale;

/** How far a draft has come. */
public enum DraftState {
    /** Its files may be changed. */
    EDITING,
    /** Sent for approval: its files are sealed. */
    IN_REVIEW,
    /** Released as a version. */
    RELEASED,
    /** Given up. */
    WITHDRAWN;

    /** Key of its words in the message bundles. */
    public String messageKey() {
        return "modelling.state." + name().toLowerCase(Locale.ROOT);
    }
}
