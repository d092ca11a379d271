package vn.angiang.plan72.household;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** A meeting in the hamlet, as people wrote it down. */
@Component
class Meeting {

    private final ReviewDays days;
    private final HouseholdWords words;

    Meeting(ReviewDays days, HouseholdWords words) {
        this.days = days;
        this.words = words;
    }

    /** How it went. */
    record Result(LocalDate on, int attended, int agreed, boolean agrees) {}

    /**
     * Reads the answers of a task.
     *
     * @param outcome field that says whether the meeting agreed
     * @throws Refusal.BadInput when more agreed than came, or too few for an agreement
     */
    Result of(TaskAnswered a, String outcome) {
        LocalDate on = LocalDate.parse(a.text("metOn"));
        if (on.isAfter(days.today())) {
            throw words.refuse("metOn", "household.error.future");
        }
        int attended = Integer.parseInt(a.text("attended"));
        int agreed = Integer.parseInt(a.text("agreed"));
        if (agreed > attended) {
            throw words.refuse("agreed", "household.error.agreed");
        }
        boolean agrees = a.text(outcome).equals("AGREED");
        if (agrees && (attended == 0 || agreed * 100L < (long) days.leastAgreement() * attended)) {
            throw words.refuse(outcome, "household.error.agreement", days.leastAgreement());
        }
        return new Result(on, attended, agreed, agrees);
    }
}
