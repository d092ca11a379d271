package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A year's list as a whole. */
public record ProgrammeYear(
        int year,
        String caseNumber,
        State state,
        @Nullable String documentNo,
        @Nullable LocalDate signedOn,
        @Nullable String signedFor) {

    /** Where the list stands. */
    public enum State {
        EDITING,
        CHECKING,
        SIGNING,
        STARTING,
        DONE,
        WITHDRAWN
    }
}
