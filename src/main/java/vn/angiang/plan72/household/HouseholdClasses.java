package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.Decisions;

/** Rates households by the decision table {@code householdClass}, whose thresholds hold for their dates. */
@Component
class HouseholdClasses {

    private final Decisions decisions;

    HouseholdClasses(Decisions decisions) {
        this.decisions = decisions;
    }

    private record Points(String area, int assets, int deprivations) {}

    /** Rates many households of one day; equal points are asked once. */
    final class Rater {

        private final Decisions.Table table = decisions.latest("householdClass");
        private final Map<Points, Optional<String>> asked = new HashMap<>();
        private final long day;

        private Rater(LocalDate on) {
            this.day = on.getYear() * 10_000L + on.getMonthValue() * 100L + on.getDayOfMonth();
        }

        /** The class; empty when no threshold holds on that day. */
        Optional<String> rate(String area, int assets, int deprivations) {
            return asked.computeIfAbsent(
                    new Points(area, assets, deprivations),
                    p -> table.decide(
                            Map.of("onDay", day, "area", p.area, "assetPoints", (long) p.assets, "deprivations", (long)
                                    p.deprivations)));
        }
    }

    /** A rater for the surveys of a day. */
    Rater on(LocalDate day) {
        return new Rater(day);
    }
}
