package vn.angiang.plan72.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of small works, and refuses what cannot be. */
@Component
class WorksAnswers {

    private final WorksStore store;
    private final ProcessTasks tasks;
    private final WorksWords words;
    private final Clock clock;

    WorksAnswers(WorksStore store, ProcessTasks tasks, WorksWords words, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.task().processKey().equals(WorksLists.PROCESS)) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_proposeWorks" -> proposed(a);
            case "UserTask_appraiseWorks" -> store.opinion(a.file().number(), a.text("opinion"));
            case "UserTask_approveWorks" -> approved(a);
            case "UserTask_prepareDossier" -> prepared(a);
            case "UserTask_buildWork" -> built(a);
            case "UserTask_acceptWork" -> accepted(a);
            case "UserTask_settleWork" -> settled(a);
            case "UserTask_checkWorkSettlement" -> checked(a);
            case "UserTask_publishWork" -> published(a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    /** The work a task is about: a variable of its branch. */
    private Work work(TaskAnswered a) {
        String id = tasks.text(a.task().taskId(), "work").orElseThrow(() -> new Refusal.NotFound("works.unknown"));
        return store.of(a.file().number(), Long.parseLong(id));
    }

    private void proposed(TaskAnswered a) {
        boolean any = store.ofCase(a.file().number()).stream().anyMatch(w -> !w.started());
        boolean submits = a.text("worksProposal").equals("SUBMITTED");
        if (submits != any) {
            throw words.refuse("worksProposal", submits ? "works.error.nothing" : "works.error.something");
        }
    }

    private void approved(TaskAnswered a) {
        if (a.text("worksApproval").equals("APPROVED")) {
            store.approved(a.file().number(), a.text("documentNumber"), notAfterToday(a, "signedOn"));
        }
    }

    private LocalDate notAfterToday(TaskAnswered a, String field) {
        LocalDate on = LocalDate.parse(a.text(field));
        if (on.isAfter(LocalDate.now(clock))) {
            throw words.refuse(field, "works.error.future");
        }
        return on;
    }

    private LocalDate notBefore(TaskAnswered a, String field, LocalDate on, LocalDate first) {
        if (on.isBefore(first)) {
            throw words.refuse(field, "works.error.order");
        }
        return on;
    }

    private void prepared(TaskAnswered a) {
        LocalDate starts = LocalDate.parse(a.text("startsOn"));
        LocalDate finish = notBefore(a, "finishOn", LocalDate.parse(a.text("finishOn")), starts);
        store.set(
                work(a).id(),
                Map.of(
                        "dossier",
                        a.text("dossier"),
                        "builder",
                        a.text("builder"),
                        "starts_on",
                        starts,
                        "finish_on",
                        finish));
    }

    private void built(TaskAnswered a) {
        Work work = work(a);
        LocalDate on = notAfterToday(a, "builtOn");
        if (work.startsOn() != null) {
            notBefore(a, "builtOn", on, work.startsOn());
        }
        store.set(
                work.id(),
                Map.of(
                        "built_on",
                        on,
                        "workers",
                        Integer.parseInt(a.text("workers")),
                        "work_days",
                        Integer.parseInt(a.text("workDays"))));
    }

    private void accepted(TaskAnswered a) {
        Work work = work(a);
        if (!a.text("workAcceptance").equals("ACCEPTED")) {
            return;
        }
        if (work.log().isEmpty()) {
            throw words.refuse("workAcceptance", "works.error.noLog");
        }
        if (work.log().get(work.log().size() - 1).finding().equals("PROBLEM")) {
            throw words.refuse("workAcceptance", "works.error.openProblem");
        }
        LocalDate on = notAfterToday(a, "acceptedOn");
        if (work.builtOn() != null) {
            notBefore(a, "acceptedOn", on, work.builtOn());
        }
        store.set(work.id(), Map.of("accepted_on", on));
    }

    private void settled(TaskAnswered a) {
        Work work = work(a);
        var settlement = new Work.Settlement(
                amount(a, "stateAmount"),
                amount(a, "cashAmount"),
                amount(a, "kindAmount"),
                amount(a, "labourAmount"),
                a.text("settlementReason"));
        if (settlement.total() != amount(a, "settledAmount")) {
            throw words.refuse("settledAmount", "works.error.sum", Dong.write(settlement.total()));
        }
        boolean above = settlement.total() > work.total() || settlement.state() > work.state();
        if (above && a.text("settlementReason").isBlank()) {
            throw words.refuse(
                    "settlementReason", "works.error.above", Dong.write(work.state()), Dong.write(work.total()));
        }
        var values = new HashMap<String, Object>();
        values.put("settled_state", settlement.state());
        values.put("settled_cash", settlement.cash());
        values.put("settled_kind", settlement.kind());
        values.put("settled_labour", settlement.labour());
        values.put(
                "settlement_reason",
                a.text("settlementReason").isBlank() ? Optional.empty() : a.text("settlementReason"));
        store.set(work.id(), values);
    }

    private static long amount(TaskAnswered a, String field) {
        return Long.parseLong(a.text(field));
    }

    private void checked(TaskAnswered a) {
        if (a.text("workSettlement").equals("CONFIRMED")) {
            store.set(work(a).id(), Map.of("settled_on", LocalDate.now(clock)));
        }
    }

    private void published(TaskAnswered a) {
        Work work = work(a);
        LocalDate on = notAfterToday(a, "publishedOn");
        if (work.acceptedOn() != null) {
            notBefore(a, "publishedOn", on, work.acceptedOn());
        }
        String how = a.answers().get("how") instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : "";
        store.set(work.id(), Map.of("published_on", on, "published_how", how));
    }
}
