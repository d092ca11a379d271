package vn.angiang.plan72.works;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of {@code smallWorks} do. The case is closed by whoever opened it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WorksFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final WorksStore store;
    private final Cases cases;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Clock clock;

    WorksFlow(
            WorksStore store,
            Cases cases,
            WorkingCalendar calendar,
            Parameters parameters,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.calendar = calendar;
        this.parameters = parameters;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A case runs the flow, on its own or within an assignment: its list begins. */
    @EventListener
    void on(EngineEvents.ProcessStarted started) {
        if (started.processKey().equals(WorksLists.PROCESS)) {
            var file = cases.byNumber(started.caseNumber());
            store.begin(file.number(), file.year(), file.leadUnit());
        }
    }

    /** Last minute of the day a task for the whole list is due. */
    public Date dueOf(String caseNumber, String task) {
        return in(task.equals("appraiseWorks") ? "capital.appraisal.workingDays" : "works.step.workingDays");
    }

    /** Last minute of the day a task for one work is due; building ends on the day of the dossier. */
    public Date dueOfWork(String caseNumber, String work, String task) {
        LocalDate finish = work(caseNumber, work).finishOn();
        return task.equals("buildWork") && finish != null ? end(finish) : in("works.step.workingDays");
    }

    private Date in(String parameter) {
        return end(calendar.plusWorkingDays(LocalDate.now(clock), parameters.whole(parameter)));
    }

    private Work work(String caseNumber, String id) {
        return store.of(caseNumber, Long.parseLong(id));
    }

    /** Works of the list that are not handed on yet, as text ids, for the loop of the model. */
    public List<String> works(String caseNumber) {
        return ids(store.ofCase(caseNumber).stream().filter(w -> !w.started()).toList());
    }

    private static List<String> ids(List<Work> works) {
        return works.stream().map(w -> String.valueOf(w.id())).toList();
    }

    /** Total investment, đồng. */
    public Long totalOf(String caseNumber, String work) {
        return work(caseNumber, work).total();
    }

    /** Communes it lies in. */
    public Long communesOf(String caseNumber, String work) {
        return (long) work(caseNumber, work).communes();
    }

    /** Whether there is a typical design. */
    public Boolean typicalDesignOf(String caseNumber, String work) {
        return work(caseNumber, work).typicalDesign();
    }

    /** Whether people contribute. */
    public Boolean peopleContributeTo(String caseNumber, String work) {
        return work(caseNumber, work).people() > 0;
    }

    /** Whether it is on the list the province issued. */
    public Boolean onListOf(String caseNumber, String work) {
        return work(caseNumber, work).onList();
    }

    /** Keeps what the decision table says; nothing when no rule fits, and then the work does not go on. */
    public void recordEligibility(String caseNumber, String work, @Nullable String eligibility) {
        store.set(Long.parseLong(work), Map.of("eligibility", eligibility == null ? Optional.empty() : eligibility));
    }

    /** How many works go on. */
    public Long countEligible(String caseNumber) {
        return (long) works(caseNumber).stream()
                .filter(id -> work(caseNumber, id).isEligible())
                .count();
    }

    /** Communes own the works: they see the case and are told. */
    public void startWorks(String caseNumber) {
        for (String id : works(caseNumber)) {
            Work work = work(caseNumber, id);
            if (work.isEligible()) {
                store.set(work.id(), Map.of("started", true));
                cases.addUnit(caseNumber, work.commune(), "COORDINATING");
                cases.addUnit(caseNumber, work.district(), "COORDINATING");
                tell(caseNumber, work.commune(), "works.notice.started", work.name(), false);
            }
        }
        journal.record(Act.of(
                cases.byNumber(caseNumber).leadUnit(), "works.started", caseNumber, currentActor.get(), Map.of()));
    }

    /** Works being built, as text ids, for the loop of the model. */
    public List<String> eligibleOnes(String caseNumber) {
        return ids(store.ofCase(caseNumber).stream()
                .filter(w -> w.started() && w.publishedOn() == null)
                .toList());
    }

    /** Commune of a work. */
    public String communeOf(String caseNumber, String work) {
        return work(caseNumber, work).commune();
    }

    /** District of a work. */
    public String districtOf(String caseNumber, String work) {
        return work(caseNumber, work).district();
    }

    /** Just after the day it should be finished. */
    public Date finishPassesAt(String caseNumber, String work) {
        LocalDate finish = work(caseNumber, work).finishOn();
        LocalDate last = finish == null ? LocalDate.now(clock) : finish;
        return Date.from(last.plusDays(1).atTime(0, 5).atZone(ZONE).toInstant());
    }

    /** The day has passed and it is not built: the commune's leader is urged, the district told. */
    public void recordDelay(String caseNumber, String id) {
        Work work = work(caseNumber, id);
        store.set(work.id(), Map.of("delayed", true));
        tell(caseNumber, work.commune(), "works.notice.delayed", work.name(), true);
        tell(caseNumber, work.district(), "works.notice.delayed", work.name(), false);
        journal.record(
                Act.of(work.commune(), "works.delayed", caseNumber, currentActor.get(), Map.of("name", work.name())));
    }

    private void tell(String caseNumber, String unit, String key, String name, boolean urging) {
        events.publishEvent(new NoticeWanted(
                caseNumber,
                List.of(Actor.group("officer", unit), Actor.group("leader", unit)),
                key,
                List.of(name),
                urging));
    }

    private static Date end(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant());
    }
}
