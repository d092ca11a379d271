package vn.angiang.plan72.accountability;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.notification.Reminders;
import vn.angiang.plan72.shared.Actor;

/**
 * Gathers what the system knows: the matter itself with its dates, original and extended, the reminders that were sent,
 * and the unit's other cases of the year that are late or failed. Reads cases and reminders, no other flow.
 */
@Component
class EvidenceCollector {

    private static final int MOST = 100;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Cases cases;
    private final CaseList list;
    private final Reminders reminders;
    private final AccountabilityWords words;

    EvidenceCollector(Cases cases, CaseList list, Reminders reminders, AccountabilityWords words) {
        this.cases = cases;
        this.list = list;
        this.reminders = reminders;
        this.words = words;
    }

    /** One thing found. */
    record Found(String kind, String refCase, String text) {}

    List<Found> about(AccountabilityCase matter, int year, LocalDate today) {
        var found = new java.util.ArrayList<Found>();
        if (matter.sourceCase() != null) {
            CaseFile source = cases.byNumber(matter.sourceCase());
            found.add(told(source));
            var sent = reminders.ofCase(source.number(), VIETNAMESE);
            found.add(
                    new Found("REMINDERS", source.number(), words.say("accountability.found.reminders", sent.size())));
        }
        for (CaseFile file : ofUnit(matter.unit(), year)) {
            boolean late = file.dueOn() != null
                    && (file.submittedOn() == null ? today : file.submittedOn()).isAfter(file.dueOn());
            boolean other = !file.number().equals(matter.sourceCase())
                    && !file.processKey().equals(AccountabilityCases.PROCESS);
            if (other && late) {
                found.add(told(file));
            }
        }
        return found;
    }

    private List<CaseFile> ofUnit(String unit, int year) {
        return list.find(CaseQuery.all().withUnit(unit).withYear(year).withPage(0, MOST), Actor.SYSTEM)
                .cases();
    }

    private Found told(CaseFile file) {
        String kind = file.processKey().endsWith("Report") ? "REPORT" : "ASSIGNMENT";
        return new Found(
                kind,
                file.number(),
                words.say(
                        "accountability.found.case",
                        file.number(),
                        file.title(),
                        day(file.originalDueOn()),
                        day(file.dueOn()),
                        file.extensions(),
                        day(file.submittedOn()),
                        words.say(file.state().messageKey())));
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "–" : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
