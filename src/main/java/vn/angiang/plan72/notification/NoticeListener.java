package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;

/** Turns {@code NoticeWanted} into notices and mails, in the transaction of the act. */
@Component
class NoticeListener {

    private final Cases cases;
    private final People people;
    private final NoticeWriter writer;
    private final ReminderStore reminders;
    private final Clock clock;

    NoticeListener(Cases cases, People people, NoticeWriter writer, ReminderStore reminders, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.writer = writer;
        this.reminders = reminders;
        this.clock = clock;
    }

    @EventListener
    void on(NoticeWanted wanted) {
        CaseFile file = cases.byNumber(wanted.caseNumber());
        LocalDate today = LocalDate.now(clock);
        var told = new LinkedHashSet<Person>();
        for (String group : wanted.groups()) {
            told.addAll(people.holdingOrStandingIn(group, today, file.processKey()));
        }
        wanted.people().forEach(u -> people.byUsername(u).filter(Person::active).ifPresent(told::add));
        var arguments = new ArrayList<>(List.of(file.number(), file.title()));
        arguments.addAll(wanted.arguments());
        var notice = NewNotice.ofCase(file.number(), wanted.messageKey(), arguments);
        writer.write(List.of(new NoticeWriter.Addressed(notice, told)));
        if (wanted.urging()) {
            reminders.urged(notice, file.dueOn() == null ? today : file.dueOn(), told.size());
        }
    }
}
