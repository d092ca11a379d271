package vn.angiang.plan72.feedback.workflow;

import java.util.Date;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.feedback.SupervisionFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code social-supervision.bpmn}. */
@ProcessSteps("socialSupervisionSteps")
class SupervisionSteps {

    private final SupervisionFlow flow;

    SupervisionSteps(SupervisionFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Whether the content came along: {@code YES} or {@code NO}. */
    public String takeIn(String caseNumber, String leadUnit) {
        return flow.takeIn(caseNumber, leadUnit);
    }

    /** What it is about. */
    public String topicOf(String caseNumber) {
        return flow.topicOf(caseNumber);
    }

    /** Level of the place. */
    public String placeOf(String caseNumber) {
        return flow.placeOf(caseNumber);
    }

    /** Keeps what the decision table says. */
    public void proposeUnit(String caseNumber, @Nullable String route) {
        flow.proposeUnit(caseNumber, route);
    }

    /** Supervised, nothing to answer. */
    public void recordNothing(String caseNumber) {
        flow.recordNothing(caseNumber);
    }

    /** Not taken up. */
    public void recordRefusal(String caseNumber) {
        flow.recordRefusal(caseNumber);
    }

    /** The unit that answers, from today. */
    public String assignAnswerer(String caseNumber) {
        return flow.assignAnswerer(caseNumber);
    }

    /** Just after the last day for the answer. */
    public Date answerOverdueAt(String caseNumber) {
        return flow.answerOverdueAt(caseNumber);
    }

    /** Tells who must know that the answer is late. */
    public void urgeAnswer(String caseNumber) {
        flow.urgeAnswer(caseNumber);
    }

    /** Shows the answer to the sender; says who rates it. */
    public String publishAnswer(String caseNumber) {
        return flow.publishAnswer(caseNumber);
    }

    /** Just after the last day for rating. */
    public Date ratingEndsAt(String caseNumber) {
        return flow.ratingEndsAt(caseNumber);
    }

    /** How the sender rated. */
    public String readRating(String caseNumber) {
        return flow.readRating(caseNumber);
    }

    /** Nobody rated in time. */
    public String recordSilence(String caseNumber) {
        return flow.recordSilence(caseNumber);
    }

    /** Asks for an inspection out of turn. */
    public void raiseInspection(String caseNumber) {
        flow.raiseInspection(caseNumber);
    }

    /** The opinion is settled. */
    public void closeOpinion(String caseNumber) {
        flow.closeOpinion(caseNumber);
    }
}
