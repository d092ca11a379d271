package vn.angiang.plan72.modelling;

import java.time.Instant;

/**
 * One file of a draft.
 *
 * @param name as the gate knows it, e.g. {@code forms/unit-report/submit-report.form}
 * @param revision goes up with each save
 */
public record DraftFile(String name, String content, long revision, String savedBy, Instant savedAt) {

    /** {@code bpmn}, {@code dmn} or {@code form}. */
    public String kind() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
