package vn.angiang.plan72.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opinion or a finding of supervision; who sent it is kept elsewhere.
 *
 * @param origin {@code PUBLIC} from the public page, {@code UNIT} from a unit that supervises
 * @param senderUnit unit that raised it, null for the public
 * @param state {@code RECEIVED}, {@code SCREENING}, {@code REFUSED}, {@code ANSWERING}, {@code ANSWERED}, {@code REVIEWING},
 *     {@code CLOSED} or {@code NOTHING} (supervised, nothing to answer)
 * @param topic one of {@link Topics}
 * @param placeUnit commune or district it happened in, or null
 * @param rounds how often an answer was asked for
 * @param rating {@code SATISFIED}, {@code UNSATISFIED} or {@code SILENT}
 */
public record Opinion(
        String caseNumber,
        String origin,
        @Nullable String senderUnit,
        String state,
        @Nullable String topic,
        @Nullable String placeUnit,
        @Nullable String text,
        @Nullable String proposedUnit,
        @Nullable String answerUnit,
        @Nullable String concernedUnit,
        boolean headConcerned,
        @Nullable String graveText,
        boolean inspected,
        @Nullable String refusedReason,
        @Nullable String answerDraft,
        @Nullable String answer,
        @Nullable LocalDate answerDueOn,
        @Nullable LocalDate answeredOn,
        int rounds,
        @Nullable String rating,
        @Nullable String ratingText,
        @Nullable LocalDate ratingDueOn,
        Instant sentAt) {

    /** Whether it came from the public page. */
    public boolean isPublic() {
        return origin.equals("PUBLIC");
    }
}
