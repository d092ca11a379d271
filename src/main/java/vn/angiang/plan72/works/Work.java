package vn.angiang.plan72.works;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of works.
 *
 * @param communes how many communes it lies in
 * @param communeOwns whether the commune is its owner (chủ đầu tư)
 * @param state State money approved, đồng
 * @param people what people have pledged in money, kind and labour, đồng
 * @param attended people at the hamlet's meeting
 * @param agreed of them in favour
 * @param eligibility result of the decision table, or null before and where no rule fits
 * @param started whether it was handed on to the commune
 * @param settlement what was settled, or null
 */
public record Work(
        long id,
        String caseNumber,
        String commune,
        String district,
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
        int agreed,
        @Nullable String eligibility,
        boolean started,
        @Nullable String dossier,
        @Nullable String builder,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate finishOn,
        boolean delayed,
        @Nullable LocalDate builtOn,
        int workers,
        int workDays,
        @Nullable LocalDate acceptedOn,
        @Nullable Settlement settlement,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate publishedOn,
        long revision,
        List<Entry> log) {

    /** Total investment, đồng. */
    public long total() {
        return Math.addExact(state, people);
    }

    /** Whether it may go on. */
    public boolean isEligible() {
        return "ELIGIBLE".equals(eligibility);
    }

    /** Key of the words for where it stands (domain vocabulary of small works). */
    public String stateKey() {
        if (publishedOn != null) {
            return "works.state.published";
        }
        if (settledOn != null) {
            return "works.state.settled";
        }
        if (acceptedOn != null) {
            return "works.state.accepted";
        }
        if (started) {
            return startsOn == null ? "works.state.dossier" : "works.state.building";
        }
        return eligibility == null ? "works.state.proposed" : "works.eligibility." + eligibility;
    }

    /**
     * What was settled, in đồng.
     *
     * @param cash people's contribution in money
     * @param kind in kind, valued
     * @param labour in labour, valued
     * @param reason why it is above what was approved, or null
     */
    public record Settlement(long state, long cash, long kind, long labour, @Nullable String reason) {

        /** People's contribution. */
        public long people() {
            return Math.addExact(Math.addExact(cash, kind), labour);
        }

        /** All of it. */
        public long total() {
            return Math.addExact(state, people());
        }
    }

    /**
     * An entry of the community supervision board.
     *
     * @param finding {@code GOOD}, {@code PROBLEM} or {@code REMEDIED}
     */
    public record Entry(LocalDate seenOn, String finding, String text, String addedByName, Instant addedAt) {}
}
