package vn.angiang.plan72.modelling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process with its tables and forms as somebody wants them to become.
 *
 * @param folder name of its folder, e.g. {@code unit-report}
 * @param title what it is for, in the author's words
 * @param baseDefinition released version it is meant to follow, or null when there is none yet
 * @param baseVersion number of that version, 0 when there is none
 * @param caseNumber case of its release, once it was sent for approval, or null
 * @param reason why it is to be released, once it was sent for approval, or null
 * @param submittedBy who sent it for approval, or null
 * @param sealedHash SHA-256 over its files as sent for approval, or null
 * @param refusal why it was approved and yet could not be released, or null
 */
public record Draft(
        long id,
        String folder,
        String title,
        DraftState state,
        DraftSource source,
        @Nullable String baseDefinition,
        int baseVersion,
        String createdBy,
        Instant createdAt,
        @Nullable String caseNumber,
        @Nullable String reason,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String sealedHash,
        @Nullable String refusal) {

    /** Key of the process, e.g. {@code unitReport}. */
    public String processKey() {
        return ModelNames.camelCase(folder);
    }

    /** Whether its files may be changed. */
    public boolean isEditable() {
        return state == DraftState.EDITING;
    }

    /** Whether nothing more will become of it. */
    public boolean isOver() {
        return state == DraftState.RELEASED || state == DraftState.WITHDRAWN;
    }
}
