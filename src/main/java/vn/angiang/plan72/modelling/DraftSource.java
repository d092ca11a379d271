package vn.angiang.plan72.modelling;

import java.util.Locale;

/** Where a draft came from. */
public enum DraftSource {
    /** Begun in the browser. */
    BROWSER,
    /** Files brought in by a person. */
    IMPORT,
    /** Sent by Camunda Modeler. */
    CAMUNDA_MODELER,
    /** Came with a new version of the application, where people had released a version of their own. */
    APPLICATION,
    /** An older version that is to be in force again. */
    ROLLBACK;

    /** Key of its words in the message bundles. */
    public String messageKey() {
        return "modelling.source." + name().toLowerCase(Locale.ROOT);
    }
}
