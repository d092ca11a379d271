package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of social supervision. */
@TestComponent
@ProcessSteps("socialSupervisionSteps")
public class SocialSupervisionStepsFake {

    final List<String> calls = new ArrayList<>();
    String content = "YES";
    String topic = "WORKS";
    String place = "DISTRICT";
    String origin = "PUBLIC";
    String rating = "SATISFIED";
    String proposed = "";

    public Date dueOf(String caseNumber, String task) {
        return inDays(10);
    }

    public String takeIn(String caseNumber, String leadUnit) {
        return content;
    }

    public String topicOf(String caseNumber) {
        return topic;
    }

    public String placeOf(String caseNumber) {
        return place;
    }

    public void proposeUnit(String caseNumber, String route) {
        proposed = route;
    }

    public void recordNothing(String caseNumber) {
        calls.add("recordNothing");
    }

    public void recordRefusal(String caseNumber) {
        calls.add("recordRefusal");
    }

    public String assignAnswerer(String caseNumber) {
        calls.add("assignAnswerer");
        return "H891";
    }

    public Date answerOverdueAt(String caseNumber) {
        return inDays(11);
    }

    public void urgeAnswer(String caseNumber) {
        calls.add("urgeAnswer");
    }

    public String publishAnswer(String caseNumber) {
        calls.add("publishAnswer");
        return origin;
    }

    public Date ratingEndsAt(String caseNumber) {
        return inDays(15);
    }

    public String readRating(String caseNumber) {
        return rating;
    }

    public String recordSilence(String caseNumber) {
        calls.add("recordSilence");
        return "SILENT";
    }

    public void raiseInspection(String caseNumber) {
        calls.add("raiseInspection");
    }

    public void closeOpinion(String caseNumber) {
        calls.add("closeOpinion");
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
