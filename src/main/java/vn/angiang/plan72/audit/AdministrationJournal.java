package vn.angiang.plan72.audit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.Holiday;
import vn.angiang.plan72.calendar.HolidayChanged;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.StaffChanged;
import vn.angiang.plan72.organization.Substitution;
import vn.angiang.plan72.organization.SubstitutionChanged;
import vn.angiang.plan72.organization.UnitChanged;
import vn.angiang.plan72.plan.ParameterChanged;
import vn.angiang.plan72.process.DemoClock;
import vn.angiang.plan72.shared.Actor;

/** One entry per change of what the system runs on, in the chain of the unit of whoever changed it. */
@Component
@Transactional(propagation = Propagation.REQUIRED)
class AdministrationJournal {

    /** Chain of acts that belong to no unit. */
    private static final String SYSTEM_CHAIN = "HE_THONG";

    private final Journal journal;

    AdministrationJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(SubstitutionChanged event) {
        Substitution s = event.substitution();
        record(
                "substitution." + event.kind().name().toLowerCase(java.util.Locale.ROOT),
                event.actor(),
                Map.of(
                        "absent", s.absentUsername(),
                        "deputy", s.deputyUsername(),
                        "from", s.from().toString(),
                        "to", s.to().toString(),
                        "flows", s.processKeys(),
                        "reason", s.reason()));
    }

    @EventListener
    void on(StaffChanged event) {
        record("staff.changed", event.actor(), Map.of("person", event.username(), "detail", event.detail()));
    }

    @EventListener
    void on(UnitChanged event) {
        record(
                "unit." + event.what().name().toLowerCase(java.util.Locale.ROOT),
                event.actor(),
                Map.of("unit", event.code(), "detail", event.detail()));
    }

    @EventListener
    void on(ParameterChanged event) {
        record(
                "parameter.changed",
                event.actor(),
                Map.of(
                        "key", event.key(),
                        "from", event.oldValue(),
                        "to", event.newValue(),
                        "validFrom", event.validFrom().toString()));
    }

    @EventListener
    void on(HolidayChanged event) {
        var data = new HashMap<String, Object>();
        data.put("before", words(event.before()));
        data.put("after", words(event.after()));
        record("holiday.changed", event.actor(), data);
    }

    @EventListener
    void on(DemoClock.ClockMoved event) {
        record("clock.moved", event.by(), Map.of("to", event.to().toString()));
    }

    private static @Nullable String words(@Nullable Holiday holiday) {
        return holiday == null ? null : holiday.day() + " " + holiday.kind() + " " + holiday.nameVi();
    }

    private void record(String action, Actor actor, Map<String, ?> data) {
        String chain = actor.unitCodes().stream().findFirst().orElse(SYSTEM_CHAIN);
        journal.record(Act.of(chain, action, null, actor, data));
    }
}
