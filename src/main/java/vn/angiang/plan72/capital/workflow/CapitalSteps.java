package vn.angiang.plan72.capital.workflow;

import java.util.Date;
import java.util.List;
import vn.angiang.plan72.capital.CapitalFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code capital-allocation.bpmn}. */
@ProcessSteps("capitalSteps")
class CapitalSteps {

    private final CapitalFlow flow;

    CapitalSteps(CapitalFlow flow) {
        this.flow = flow;
    }

    /** Opens the table; code of the appraising agency, or {@code NONE} when a district leads. */
    public String openAllocation(String caseNumber) {
        return flow.openAllocation(caseNumber);
    }

    /** Last day of a task of the province that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Last day of a task of a district that opens now. */
    public Date dueInDistrict(String caseNumber, String district, String task) {
        return flow.dueInDistrict(caseNumber, district, task);
    }

    /** Districts with a part in the case. */
    public List<String> districts(String caseNumber) {
        return flow.districts(caseNumber);
    }

    /** Gives what the Chair decided. */
    public void giveCapital(String caseNumber) {
        flow.giveCapital(caseNumber);
    }

    /** Just after the last day to allocate. */
    public Date allocationEndsAt(String caseNumber, String district) {
        return flow.allocationEndsAt(caseNumber, district);
    }

    /** Records that the district is late, and urges. */
    public void recordLateness(String caseNumber, String district) {
        flow.recordLateness(caseNumber, district);
    }

    /** Just after the year. */
    public Date yearEndsAt(String caseNumber) {
        return flow.yearEndsAt(caseNumber);
    }

    /** Makes the signed draft count. */
    public void recordAllocation(String caseNumber, String district) {
        flow.recordAllocation(caseNumber, district);
    }
}
