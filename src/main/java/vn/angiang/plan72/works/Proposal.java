package vn.angiang.plan72.works;

import java.time.LocalDate;

/** One piece of works as a hamlet's meeting proposed it; see {@link Work}. */
public record Proposal(
        String commune,
        String hamlet,
        String name,
        int communes,
        boolean typicalDesign,
        boolean onList,
        boolean communeOwns,
        long state,
        long people,
        LocalDate meetingOn,
        int attended,
        int agreed) {}
