package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.organization.StaffChanged;
import vn.angiang.plan72.shared.Snapshot;

/** Who leads which unit today; a minute old at most. */
@Component
class Heads {

    private final Clock clock;
    private final Snapshot<OfDay> heads;

    private record OfDay(LocalDate day, Map<String, String> names) {}

    Heads(People people, Clock clock) {
        this.clock = clock;
        this.heads = new Snapshot<>(() -> {
            LocalDate today = LocalDate.now(clock);
            return new OfDay(
                    today,
                    people.holdingByUnit(Roles.LEADER, today).entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream()
                                    .map(Person::fullName)
                                    .collect(Collectors.joining(", ")))));
        });
    }

    /** Names of those who lead a unit, or empty. */
    String of(String unit) {
        OfDay known = heads.get();
        if (!known.day.equals(LocalDate.now(clock))) {
            heads.clear();
            known = heads.get();
        }
        return known.names.getOrDefault(unit, "");
    }

    @EventListener
    void on(StaffChanged changed) {
        heads.clear();
    }
}
