package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.Actor;

/**
 * Reminds the lead units of open cases by date. Due date by due date, in batches of one transaction each; a batch that
 * fails is found again by the next run. One node at a time.
 */
@Component
class ReminderRun {

    private static final int BATCH = 200;

    private final ReminderStore store;
    private final NodeLock lock;
    private final NoticeWriter writer;
    private final People people;
    private final Units units;
    private final Parameters parameters;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReminderRun(
            ReminderStore store,
            NodeLock lock,
            NoticeWriter writer,
            People people,
            Units units,
            Parameters parameters,
            WorkingCalendar calendar,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lock = lock;
        this.writer = writer;
        this.people = people;
        this.units = units;
        this.parameters = parameters;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Sends every reminder that is due now; returns how many. Running it again sends nothing twice. */
    int run() {
        LocalDate today = LocalDate.now(clock);
        var rhythm = new ReminderKind.Rhythm(
                parameters.wholes("task.reminder.before", today),
                parameters.whole("task.reminder.after", today),
                parameters.whole("task.reminder.weekly.workingDays", today));
        LocalDate horizon = calendar.plusWorkingDays(today, rhythm.farthest());
        Set<String> asked = units.all().stream()
                .filter(u -> !u.sanctionable())
                .map(Unit::code)
                .collect(Collectors.toSet());
        List<LocalDate> dates = transaction.execute(tx -> store.dueDates(horizon));
        var told = new HashMap<String, List<Person>>();
        int total = 0;
        for (LocalDate due : dates == null ? List.<LocalDate>of() : dates) {
            var kind = ReminderKind.of(due, today, rhythm, calendar);
            int sent = kind.isPresent() ? BATCH : 0;
            while (sent == BATCH) {
                Integer n = transaction.execute(
                        tx -> lock.take(NodeLock.REMINDERS) ? batch(due, kind.get(), asked, today, told) : -1);
                if (n == null || n < 0) {
                    return total;
                }
                sent = n;
                total += n;
            }
        }
        return total;
    }

    private int batch(
            LocalDate due, ReminderKind kind, Set<String> asked, LocalDate today, Map<String, List<Person>> told) {
        var candidates = store.candidates(due, kind, asked, BATCH);
        var sent = new ArrayList<ReminderStore.Sent>();
        var notices = new ArrayList<NoticeWriter.Addressed>();
        for (var c : candidates) {
            boolean friendly = c.modality().equals("request") || asked.contains(c.leadUnit());
            var notice = NewNotice.ofCase(
                    c.number(),
                    key(kind, friendly),
                    List.of(c.number(), c.title(), String.valueOf(kind.workingDays()), NoticeTexts.day(due)));
            var recipients = told.computeIfAbsent(
                    c.leadUnit() + "/" + c.processKey() + "/" + kind.stage(), k -> recipients(c, kind.stage(), today));
            sent.add(new ReminderStore.Sent(c.number(), kind, due, notice, recipients.size()));
            notices.add(new NoticeWriter.Addressed(notice, recipients));
            journal.record(Act.of(
                    c.leadUnit(),
                    "notification.reminded",
                    c.number(),
                    Actor.SYSTEM,
                    Map.of("kind", kind.code(), "dueOn", due.toString(), "people", recipients.size())));
        }
        store.sent(sent);
        writer.write(notices);
        return candidates.size();
    }

    /** Before the due date the officers; after it the leaders too. Where there are no officers, the leaders. */
    private List<Person> recipients(ReminderStore.Candidate c, ReminderKind.Stage stage, LocalDate today) {
        var all = new LinkedHashSet<>(
                people.holdingOrStandingIn(Actor.group("officer", c.leadUnit()), today, c.processKey()));
        if (all.isEmpty() || stage != ReminderKind.Stage.BEFORE) {
            all.addAll(people.holdingOrStandingIn(Actor.group("leader", c.leadUnit()), today, c.processKey()));
        }
        return List.copyOf(all);
    }

    private static String key(ReminderKind kind, boolean friendly) {
        String words =
                switch (kind.stage()) {
                    case BEFORE -> kind.workingDays() == 0 ? "today" : "before";
                    case AFTER, WEEKLY -> "after";
                };
        return (friendly ? "notification.ask." : "notification.remind.") + words;
    }
}
