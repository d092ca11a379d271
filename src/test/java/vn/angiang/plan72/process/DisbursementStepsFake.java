package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of disbursement. */
@TestComponent
@ProcessSteps("disbursementSteps")
public class DisbursementStepsFake {

    final List<String> calls = new ArrayList<>();
    long quarter = 1;
    long percent = 100;

    public Date dueOf(String caseNumber, String task) {
        return CapitalStepsFake.inDays(10);
    }

    public Date quarterEndsAt(String caseNumber) {
        return CapitalStepsFake.inDays(90);
    }

    public Long quarterOf(String caseNumber) {
        return quarter;
    }

    public Long disbursedPercent(String caseNumber) {
        return percent;
    }

    public Long recordQuarter(String caseNumber) {
        calls.add("quarter:" + quarter);
        return 4 - quarter++;
    }

    public void closeDisbursement(String caseNumber) {
        calls.add("close");
    }
}
