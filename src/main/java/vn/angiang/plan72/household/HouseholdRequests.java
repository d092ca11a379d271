package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/**
 * Requests of single households outside the yearly review. The household is for its commune alone, and each look goes to
 * the commune's journal; others get numbers.
 */
@Service
public class HouseholdRequests {

    /** Key of the flow. */
    public static final String PROCESS = "householdRequest";

    private final RequestStore store;
    private final HouseholdClasses classes;
    private final Cases cases;
    private final CaseAccess access;
    private final Units units;
    private final ReviewDays days;
    private final Journal journal;
    private final HouseholdWords words;

    HouseholdRequests(
            RequestStore store,
            HouseholdClasses classes,
            Cases cases,
            CaseAccess access,
            Units units,
            ReviewDays days,
            Journal journal,
            HouseholdWords words) {
        this.store = store;
        this.classes = classes;
        this.cases = cases;
        this.access = access;
        this.units = units;
        this.days = days;
        this.journal = journal;
        this.words = words;
    }

    /**
     * What was found at the household.
     *
     * @param needed by form A, whether form B must be filled in
     * @param assetPoints B1 of form B; heeded when form B is needed
     * @param deprived numbers of the indicators of form B, 1 to 10, in which the household is deprived
     */
    public record Survey(String members, String area, boolean needed, String assetPoints, Set<Integer> deprived) {}

    /** Numbers of a year by commune, and their sum. */
    public record Year(int year, List<RequestCounts> communes, RequestCounts total) {}

    /** Communes whose requests this person works on, by code. */
    public Set<String> communesOf(Actor actor) {
        return actor.allUnitCodes().stream()
                .filter(u ->
                        units.find(u).filter(x -> x.level().equals("commune")).isPresent())
                .filter(u -> HouseholdLists.isOfCommune(u, actor))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Requests of the own communes; nothing for anybody else. */
    @Transactional
    public List<HouseholdRequest> of(Actor actor) {
        Set<String> communes = communesOf(actor);
        var found = store.ofCommunes(communes);
        found.stream()
                .map(HouseholdRequest::commune)
                .distinct()
                .forEach(c -> journal.record(
                        Act.of(c, "household.looked", null, actor, Map.of("page", "danh-sach-de-nghi"))));
        return found;
    }

    /**
     * A request, for people of its commune; the look is recorded.
     *
     * @throws Refusal.NotFound for everybody else, whatever their office
     */
    @Transactional
    public HouseholdRequest look(String caseNumber, Actor actor) {
        return looked(caseNumber, "de-nghi", actor);
    }

    HouseholdRequest looked(String caseNumber, String page, Actor actor) {
        HouseholdRequest request = own(caseNumber, actor);
        journal.record(Act.of(request.commune(), "household.looked", caseNumber, actor, Map.of("page", page)));
        return request;
    }

    private HouseholdRequest own(String caseNumber, Actor actor) {
        return store.find(caseNumber)
                .filter(r -> HouseholdLists.isOfCommune(r.commune(), actor))
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Whether this person may write the survey down now: an officer of the commune, while it is being made. */
    public boolean maySurvey(HouseholdRequest request, Actor actor) {
        return request.state().equals("SURVEYING")
                && actor.allGroups().contains(Actor.group("officer", request.commune()));
    }

    /**
     * Writes forms A and B down and rates the household by the table of the day.
     *
     * @throws Refusal.BadInput naming every mistake
     * @throws Refusal.Conflict when it is not the time for it
     */
    @Transactional
    public void survey(String caseNumber, Survey survey, Actor by) {
        HouseholdRequest request = own(caseNumber, by);
        if (!maySurvey(request, by)) {
            throw new Refusal.Conflict("household.request.notNow");
        }
        var errors = new ArrayList<FieldError>();
        int members = whole(errors, "members", survey.members(), 1, HouseholdSheet.MOST_MEMBERS);
        if (!Set.of("RURAL", "URBAN").contains(survey.area())) {
            errors.add(new FieldError("area", words.say("household.request.area")));
        }
        boolean full = survey.needed() || !request.previous().equals("NONE");
        int points = full ? whole(errors, "assetPoints", survey.assetPoints(), 0, HouseholdSheet.MOST_POINTS) : 0;
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        var marks = new StringBuilder();
        for (int i = 1; i <= HouseholdSheet.INDICATORS; i++) {
            marks.append(survey.deprived().contains(i) ? '1' : '0');
        }
        String rated = full
                ? classes.on(days.today())
                        .rate(survey.area(), points, HouseholdRow.deprived(marks.toString()))
                        .orElseThrow(() -> words.refuse("assetPoints", "household.import.noThreshold"))
                : "NOT_POOR";
        store.set(
                caseNumber,
                Map.of(
                        "members",
                        members,
                        "area",
                        survey.area(),
                        "needed",
                        full,
                        "asset_points",
                        full ? java.util.Optional.of(points) : java.util.Optional.empty(),
                        "deprivations",
                        full ? java.util.Optional.of(marks.toString()) : java.util.Optional.empty(),
                        "result",
                        rated));
        cases.touch(caseNumber);
        journal.record(Act.of(request.commune(), "household.requestSurveyed", caseNumber, by, Map.of()));
    }

    private int whole(List<FieldError> errors, String field, String typed, int min, int max) {
        String clean = typed.strip();
        int number = clean.matches("\\d{1,4}") ? Integer.parseInt(clean) : -1;
        if (number < min || number > max) {
            errors.add(new FieldError(
                    field, words.say("household.request." + field, String.valueOf(min), String.valueOf(max))));
        }
        return number;
    }

    /** Numbers of the communes this person may know the sums of; communes without a request are left out. */
    @Transactional(readOnly = true)
    public Year year(int year, Actor actor) {
        var scope = access.scopeOf(actor);
        var seen = store.counts(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), days.today()).stream()
                .filter(c -> scope.everything() || scope.units().stream().anyMatch(u -> units.isWithin(c.commune(), u)))
                .toList();
        return new Year(year, seen, seen.stream().reduce(RequestCounts.none(), RequestCounts::plus));
    }
}
