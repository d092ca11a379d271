package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Takes a request of a household in: a restricted case of its own, and its process. */
@Service
public class RequestIntake {

    private static final int LONGEST = 200;
    private static final int OLDEST_DAYS = 60;

    private final RequestStore store;
    private final ReviewStore reviews;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final ReviewDays days;
    private final Journal journal;
    private final HouseholdWords words;

    RequestIntake(
            RequestStore store,
            ReviewStore reviews,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            ReviewDays days,
            Journal journal,
            HouseholdWords words) {
        this.store = store;
        this.reviews = reviews;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.days = days;
        this.journal = journal;
        this.words = words;
    }

    /**
     * The paper as it was received.
     *
     * @param code of the household in the commune's register, or a new one
     * @param kind {@code ENTER} or {@code LEAVE}
     * @param receivedOn day of receipt, null when none was typed that can be read
     */
    public record Paper(
            String commune, String code, String headName, String hamlet, String kind, @Nullable LocalDate receivedOn) {}

    /**
     * Records a request.
     *
     * @return number of its case
     * @throws Refusal.NotFound when the person is no officer of the commune
     * @throws Refusal.BadInput naming every mistake
     * @throws Refusal.Conflict while the commune's yearly review runs (default, no legal basis), or when the household's
     *     earlier request is not answered yet
     */
    @Transactional
    public String receive(Paper paper, Actor by) {
        if (!by.allGroups().contains(Actor.group("officer", paper.commune()))) {
            throw new Refusal.NotFound("case.notFound", paper.commune());
        }
        String code = Texts.clean(paper.code()).toUpperCase(java.util.Locale.ROOT);
        String name = Texts.clean(paper.headName());
        String hamlet = Texts.clean(paper.hamlet());
        LocalDate on = check(paper, code, name, hamlet);
        requireOutsideTheReview(paper.commune());
        RequestStore.Standing household = standing(paper.commune(), code);
        if (store.hasOpen(household.id())) {
            throw new Refusal.Conflict("household.request.open");
        }
        String previous = previous(household);
        if (paper.kind().equals("LEAVE") && previous.equals("NONE")
                || paper.kind().equals("ENTER") && previous.equals("POOR")) {
            throw words.refuse("kind", "household.request.pointless");
        }
        store.name(household.id(), name, hamlet);
        CaseFile file = open(paper.commune(), on, by);
        boolean wasPoor = household.wasPoor() || "POOR".equals(household.lastClass()) || store.oncePoor(household.id());
        store.insert(
                file.number(),
                paper.commune(),
                household.id(),
                paper.kind(),
                on,
                days.requestDue(on),
                previous,
                wasPoor);
        String instance = processes.start(HouseholdRequests.PROCESS, file.number(), Map.of());
        cases.runsOn(file.number(), instance, models.latestDefinition(HouseholdRequests.PROCESS));
        journal.record(Act.of(paper.commune(), "household.requestReceived", file.number(), by, Map.of()));
        return file.number();
    }

    private LocalDate check(Paper paper, String code, String name, String hamlet) {
        var errors = new ArrayList<FieldError>();
        if (!HouseholdSheet.CODE.matcher(code).matches()) {
            errors.add(new FieldError("code", words.say("household.request.code")));
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.add(new FieldError("headName", words.say("household.request.headName")));
        }
        if (hamlet.isEmpty() || hamlet.length() > LONGEST) {
            errors.add(new FieldError("hamlet", words.say("household.request.hamlet")));
        }
        if (!Set.of("ENTER", "LEAVE").contains(paper.kind())) {
            errors.add(new FieldError("kind", words.say("household.request.kind")));
        }
        LocalDate on = paper.receivedOn();
        if (on == null || on.isAfter(days.today()) || on.isBefore(days.today().minusDays(OLDEST_DAYS))) {
            errors.add(new FieldError("receivedOn", words.say("household.request.receivedOn")));
        }
        if (on == null || !errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return on;
    }

    /** While the commune reviews, a household that asks goes onto the list. */
    private void requireOutsideTheReview(String commune) {
        int year = days.today().getYear();
        if (!days.today().isBefore(days.begins(year))
                && reviews.ofYear(commune, year)
                        .map(reviews::ofCommune)
                        .filter(c -> !c.state().equals("DONE"))
                        .isPresent()) {
            throw new Refusal.Conflict("household.request.inReview");
        }
    }

    private RequestStore.Standing standing(String commune, String code) {
        return store.lock(commune, code).orElseGet(() -> {
            try {
                store.insertHousehold(commune, code);
            } catch (DuplicateKeyException e) {
                throw new Refusal.Conflict("household.request.open");
            }
            return store.lock(commune, code).orElseThrow();
        });
    }

    private static String previous(RequestStore.Standing household) {
        String rated = household.yearClass() == null ? household.lastClass() : household.yearClass();
        return rated == null || rated.equals("NOT_POOR") ? "NONE" : rated;
    }

    /** Restricted to the commune: not even its district sees the case, only the numbers. */
    private CaseFile open(String commune, LocalDate receivedOn, Actor by) {
        CaseFile file = cases.open(
                new NewCase(
                        "DN",
                        HouseholdRequests.PROCESS,
                        words.say("household.request.caseTitle", units.nameOf(commune)),
                        null,
                        "IV.13",
                        commune,
                        commune,
                        Set.of(),
                        receivedOn.getYear(),
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        days.requestDue(receivedOn)),
                by);
        cases.restrict(file.number(), List.of(Actor.group("officer", commune), Actor.group("leader", commune)));
        return file;
    }
}
