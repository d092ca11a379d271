package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of a programme year. */
@TestComponent
@ProcessSteps("programmeSteps")
public class ProgrammeStepsFake {

    final List<String> calls = new ArrayList<>();
    /** What each batch leaves over, in turn. */
    final Deque<Long> remaining = new ArrayDeque<>();

    void reset() {
        calls.clear();
        remaining.clear();
    }

    public Date dueOf(String caseNumber, String task) {
        calls.add("dueOf:" + task);
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(5)));
    }

    public void propose(String caseNumber) {
        calls.add("propose");
    }

    public void issue(String caseNumber) {
        calls.add("issue");
    }

    public Long startBatch(String caseNumber) {
        calls.add("startBatch");
        return remaining.isEmpty() ? Long.valueOf(0) : remaining.poll();
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }
}
