package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.CurrentActor;

/**
 * Tells a unit of new tasks, soon but not at once: when tasks come in a row (a year is given out) each person gets one
 * notice per unit. Whoever opened a task by the own act is not told of it; a task done meanwhile is not told at all.
 */
@Component
class NewTasks {

    /** Switch; default, no legal basis. */
    static final String PARAMETER = "notification.newTask";

    /** No task came for so long: the row is over. */
    static final Duration QUIET = Duration.ofSeconds(60);
    /** Nobody waits longer than this. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final NewTaskStore store;
    private final NodeLock lock;
    private final NoticeWriter writer;
    private final Cases cases;
    private final People people;
    private final Units units;
    private final Parameters parameters;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final RealTime realTime;
    private final TransactionTemplate transaction;

    NewTasks(
            NewTaskStore store,
            NodeLock lock,
            NoticeWriter writer,
            Cases cases,
            People people,
            Units units,
            Parameters parameters,
            CurrentActor currentActor,
            Clock clock,
            RealTime realTime,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lock = lock;
        this.writer = writer;
        this.cases = cases;
        this.people = people;
        this.units = units;
        this.parameters = parameters;
        this.currentActor = currentActor;
        this.clock = clock;
        this.realTime = realTime;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(EngineEvents.TaskOpened task) {
        if (task.caseNumber().isBlank() || !parameters.text(PARAMETER).equals("true")) {
            return;
        }
        String unit = task.candidateGroups().stream()
                .findFirst()
                .map(g -> g.substring(g.indexOf('.') + 1))
                .orElse("");
        store.add(task, unit, currentActor.get().username());
    }

    @EventListener
    void on(EngineEvents.TaskClosed task) {
        store.remove(task.taskId());
    }

    /** Tells what is ready; returns how many notices went out. */
    int tell() {
        return tell(QUIET, LONGEST);
    }

    int tell(Duration quiet, Duration longest) {
        var now = realTime.now();
        List<String> ready = transaction.execute(tx -> store.readyUnits(now.minus(quiet), now.minus(longest)));
        int told = 0;
        for (String unit : ready == null ? List.<String>of() : ready) {
            Integer n = transaction.execute(tx -> lock.take(NodeLock.NEW_TASKS) ? tellUnit(unit) : -1);
            if (n == null || n < 0) {
                break;
            }
            told += n;
        }
        return told;
    }

    private int tellUnit(String unit) {
        var byPerson = new LinkedHashMap<Person, List<NewTaskStore.NewTask>>();
        for (var task : store.ofUnit(unit)) {
            recipients(task).forEach(p -> byPerson.computeIfAbsent(p, k -> new ArrayList<>())
                    .add(task));
            store.remove(task.taskId());
        }
        var byNotice = new LinkedHashMap<NewNotice, List<Person>>();
        byPerson.forEach((person, tasks) -> byNotice.computeIfAbsent(notice(unit, tasks), k -> new ArrayList<>())
                .add(person));
        writer.write(byNotice.entrySet().stream()
                .map((Map.Entry<NewNotice, List<Person>> e) -> new NoticeWriter.Addressed(e.getKey(), e.getValue()))
                .toList());
        return byPerson.size();
    }

    private Set<Person> recipients(NewTaskStore.NewTask task) {
        LocalDate today = LocalDate.now(clock);
        var all = new LinkedHashSet<Person>();
        task.candidates().forEach(g -> all.addAll(people.holdingOrStandingIn(g, today, task.processKey())));
        if (task.assignee() != null) {
            people.byUsername(task.assignee()).filter(Person::active).ifPresent(all::add);
        }
        all.removeIf(p -> p.username().equals(task.openedBy()));
        return all;
    }

    private NewNotice notice(String unit, List<NewTaskStore.NewTask> tasks) {
        if (tasks.size() > 1) {
            return new NewNotice(
                    null,
                    "notification.newTasks",
                    List.of(units.nameOf(unit), String.valueOf(tasks.size())),
                    "/viec/don-vi");
        }
        var task = tasks.get(0);
        String title = cases.find(task.caseNumber()).map(CaseFile::title).orElse(task.taskName());
        return NewNotice.ofCase(
                task.caseNumber(),
                task.dueOn() == null ? "notification.newTask.noDue" : "notification.newTask",
                List.of(
                        task.caseNumber(),
                        title,
                        task.taskName(),
                        units.nameOf(unit),
                        task.dueOn() == null ? "" : NoticeTexts.day(task.dueOn())));
    }
}
