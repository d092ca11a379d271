package vn.angiang.plan72.inspection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of an inspection, and refuses what cannot be. */
@Component
class InspectionAnswers {

    private final InspectionStore store;
    private final InspectionFlow flow;
    private final Cases cases;
    private final Units units;
    private final People people;
    private final InspectionWords words;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InspectionAnswers(
            InspectionStore store,
            InspectionFlow flow,
            Cases cases,
            Units units,
            People people,
            InspectionWords words,
            Clock clock) {
        this.store = store;
        this.flow = flow;
        this.cases = cases;
        this.units = units;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.file().processKey().equals(Inspections.PROCESS)) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_decideInspection" -> decided(a);
            case "UserTask_reportByUnit" -> set(a, Map.of("unit_report", a.text("unitReport")));
            case "UserTask_drawSample" -> drawn(a);
            case "UserTask_inspectOnSite" -> onSite(a);
            case "UserTask_signMinutesTeam" -> set(a, Map.of("team_remark", a.text("teamRemark")));
            case "UserTask_signMinutesUnit" ->
                set(a, Map.of("unit_signs", a.text("unitSigns"), "unit_remark", a.text("unitRemark")));
            case "UserTask_writeResultReport" -> set(a, Map.of("result_report", a.text("resultReport")));
            case "UserTask_draftConclusion" -> drafted(a);
            case "UserTask_explainDraft" -> set(a, Map.of("explanation", a.text("explanationText")));
            case "UserTask_concludeInspection" -> concluded(a);
            case "UserTask_publishConclusion" -> published(a);
            case "UserTask_remedy", "UserTask_verifyRemedy" ->
                cases.touch(a.file().number());
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void decided(TaskAnswered a) {
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        LocalDate starts = LocalDate.parse(a.text("startsOn"));
        if (on.isAfter(today())) {
            throw words.refuse("signedOn", "inspection.error.future");
        }
        if (!starts.isAfter(on)) {
            throw words.refuse("startsOn", "inspection.error.startsBefore");
        }
        Inspection i = store.of(a.file().number());
        List<String> members = strings(a.answers().get("members"));
        for (String username : members) {
            boolean own = people.byUsername(username).stream()
                    .anyMatch(p -> people.positionsOf(p.username(), today()).stream()
                            .anyMatch(position -> units.isWithin(position.unitCode(), i.unit())));
            if (own) {
                throw words.refuse("members", "inspection.error.member", username);
            }
        }
        store.members(i.caseNumber(), members);
        LocalDate ends = flow.lastDayOnSite(i.unit(), starts);
        var values = new HashMap<String, Object>();
        values.put("decision_no", a.text("documentNumber"));
        values.put("decided_on", on);
        values.put("starts_on", starts);
        values.put("ends_on", ends);
        values.put("scope", a.text("scope"));
        set(a, values);
        cases.moveDue(i.caseNumber(), ends, false);
    }

    /** The seed is the system's, the list is the unit's communes; both are kept, so that anybody can draw again. */
    private void drawn(TaskAnswered a) {
        Inspection i = store.of(a.file().number());
        List<String> from = units.childrenOf(i.unit()).stream()
                .filter(u -> u.existsOn(today()))
                .map(Unit::code)
                .sorted()
                .toList();
        List<String> list = from.isEmpty() ? List.of(i.unit()) : from;
        int wanted = Integer.parseInt(a.text("wanted"));
        if (wanted > list.size()) {
            throw words.refuse("wanted", "inspection.error.wanted", list.size());
        }
        long seed = random.nextLong();
        set(
                a,
                Map.of(
                        "draw_seed",
                        seed,
                        "draw_wanted",
                        wanted,
                        "draw_from",
                        String.join(",", list),
                        "drawn",
                        String.join(",", RandomDraw.draw(seed, list, wanted))));
    }

    private void onSite(TaskAnswered a) {
        set(a, Map.of("interviewed", Integer.parseInt(a.text("interviewed")), "site_summary", a.text("summary")));
    }

    private void drafted(TaskAnswered a) {
        Inspection i = store.of(a.file().number());
        boolean bare = i.findings().stream()
                .anyMatch(f -> i.recommendations().stream().noneMatch(r -> r.findingId() == f.id()));
        if (bare) {
            throw words.refuse("", "inspection.error.bareFinding");
        }
        set(a, Map.of("draft", a.text("draft"), "draft_due_on", Optional.empty()));
    }

    private void concluded(TaskAnswered a) {
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        Inspection i = store.of(a.file().number());
        if (on.isAfter(today()) || i.decidedOn() != null && on.isBefore(i.decidedOn())) {
            throw words.refuse("signedOn", "inspection.error.concludedOn");
        }
        LocalDate remedy = LocalDate.parse(a.text("remedyDueOn"));
        if (!remedy.isAfter(today())) {
            throw words.refuse("remedyDueOn", "inspection.error.remedyDue");
        }
        set(
                a,
                Map.of(
                        "conclusion_no",
                        a.text("documentNumber"),
                        "concluded_on",
                        on,
                        "conclusion_text",
                        a.text("conclusionText"),
                        "remedy_due_on",
                        remedy));
    }

    private void published(TaskAnswered a) {
        LocalDate on = LocalDate.parse(a.text("publishedOn"));
        Inspection i = store.of(a.file().number());
        if (on.isAfter(today()) || i.concludedOn() != null && on.isBefore(i.concludedOn())) {
            throw words.refuse("publishedOn", "inspection.error.publishedOn");
        }
        List<String> how = strings(a.answers().get("how"));
        if (!how.contains("MEETING") || how.size() < 2) {
            throw words.refuse("how", "inspection.error.how");
        }
        set(a, Map.of("published_on", on, "published_how", String.join(",", how)));
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private void set(TaskAnswered a, Map<String, ?> values) {
        store.set(a.file().number(), values);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
