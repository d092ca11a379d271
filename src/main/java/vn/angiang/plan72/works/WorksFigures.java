package vn.angiang.plan72.works;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts and sums for the indicators of the reports (WORKS_*, CAP_PEOPLE, JOB_*, DEC_OWNER). Asks nobody's permission. */
@Service
public class WorksFigures {

    private final WorksStore store;

    WorksFigures(WorksStore store) {
        this.store = store;
    }

    /**
     * Figures of one unit; money in đồng.
     *
     * @param special WORKS_SPECIAL: approved under the simplified mechanism; denominator of WORKS_SUPV and DEC_OWNER
     * @param started WORKS_START: building began within the time asked for
     * @param done WORKS_DONE: accepted within the time asked for
     * @param supervised numerator of WORKS_SUPV: with a log of community supervision
     * @param communeOwned numerator of DEC_OWNER
     * @param people CAP_PEOPLE, numerator of WORKS_SHARE: contributed, by works settled
     * @param total denominator of WORKS_SHARE: settled in all
     * @param workers JOB_PEOPLE
     * @param workDays JOB_DAYS
     */
    public record Sums(
            String unit,
            long special,
            long started,
            long done,
            long supervised,
            long communeOwned,
            long people,
            long total,
            long workers,
            long workDays) {

        private static Sums none(String unit) {
            return new Sums(unit, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        private Sums plus(Work w, LocalDate until) {
            boolean settled = w.settledOn() != null && !w.settledOn().isAfter(until) && w.settlement() != null;
            boolean built = within(w.builtOn(), until);
            return new Sums(
                    unit,
                    special + 1,
                    started + (within(w.startsOn(), until) ? 1 : 0),
                    done + (within(w.acceptedOn(), until) ? 1 : 0),
                    supervised + (w.log().isEmpty() ? 0 : 1),
                    communeOwned + (w.communeOwns() ? 1 : 0),
                    Math.addExact(people, settled ? w.settlement().people() : 0),
                    Math.addExact(total, settled ? w.settlement().total() : 0),
                    workers + (built ? w.workers() : 0),
                    workDays + (built ? w.workDays() : 0));
        }

        private static boolean within(@org.jspecify.annotations.Nullable LocalDate day, LocalDate until) {
            return day != null && !day.isAfter(until);
        }
    }

    /** By district, of the works of a year's lists, as they stood on a day. */
    @Transactional(readOnly = true)
    public List<Sums> byDistrict(int year, LocalDate until) {
        return by(year, until, false);
    }

    /** By commune. */
    @Transactional(readOnly = true)
    public List<Sums> byCommune(int year, LocalDate until) {
        return by(year, until, true);
    }

    private List<Sums> by(int year, LocalDate until, boolean commune) {
        Map<String, Sums> sums = new TreeMap<>();
        store.ofYear(year).stream()
                .filter(Work::started)
                .forEach(w -> sums.compute(
                        commune ? w.commune() : w.district(),
                        (unit, s) -> (s == null ? Sums.none(unit) : s).plus(w, until)));
        return List.copyOf(sums.values());
    }
}
