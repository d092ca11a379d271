package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of a request, and refuses what cannot be. */
@Component
class RequestAnswers {

    private final RequestStore store;
    private final Meeting meeting;
    private final ReviewDays days;
    private final HouseholdWords words;

    RequestAnswers(RequestStore store, Meeting meeting, ReviewDays days, HouseholdWords words) {
        this.store = store;
        this.meeting = meeting;
        this.days = days;
        this.words = words;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (a.task().processKey().equals(HouseholdRequests.PROCESS)) {
            String number = a.task().caseNumber();
            switch (a.task().taskKey()) {
                case "UserTask_checkRequest" -> checked(a, number);
                case "UserTask_surveyHousehold" -> {
                    requireRated(number, "surveyDone");
                    store.set(number, Map.of("state", "MEETING"));
                }
                case "UserTask_holdHamletMeeting" -> met(a, number);
                case "UserTask_concludePosting" -> posted(a, number);
                case "UserTask_decideRequest" -> decided(a, number);
                default ->
                    throw new IllegalStateException("Unknown task " + a.task().taskKey());
            }
        }
    }

    private void checked(TaskAnswered a, String number) {
        boolean refused = a.text("requestCheck").equals("REFUSED");
        store.set(number, refused ? Map.of("answer", a.text("reason")) : Map.of("state", "SURVEYING"));
    }

    private void requireRated(String number, String field) {
        if (store.of(number).result() == null) {
            throw words.refuse(field, "household.request.unrated");
        }
    }

    private void met(TaskAnswered a, String number) {
        Meeting.Result held = meeting.of(a, "hamletResult");
        store.set(
                number,
                Map.of(
                        "met_on", held.on(),
                        "attended", held.attended(),
                        "agreed", held.agreed(),
                        "state", held.agrees() ? "POSTED" : "SURVEYING"));
    }

    private void posted(TaskAnswered a, String number) {
        store.set(
                number,
                Map.of(
                        "objections",
                        Integer.parseInt(a.text("objections")),
                        "state",
                        a.text("postingResult").equals("KEPT") ? "SIGNING" : "SURVEYING"));
    }

    private void decided(TaskAnswered a, String number) {
        if (!a.text("requestDecision").equals("SIGNED")) {
            store.set(number, Map.of("state", "SURVEYING"));
            return;
        }
        requireRated(number, "requestDecision");
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        if (on.isAfter(days.today())) {
            throw words.refuse("signedOn", "household.error.future");
        }
        boolean deserved = store.of(number).deserved();
        if (!deserved && a.text("answer").isEmpty()) {
            throw words.refuse("answer", "household.request.answerMissing");
        }
        store.set(
                number,
                Map.of(
                        "document_no",
                        a.text("documentNumber"),
                        "signed_on",
                        on,
                        "answer",
                        deserved ? Optional.empty() : Optional.of(a.text("answer"))));
    }
}
