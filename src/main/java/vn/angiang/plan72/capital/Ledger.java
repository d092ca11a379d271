package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The capital of one district in one year.
 *
 * @param lockedCase case in which the draft waits for the leader's signature, or null
 * @param allocatedCase case in which it was last signed, or null
 * @param allocatedOn day of the last signature
 * @param dueOn last day to allocate
 * @param inJanuary đồng allocated within the window of IV.13 gạch 5
 * @param upperLate whether the province gave capital after the day it should have
 * @param followCase case that follows disbursement, or null
 * @param nextQuarter quarter to be reported next; 5 when all are
 * @param given what the province has given, by rounds that are decided
 * @param own what the district brings itself, as drafted
 * @param signedOwn the same as last signed
 */
public record Ledger(
        int year,
        String district,
        long revision,
        @Nullable String lockedCase,
        @Nullable String allocatedCase,
        @Nullable String decisionNo,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate allocatedOn,
        @Nullable LocalDate dueOn,
        long inJanuary,
        @Nullable String lateCause,
        @Nullable String lateReason,
        boolean upperLate,
        @Nullable String followCase,
        int nextQuarter,
        @Nullable LocalDate settlementDueOn,
        @Nullable LocalDate settledOn,
        @Nullable String settlementReason,
        List<Given> given,
        Map<Source, Long> own,
        Map<Source, Long> signedOwn,
        List<Line> lines,
        List<Quarter> quarters) {

    /** Given against drafted. */
    public Balance balance() {
        return Balance.of(given, own, lines);
    }

    /** Lines that are signed, with their amounts. */
    public List<Line> signedLines() {
        return lines.stream().filter(l -> l.signed() > 0).toList();
    }

    /** All signed đồng. */
    public long signed() {
        return lines.stream().mapToLong(Line::signed).reduce(0, Math::addExact);
    }

    /** All disbursed đồng. */
    public long disbursed() {
        return lines.stream().mapToLong(Line::disbursed).reduce(0, Math::addExact);
    }

    /** All settled đồng. */
    public long settled() {
        return lines.stream()
                .mapToLong(l -> l.settled() == null ? 0 : l.settled())
                .reduce(0, Math::addExact);
    }

    Optional<Quarter> quarter(int quarter) {
        return quarters.stream().filter(q -> q.quarter() == quarter).findFirst();
    }
}
