package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the steps every model may call. */
@TestComponent
@ProcessSteps("caseSteps")
public class CaseStepsFake {

    final List<String> told = new ArrayList<>();

    public Date dueIn(String caseNumber, Number workingDays) {
        return inDays(workingDays.intValue());
    }

    public Date dueInDays(String caseNumber, Number calendarDays) {
        return inDays(calendarDays.intValue());
    }

    public Date dueOn(String caseNumber, String dayAndMonth) {
        return inDays(100);
    }

    public Date dueWithCase(String caseNumber) {
        return inDays(50);
    }

    public Date after(String caseNumber, Number workingDays) {
        return inDays(workingDays.intValue() + 1);
    }

    public Date afterDays(String caseNumber, Number calendarDays) {
        return inDays(calendarDays.intValue() + 1);
    }

    public Date onDay(String caseNumber, String dayAndMonth) {
        told.add("on " + dayAndMonth);
        return inDays(200);
    }

    public Date afterDay(String caseNumber, String dayAndMonth) {
        return inDays(201);
    }

    public void tell(String caseNumber, String role, String unit, String words) {
        told.add("tell " + role + "." + unit);
    }

    public void urge(String caseNumber, String role, String unit, String words) {
        told.add("urge " + role + "." + unit);
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
