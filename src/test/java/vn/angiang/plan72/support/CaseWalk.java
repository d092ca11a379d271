package vn.angiang.plan72.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.OpenTask;
import vn.angiang.plan72.worklist.TaskDesk;
import vn.angiang.plan72.worklist.WorkItem;

/** Walks a case to its end: whatever task waits is answered by somebody who may, time passes when none waits. */
@TestComponent
public class CaseWalk {

    private static final int LONGEST = 500;
    private static final int[] DAYS_AHEAD = {0, 30, 1};

    private final Cases cases;
    private final Inbox inbox;
    private final TaskDesk desk;
    private final Documents documents;
    private final As as;
    private final Clockwork clock;
    private final List<WalkHelp> helps;

    CaseWalk(
            Cases cases,
            Inbox inbox,
            TaskDesk desk,
            Documents documents,
            As as,
            Clockwork clock,
            AutowireCapableBeanFactory beans) {
        this.cases = cases;
        this.inbox = inbox;
        this.desk = desk;
        this.documents = documents;
        this.as = as;
        this.clock = clock;
        this.helps = helps(beans);
    }

    private static List<WalkHelp> helps(AutowireCapableBeanFactory beans) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(WalkHelp.class));
        var found = new ArrayList<WalkHelp>();
        for (var candidate : scanner.findCandidateComponents("vn.angiang.plan72")) {
            try {
                found.add((WalkHelp) beans.createBean(Class.forName(candidate.getBeanClassName())));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    /** Walks until the case is closed; returns the steps that were answered, in order. */
    public List<String> toTheEnd(String caseNumber) {
        var done = new ArrayList<String>();
        var visits = new HashMap<String, Integer>();
        for (int i = 0; i < LONGEST; i++) {
            var file = cases.byNumber(caseNumber);
            if (!file.isOpen()) {
                return done;
            }
            boolean elsewhere = inbox.ofCase(caseNumber).isEmpty() && stepOfOthers(caseNumber, visits);
            if (!elsewhere && !step(file, visits, done)) {
                throw new AssertionError(caseNumber + " waits for nothing after " + done);
            }
        }
        throw new AssertionError(caseNumber + " does not end: " + done);
    }

    private boolean stepOfOthers(String caseNumber, Map<String, Integer> visits) {
        return helps.stream()
                .flatMap(h -> h.waitsFor(caseNumber).stream())
                .anyMatch(other -> step(cases.byNumber(other), visits, new ArrayList<>()));
    }

    /** Answers what waits, or lets time pass; false when neither is possible. */
    private boolean step(CaseFile file, Map<String, Integer> visits, List<String> done) {
        var waiting = inbox.ofCase(file.number());
        if (waiting.isEmpty()) {
            return file.processInstanceId() != null && clock.fireNext(file.processInstanceId());
        }
        WorkItem task = waiting.get(0);
        answer(task, visits.merge(file.number() + task.taskKey(), 1, Integer::sum) - 1);
        done.add(task.taskKey().replace("UserTask_", ""));
        return true;
    }

    private void answer(WorkItem task, int visit) {
        String person = task.candidates().get(0).toLowerCase(Locale.ROOT);
        as.run(person, () -> {
            var actor = as.actor(person);
            help(task).forEach(h -> h.before(task, actor));
            OpenTask open = desk.open(task.taskId(), actor);
            Refusal.BadInput refused = null;
            for (int daysAhead : DAYS_AHEAD) {
                var answers = new GeneratedAnswers(
                                open, clock.today(), key -> file(task, key, person), visit, daysAhead)
                        .raw();
                help(task).forEach(h -> h.adjust(task, answers));
                try {
                    desk.complete(
                            task.taskId(), new TaskDesk.Submission(answers, null, Locale.forLanguageTag("vi")), actor);
                    return;
                } catch (Refusal.BadInput mistakes) {
                    refused = mistakes;
                }
            }
            throw new AssertionError(task.taskKey() + " of " + task.processKey() + ": " + refused.errors());
        });
    }

    private List<WalkHelp> help(WorkItem task) {
        return helps.stream()
                .filter(h -> h.processKey().equals(task.processKey()))
                .toList();
    }

    private String file(WorkItem task, String key, String person) {
        var content = new ByteArrayInputStream("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return documents
                .store(task.caseNumber(), task.taskId(), key, "tai-lieu.pdf", content, as.actor(person))
                .id();
    }
}
