package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of small works. */
@TestComponent
@ProcessSteps("worksSteps")
public class WorksStepsFake {

    final List<String> calls = new ArrayList<>();
    List<String> works = List.of("1", "2");
    long total;
    long eligible;

    public Date dueOf(String caseNumber, String task) {
        return CapitalStepsFake.inDays(10);
    }

    public Date dueOfWork(String caseNumber, String work, String task) {
        return CapitalStepsFake.inDays(10);
    }

    public List<String> works(String caseNumber) {
        return works;
    }

    public Long totalOf(String caseNumber, String work) {
        return total;
    }

    public Long communesOf(String caseNumber, String work) {
        return 1L;
    }

    public Boolean typicalDesignOf(String caseNumber, String work) {
        return true;
    }

    public Boolean peopleContributeTo(String caseNumber, String work) {
        return true;
    }

    public Boolean onListOf(String caseNumber, String work) {
        return true;
    }

    public void recordEligibility(String caseNumber, String work, String eligibility) {
        calls.add(work + ":" + eligibility);
        eligible += "ELIGIBLE".equals(eligibility) ? 1 : 0;
    }

    public Long countEligible(String caseNumber) {
        return eligible;
    }

    public void startWorks(String caseNumber) {
        calls.add("startWorks");
    }

    public List<String> eligibleOnes(String caseNumber) {
        return works;
    }

    public String communeOf(String caseNumber, String work) {
        return "X3028" + work;
    }

    public String districtOf(String caseNumber, String work) {
        return "H891";
    }

    public Date finishPassesAt(String caseNumber, String work) {
        return CapitalStepsFake.inDays(60);
    }

    public void recordDelay(String caseNumber, String work) {
        calls.add("delay:" + work);
    }
}
