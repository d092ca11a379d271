package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.AccountabilityRequested;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** Records what the flow does by itself and tells those concerned. */
@Component
class AssignmentNotices {

    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Units units;

    AssignmentNotices(Journal journal, ApplicationEventPublisher events, CurrentActor currentActor, Units units) {
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.units = units;
    }

    void urgeLeader(CaseFile file, String messageKey, int workingDaysLate) {
        record(
                file.leadUnit(),
                "assignment.urged",
                file,
                Map.of("level", "LEADER", "workingDaysLate", workingDaysLate));
        tell(
                file,
                List.of(Actor.group("leader", file.leadUnit()), Actor.group("officer", file.leadUnit())),
                messageKey,
                List.of(String.valueOf(workingDaysLate)),
                true);
    }

    void tellAssigner(CaseFile file, int workingDaysLate) {
        record(
                file.assignerUnit(),
                "assignment.escalated",
                file,
                Map.of("level", "STANDING_AGENCY", "workingDaysLate", workingDaysLate));
        tell(
                file,
                List.of(Actor.group("leader", file.assignerUnit()), Actor.group("officer", file.assignerUnit())),
                "assignment.notice.escalated",
                List.of(units.nameOf(file.leadUnit()), String.valueOf(workingDaysLate)),
                true);
    }

    void silent(CaseFile file, List<String> unitCodes) {
        for (String unit : unitCodes) {
            record(unit, "assignment.contributionSilent", file, Map.of("unit", unit));
            tell(
                    file,
                    List.of(Actor.group("leader", unit), Actor.group("officer", file.leadUnit())),
                    "assignment.notice.silent",
                    List.of(units.nameOf(unit)),
                    false);
        }
    }

    void toLead(CaseFile file, String messageKey, String detail) {
        tell(
                file,
                List.of(Actor.group("officer", file.leadUnit()), Actor.group("leader", file.leadUnit())),
                messageKey,
                List.of(detail),
                false);
    }

    void extensionGranted(CaseFile file, LocalDate from, LocalDate to) {
        record(file.assignerUnit(), "assignment.extended", file, Map.of("from", from.toString(), "to", to.toString()));
        tell(
                file,
                List.of(Actor.group("officer", file.leadUnit()), Actor.group("leader", file.leadUnit())),
                "assignment.notice.extensionGranted",
                List.of(day(to)),
                false);
    }

    void closed(CaseFile file, String messageKey, String detail) {
        record(
                file.assignerUnit(),
                "case.closed",
                file,
                Map.of("state", file.state().name(), "rating", file.rating() == null ? "" : file.rating()));
        toLead(file, messageKey, detail);
    }

    void triggerB(CaseFile file, String reason) {
        record(file.assignerUnit(), "assignment.triggerB", file, Map.of("reason", reason, "unit", file.leadUnit()));
        events.publishEvent(
                new AccountabilityRequested(file.number(), file.leadUnit(), "B", reason, currentActor.get()));
        tell(
                file,
                List.of(
                        Actor.group("leader", file.assignerUnit()),
                        Actor.group("officer", file.assignerUnit()),
                        Actor.group("leader", file.leadUnit())),
                "assignment.notice.triggerB",
                List.of(units.nameOf(file.leadUnit())),
                true);
    }

    private void record(String chain, String action, CaseFile file, Map<String, ?> data) {
        journal.record(Act.of(chain, action, file.number(), currentActor.get(), data));
    }

    private void tell(CaseFile file, List<String> groups, String key, List<String> arguments, boolean urging) {
        events.publishEvent(new NoticeWanted(file.number(), groups, key, arguments, urging));
    }

    static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
