package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of a review, and refuses what cannot be. */
@Component
class ReviewAnswers {

    private final ReviewStore store;
    private final HouseholdStore households;
    private final ReviewFlow flow;
    private final Meeting meeting;
    private final ReviewDays days;
    private final HouseholdWords words;

    ReviewAnswers(
            ReviewStore store,
            HouseholdStore households,
            ReviewFlow flow,
            Meeting meeting,
            ReviewDays days,
            HouseholdWords words) {
        this.store = store;
        this.households = households;
        this.flow = flow;
        this.meeting = meeting;
        this.days = days;
        this.words = words;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (a.task().processKey().equals(HouseholdReviews.PROCESS)) {
            ofYear(a, a.task().taskKey());
        } else if (a.task().processKey().equals(HouseholdReviews.COMMUNE_PROCESS)) {
            ofCommune(a, a.task().taskKey());
        }
    }

    private void ofYear(TaskAnswered a, String task) {
        switch (task) {
            case "UserTask_reportPreliminary" -> flow.recordProvisional(a.task().caseNumber());
            case "UserTask_prepareOfficial" -> prepared(a);
            case "UserTask_approveOfficial" -> approved(a);
            default -> throw new IllegalStateException("Unknown task " + task);
        }
    }

    private void prepared(TaskAnswered a) {
        var communes = store.communes(a.task().caseNumber());
        if (a.text("officialReady").equals("SUBMIT")) {
            if (communes.stream().anyMatch(c -> !c.state().equals("DONE"))) {
                throw words.refuse("officialReady", "household.error.notDone");
            }
            return;
        }
        List<?> chosen = a.answers().get("reworkCommunes") instanceof List<?> list ? list : List.of();
        communes.forEach(c -> store.commune(c.caseNumber(), Map.of("rework", chosen.contains(c.commune()))));
    }

    private void approved(TaskAnswered a) {
        if (!a.text("officialApproval").equals("APPROVED")) {
            return;
        }
        store.review(
                a.task().caseNumber(),
                Map.of("official_no", a.text("documentNumber"), "official_on", day(a, "signedOn")));
    }

    private LocalDate day(TaskAnswered a, String field) {
        LocalDate on = LocalDate.parse(a.text(field));
        if (on.isAfter(days.today())) {
            throw words.refuse(field, "household.error.future");
        }
        return on;
    }

    private void ofCommune(TaskAnswered a, String task) {
        String number = a.task().caseNumber();
        switch (task) {
            case "UserTask_prepareList" -> listed(a, number);
            case "UserTask_surveyHouseholds" -> {
                requireRated(number, "surveyDone");
                state(number, "MEETING");
            }
            case "UserTask_holdMeeting" -> met(a, number);
            case "UserTask_resolveComplaints" -> {
                if (households.openComplaints(number) > 0) {
                    throw words.refuse("complaintsDone", "household.error.complaints");
                }
                requireRated(number, "complaintsDone");
                state(number, "SIGNING");
            }
            case "UserTask_signCommuneResult" -> signed(a, number);
            case "UserTask_checkCommune" -> checked(a, number);
            default -> throw new IllegalStateException("Unknown task " + task);
        }
    }

    private void listed(TaskAnswered a, String number) {
        boolean empty = a.text("listResult").equals("EMPTY");
        if (empty != (households.count(number) == 0)) {
            throw words.refuse("listResult", empty ? "household.error.notEmpty" : "household.error.empty");
        }
        state(number, "SURVEYING");
    }

    private void requireRated(String number, String field) {
        int unrated = households.unrated(number);
        if (unrated > 0) {
            throw words.refuse(field, "household.error.unrated", unrated);
        }
    }

    private void met(TaskAnswered a, String number) {
        Meeting.Result held = meeting.of(a, "meetingResult");
        store.commune(
                number,
                Map.of(
                        "met_on",
                        held.on(),
                        "attended",
                        held.attended(),
                        "agreed",
                        held.agreed(),
                        "state",
                        held.agrees() ? "POSTED" : "SURVEYING"));
    }

    private void signed(TaskAnswered a, String number) {
        if (!a.text("resultSigning").equals("SIGNED")) {
            store.commune(number, Map.of("state", "SURVEYING", "remark", a.text("reason")));
            return;
        }
        requireRated(number, "resultSigning");
        store.commune(
                number,
                Map.of("state", "CHECKING", "document_no", a.text("documentNumber"), "signed_on", day(a, "signedOn")));
    }

    private void checked(TaskAnswered a, String number) {
        if (!a.text("communeCheck").equals("ACCEPTED")) {
            store.commune(number, Map.of("state", "LISTING", "remark", a.text("reason")));
        }
    }

    private void state(String number, String state) {
        store.commune(number, Map.of("state", state));
    }
}
