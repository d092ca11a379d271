package vn.angiang.plan72.works.workflow;

import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.process.ProcessSteps;
import vn.angiang.plan72.works.WorksFlow;

/** The steps of {@code small-works.bpmn}. */
@ProcessSteps("worksSteps")
class WorksSteps {

    private final WorksFlow flow;

    WorksSteps(WorksFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task for the whole list. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Last day of a task for one work. */
    public Date dueOfWork(String caseNumber, String work, String task) {
        return flow.dueOfWork(caseNumber, work, task);
    }

    /** Works to be checked. */
    public List<String> works(String caseNumber) {
        return flow.works(caseNumber);
    }

    /** Total investment, đồng. */
    public Long totalOf(String caseNumber, String work) {
        return flow.totalOf(caseNumber, work);
    }

    /** Communes it lies in. */
    public Long communesOf(String caseNumber, String work) {
        return flow.communesOf(caseNumber, work);
    }

    /** Whether there is a typical design. */
    public Boolean typicalDesignOf(String caseNumber, String work) {
        return flow.typicalDesignOf(caseNumber, work);
    }

    /** Whether people contribute. */
    public Boolean peopleContributeTo(String caseNumber, String work) {
        return flow.peopleContributeTo(caseNumber, work);
    }

    /** Whether it is on the province's list. */
    public Boolean onListOf(String caseNumber, String work) {
        return flow.onListOf(caseNumber, work);
    }

    /** Keeps the result of the table. */
    public void recordEligibility(String caseNumber, String work, @Nullable String eligibility) {
        flow.recordEligibility(caseNumber, work, eligibility);
    }

    /** How many works go on. */
    public Long countEligible(String caseNumber) {
        return flow.countEligible(caseNumber);
    }

    /** Hands the works on to their communes. */
    public void startWorks(String caseNumber) {
        flow.startWorks(caseNumber);
    }

    /** Works to be built. */
    public List<String> eligibleOnes(String caseNumber) {
        return flow.eligibleOnes(caseNumber);
    }

    /** Commune of a work. */
    public String communeOf(String caseNumber, String work) {
        return flow.communeOf(caseNumber, work);
    }

    /** District of a work. */
    public String districtOf(String caseNumber, String work) {
        return flow.districtOf(caseNumber, work);
    }

    /** Just after the day it should be finished. */
    public Date finishPassesAt(String caseNumber, String work) {
        return flow.finishPassesAt(caseNumber, work);
    }

    /** Records that it is late, and urges. */
    public void recordDelay(String caseNumber, String work) {
        flow.recordDelay(caseNumber, work);
    }
}
