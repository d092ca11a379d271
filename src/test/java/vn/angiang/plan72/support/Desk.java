package vn.angiang.plan72.support;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.Receipt;
import vn.angiang.plan72.worklist.TaskDesk;
import vn.angiang.plan72.worklist.WorkItem;

/** Does tasks of a case as the people would: by step, with answers. */
@TestComponent
public class Desk {

    private final Inbox inbox;
    private final TaskDesk desk;
    private final As as;

    Desk(Inbox inbox, TaskDesk desk, As as) {
        this.inbox = inbox;
        this.desk = desk;
        this.as = as;
    }

    /** Open steps of a case, by element id without prefix. */
    public List<String> steps(String caseNumber) {
        return inbox.ofCase(caseNumber).stream()
                .map(w -> w.taskKey().replace("UserTask_", ""))
                .sorted()
                .toList();
    }

    /** The open task of a step. */
    public WorkItem task(String caseNumber, String step) {
        return inbox.ofCase(caseNumber).stream()
                .filter(w -> w.taskKey().equals("UserTask_" + step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + step + " in " + steps(caseNumber)));
    }

    /** Completes the open task of a step as a person; answers are {@code key, value, key, value …}. */
    public Receipt does(String username, String caseNumber, String step, Object... answers) {
        var groups = as.actor(username).allGroups();
        var item = inbox.ofCase(caseNumber).stream()
                .filter(w -> w.taskKey().equals("UserTask_" + step))
                .filter(w -> w.candidates().stream().anyMatch(groups::contains))
                .findFirst()
                .orElseGet(() -> task(caseNumber, step));
        return as.call(
                username,
                () -> desk.complete(
                        item.taskId(),
                        new TaskDesk.Submission(raw(answers), null, Locale.forLanguageTag("vi")),
                        as.actor(username)));
    }

    /** Inputs of a form as a browser sends them. */
    public static Map<String, List<String>> raw(Object... answers) {
        var raw = new HashMap<String, List<String>>();
        for (int i = 0; i < answers.length; i += 2) {
            Object value = answers[i + 1];
            raw.put(
                    String.valueOf(answers[i]),
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(value)));
        }
        return raw;
    }
}
