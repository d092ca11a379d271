package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sums for the indicators of the reports (CAP_*): what is decided and signed, never a draft. Asks nobody's permission. */
@Service
public class CapitalFigures {

    private final LedgerStore store;

    CapitalFigures(LedgerStore store) {
        this.store = store;
    }

    /**
     * Sums of one district and year in đồng.
     *
     * @param given CAP_PLAN: by the province and by the district itself
     * @param allocated CAP_ALLOC
     * @param inJanuary numerator of CAP_JAN
     * @param disbursed numerator of CAP_DISB
     * @param settled settled, once the settlement is final
     * @param settledInTime numerator of CAP_SETTLE
     * @param localBudget CAP_LOCAL
     * @param integrated CAP_MIX
     * @param social CAP_SOCIAL
     */
    public record Sums(
            String district,
            long given,
            long allocated,
            long inJanuary,
            long disbursed,
            long settled,
            long settledInTime,
            long localBudget,
            long integrated,
            long social) {}

    /** Of every district with capital in the year, as things stand now. */
    @Transactional(readOnly = true)
    public List<Sums> ofYear(int year) {
        return store.ofYear(year).stream().map(CapitalFigures::sums).toList();
    }

    /** Of one district; zeros when it has none. */
    @Transactional(readOnly = true)
    public Sums of(int year, String district) {
        return store.find(year, district)
                .map(CapitalFigures::sums)
                .orElse(new Sums(district, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** Disbursed by the end of a quarter that the district has closed; null before. */
    @Transactional(readOnly = true)
    public @Nullable Long disbursedBy(int year, String district, int quarter) {
        return store.find(year, district)
                .flatMap(l -> l.quarter(quarter))
                .filter(q -> q.reportedOn() != null)
                .map(Quarter::disbursed)
                .orElse(null);
    }

    static Sums sums(Ledger l) {
        var bySource = new EnumMap<Source, Long>(Source.class);
        l.given().forEach(g -> bySource.merge(g.source(), g.amount(), Math::addExact));
        l.signedOwn().forEach((s, amount) -> bySource.merge(s, amount, Math::addExact));
        LocalDate settledOn = l.settledOn();
        LocalDate dueOn = l.settlementDueOn();
        long settled = settledOn == null ? 0 : l.settled();
        boolean inTime = settledOn != null && dueOn != null && !settledOn.isAfter(dueOn);
        return new Sums(
                l.district(),
                bySource.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact),
                l.signed(),
                l.inJanuary(),
                l.disbursed(),
                settled,
                inTime ? settled : 0,
                of(bySource, Source.NS_TINH) + of(bySource, Source.NS_HUYEN),
                of(bySource, Source.LONG_GHEP),
                of(bySource, Source.HUY_DONG));
    }

    private static long of(Map<Source, Long> bySource, Source source) {
        return bySource.getOrDefault(source, 0L);
    }
}
