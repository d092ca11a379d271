package vn.angiang.plan72.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.AccountabilityRequested;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.InspectionWanted;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/**
 * What the steps of social supervision do. Facts are kept by case number and made at the first step; a case of an
 * assignment stays the assignment's.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SupervisionFlow {

    private final OpinionStore store;
    private final Cases cases;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Clock clock;

    SupervisionFlow(
            OpinionStore store,
            Cases cases,
            Units units,
            WorkingCalendar calendar,
            Parameters parameters,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.calendar = calendar;
        this.parameters = parameters;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        var opinion = store.find(caseNumber);
        LocalDate due =
                switch (task) {
                    case "enterFinding" -> cases.byNumber(caseNumber).dueOn();
                    case "answerOpinion", "approveAnswer" ->
                        opinion.map(Opinion::answerDueOn).orElse(null);
                    case "rateAnswer" -> opinion.map(Opinion::ratingDueOn).orElse(null);
                    default -> null;
                };
        return end(due == null ? inWorkingDays("feedback.step.workingDays") : due);
    }

    private LocalDate inWorkingDays(String parameter) {
        return calendar.plusWorkingDays(today(), parameters.whole(parameter));
    }

    /** {@code YES} when the public page brought the content along; else the unit's own finding begins here. */
    public String takeIn(String caseNumber, String leadUnit) {
        var present = store.find(caseNumber);
        if (present.isEmpty()) {
            store.insert(new OpinionStore.Beginning(
                    caseNumber,
                    "UNIT",
                    leadUnit,
                    null,
                    null,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null,
                    null));
        }
        return present.filter(o -> o.text() != null).isPresent() ? "YES" : "NO";
    }

    /** What it is about; empty when unknown, for which no rule speaks. */
    public String topicOf(String caseNumber) {
        String topic = store.of(caseNumber).topic();
        return topic == null ? "" : topic;
    }

    /** {@code COMMUNE}, {@code DISTRICT} or {@code NONE}. */
    public String placeOf(String caseNumber) {
        return place(store.of(caseNumber))
                .map(u -> u.level().equals("commune") ? "COMMUNE" : "DISTRICT")
                .orElse("NONE");
    }

    private Optional<Unit> place(Opinion opinion) {
        return Optional.ofNullable(opinion.placeUnit()).flatMap(units::find);
    }

    /** Keeps the unit the decision table means; nothing when no rule spoke: the standing agency chooses then. */
    public void proposeUnit(String caseNumber, @Nullable String route) {
        Opinion opinion = store.of(caseNumber);
        Optional<String> unit = Optional.ofNullable(route).flatMap(r -> switch (r) {
            case "PLACE" -> place(opinion).map(Unit::code);
            case "DISTRICT_OF_PLACE" -> place(opinion).map(Unit::parentCode);
            default -> units.find(r).map(Unit::code);
        });
        store.set(caseNumber, Map.of("proposed_unit", unit, "state", "SCREENING"));
    }

    /** Supervised, and nothing has to be answered. */
    public void recordNothing(String caseNumber) {
        store.set(caseNumber, Map.of("state", "NOTHING"));
        record(caseNumber, "opinion.nothing");
    }

    /** Not taken up; the sender reads why. */
    public void recordRefusal(String caseNumber) {
        store.set(caseNumber, Map.of("state", "REFUSED"));
        record(caseNumber, "opinion.refused");
        tellSender(caseNumber, "feedback.notice.refused");
    }

    /** Gives the opinion to the unit that answers, from today. */
    public String assignAnswerer(String caseNumber) {
        Opinion opinion = store.of(caseNumber);
        String unit = opinion.answerUnit();
        if (unit == null) {
            throw new IllegalStateException("No unit answers " + caseNumber);
        }
        LocalDate due = inWorkingDays("feedback.reply.workingDays");
        store.set(caseNumber, Map.of("state", "ANSWERING", "answer_due_on", due, "rounds", opinion.rounds() + 1));
        cases.addUnit(caseNumber, unit, "COORDINATING");
        if (opinion.isPublic()) {
            cases.moveDue(caseNumber, due, false);
        }
        record(caseNumber, "opinion.assigned");
        tell(caseNumber, groups(unit), "feedback.notice.assigned", false);
        return unit;
    }

    /** Just after the last day for the answer. */
    public Date answerOverdueAt(String caseNumber) {
        return after(store.of(caseNumber).answerDueOn());
    }

    /** The unit is late: its leader and the standing agency are told, and so is the journal. */
    public void urgeAnswer(String caseNumber) {
        String unit = String.valueOf(store.of(caseNumber).answerUnit());
        record(caseNumber, "opinion.urged");
        tell(
                caseNumber,
                List.of(
                        Actor.group("leader", unit),
                        Actor.group("officer", units.standingAgency().code())),
                "feedback.notice.overdue",
                true);
    }

    /** The answer reaches the sender: on the tracking page, or by notice. Says who rates it. */
    public String publishAnswer(String caseNumber) {
        Opinion opinion = store.of(caseNumber);
        LocalDate rateUntil = calendar.deadlineDays(today(), parameters.whole("feedback.rating.days"))
                .due();
        store.set(
                caseNumber,
                Map.of(
                        "state",
                        "ANSWERED",
                        "answer",
                        Optional.ofNullable(opinion.answerDraft()),
                        "answered_on",
                        today(),
                        "rating",
                        Optional.empty(),
                        "rating_due_on",
                        rateUntil));
        if (opinion.isPublic()) {
            cases.submitted(caseNumber, today());
        }
        record(caseNumber, "opinion.answered");
        tellSender(caseNumber, "feedback.notice.answered");
        return opinion.origin();
    }

    /** Just after the last day for rating. */
    public Date ratingEndsAt(String caseNumber) {
        return after(store.of(caseNumber).ratingDueOn());
    }

    /** The sender's rating. */
    public String readRating(String caseNumber) {
        String rating = store.of(caseNumber).rating();
        if ("UNSATISFIED".equals(rating)) {
            store.set(caseNumber, Map.of("state", "REVIEWING"));
        }
        return String.valueOf(rating);
    }

    /** Nobody rated in time: no further remark. A rating given in the last minute still counts. */
    public String recordSilence(String caseNumber) {
        String given = store.of(caseNumber).rating();
        if (given != null) {
            store.set(caseNumber, Map.of("waiting", Optional.empty()));
            return readRating(caseNumber);
        }
        store.set(caseNumber, Map.of("rating", "SILENT", "rated_on", today()));
        record(caseNumber, "opinion.ratingSilent");
        return "SILENT";
    }

    /** Grave: an inspection out of turn, and accountability of the head when the opinion is about him. */
    public void raiseInspection(String caseNumber) {
        Opinion opinion = store.of(caseNumber);
        String unit = opinion.concernedUnit();
        if (unit == null) {
            throw new IllegalStateException("No unit to inspect in " + caseNumber);
        }
        Actor by = currentActor.get();
        String text = opinion.graveText() == null ? "" : opinion.graveText();
        events.publishEvent(new InspectionWanted(caseNumber, unit, text, by));
        if (opinion.headConcerned() && units.byCode(unit).sanctionable()) {
            events.publishEvent(new AccountabilityRequested(caseNumber, unit, "A", "OPINION", by));
        }
        store.set(caseNumber, Map.of("inspected", true));
        record(caseNumber, "opinion.grave");
    }

    /** The end of an opinion; its case is closed by whoever opened it. */
    public void closeOpinion(String caseNumber) {
        store.set(caseNumber, Map.of("state", "CLOSED"));
        record(caseNumber, "opinion.closed");
        tellSender(caseNumber, "feedback.notice.closed");
    }

    /** A unit is told; a citizen looks at the tracking page. */
    private void tellSender(String caseNumber, String key) {
        String unit = store.of(caseNumber).senderUnit();
        if (unit != null) {
            tell(caseNumber, groups(unit), key, false);
        }
    }

    private static List<String> groups(String unit) {
        return List.of(Actor.group("officer", unit), Actor.group("leader", unit));
    }

    private void tell(String caseNumber, List<String> groups, String key, boolean urging) {
        events.publishEvent(new NoticeWanted(caseNumber, groups, key, List.of(), urging));
    }

    private void record(String caseNumber, String action) {
        journal.record(Act.of(units.standingAgency().code(), action, caseNumber, currentActor.get(), Map.of()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Date end(LocalDate day) {
        return Date.from(
                day.atTime(LocalTime.of(23, 59)).atZone(clock.getZone()).toInstant());
    }

    private Date after(@Nullable LocalDate day) {
        LocalDate last = day == null ? today() : day;
        return Date.from(last.plusDays(1).atTime(0, 5).atZone(clock.getZone()).toInstant());
    }
}
