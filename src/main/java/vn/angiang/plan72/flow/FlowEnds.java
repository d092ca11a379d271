package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/**
 * Closes a case of ours when its own process ends, in the transaction of that end. The same process called by an assignment
 * closes nothing: the assignment goes on.
 */
@Component
class FlowEnds {

    private final FlowCases flowCases;
    private final Cases cases;
    private final Journal journal;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlowEnds(
            FlowCases flowCases,
            Cases cases,
            Journal journal,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flowCases = flowCases;
        this.cases = cases;
        this.journal = journal;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (!ended.root()) {
            return;
        }
        flowCases
                .find(ended.caseNumber())
                .filter(c -> c.processKey().equals(ended.processKey()))
                .flatMap(c -> cases.find(ended.caseNumber()))
                .filter(CaseFile::isOpen)
                .ifPresent(file -> close(file, ended));
    }

    private void close(CaseFile file, EngineEvents.ProcessEnded ended) {
        CaseState state = stateOf(ended);
        if (state == CaseState.HOAN_THANH && file.submittedOn() == null) {
            cases.submitted(file.number(), LocalDate.now(clock));
        }
        cases.close(file.number(), state, null);
        flowCases.ended(file.number(), ended.lastName());
        journal.record(Act.of(
                file.leadUnit(),
                "flow.ended",
                file.number(),
                currentActor.get(),
                Map.of("name", ended.lastName(), "element", ended.lastElement(), "state", state.name())));
        if (!ended.cancelled()) {
            events.publishEvent(new NoticeWanted(
                    file.number(),
                    List.of(Actor.group("officer", file.leadUnit()), Actor.group("leader", file.leadUnit())),
                    "flow.notice.ended",
                    List.of(ended.lastName()),
                    false));
        }
    }

    /** The end event's id says how it ended (docs/models.md); a process that was taken away counts as withdrawn. */
    static CaseState stateOf(EngineEvents.ProcessEnded ended) {
        String name = ended.lastElement().substring(ended.lastElement().indexOf('_') + 1);
        if (ended.cancelled() || name.startsWith("withdrawn") || name.startsWith("cancelled")) {
            return CaseState.HUY;
        }
        return name.startsWith("notFulfilled") ? CaseState.KHONG_HOAN_THANH : CaseState.HOAN_THANH;
    }
}
