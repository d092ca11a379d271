package vn.angiang.plan72.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;
import vn.angiang.plan72.worklist.Inbox;

/** Lists of works: read, filled in while they are proposed; and the log of community supervision. */
@Service
public class WorksLists {

    /** Key of the flow. */
    public static final String PROCESS = "smallWorks";

    /** What a supervision board may find. */
    public static final List<String> FINDINGS = List.of("GOOD", "PROBLEM", "REMEDIED");

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_PEOPLE = 100_000;
    private static final int MOST_WORKS = 200;

    private final WorksStore store;
    private final CaseAccess access;
    private final Cases cases;
    private final Inbox inbox;
    private final Units units;
    private final Journal journal;
    private final WorksWords words;
    private final Clock clock;

    WorksLists(
            WorksStore store,
            CaseAccess access,
            Cases cases,
            Inbox inbox,
            Units units,
            Journal journal,
            WorksWords words,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.inbox = inbox;
        this.units = units;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A list as shown.
     *
     * @param editable whether the actor may add and remove works now
     * @param communes where works may lie
     */
    public record Sheet(
            String caseNumber, int year, String leadUnit, List<Work> works, boolean editable, List<String> communes) {}

    /**
     * The list of a case.
     *
     * @throws Refusal.NotFound when the case has none, or the actor may not see it
     */
    @Transactional(readOnly = true)
    public Sheet of(String caseNumber, Actor actor) {
        if (!access.isVisible(caseNumber)) {
            throw new Refusal.NotFound("works.unknown");
        }
        var list = store.list(caseNumber).orElseThrow(() -> new Refusal.NotFound("works.unknown"));
        return new Sheet(
                caseNumber,
                list.year(),
                list.leadUnit(),
                store.ofCase(caseNumber),
                isProposed(caseNumber) && isOfficer(actor, list.leadUnit()),
                communesOf(list.leadUnit()));
    }

    private boolean isProposed(String caseNumber) {
        return inbox.ofCase(caseNumber).stream().anyMatch(w -> w.taskKey().equals("UserTask_proposeWorks"));
    }

    private static boolean isOfficer(Actor actor, String unit) {
        return actor.allGroups().contains(Actor.group("officer", unit));
    }

    /** Communes of the lead unit: its own below a district, all for a unit of the province. */
    private List<String> communesOf(String leadUnit) {
        return units.all().stream()
                .filter(u -> u.level().equals("commune") && u.existsOn(LocalDate.now(clock)))
                .map(u -> u.code())
                .filter(code -> units.isWithin(code, leadUnit)
                        || !units.byCode(leadUnit).level().equals("district")
                                && !units.byCode(leadUnit).level().equals("commune"))
                .toList();
    }

    /** Years with lists, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return store.years();
    }

    /** Works of a year in cases the actor may see. */
    @Transactional(readOnly = true)
    public List<Work> ofYear(int year) {
        var visible = new java.util.HashMap<String, Boolean>();
        return store.ofYear(year).stream()
                .filter(w -> visible.computeIfAbsent(w.caseNumber(), access::isVisible))
                .toList();
    }

    /**
     * Adds a work to a list that is being proposed.
     *
     * @throws Refusal.BadInput with every mistake
     * @throws Refusal.Conflict when the list is not being proposed
     * @throws Refusal.Forbidden for anybody but an officer of the lead unit
     */
    @Transactional
    public void add(String caseNumber, Proposal typed, Actor by) {
        Sheet sheet = editable(caseNumber, by);
        Proposal p = cleaned(typed);
        var errors = new ArrayList<FieldError>();
        check(errors, "commune", sheet.communes().contains(p.commune()), "works.error.commune");
        check(errors, "hamlet", fits(p.hamlet(), LONGEST_NAME - 100), "works.error.hamlet");
        check(errors, "name", fits(p.name(), LONGEST_NAME), "works.error.name");
        check(errors, "communes", p.communes() >= 1 && p.communes() <= 156, "works.error.communes");
        check(errors, "state", p.state() >= 0 && p.state() <= Dong.MOST, "works.error.money");
        check(errors, "people", p.people() >= 0 && p.people() <= Dong.MOST, "works.error.money");
        check(errors, "state", p.state() + p.people() > 0, "works.error.total");
        check(errors, "meetingOn", !p.meetingOn().isAfter(LocalDate.now(clock)), "works.error.meeting");
        check(errors, "attended", p.attended() >= 1 && p.attended() <= MOST_PEOPLE, "works.error.attended");
        check(errors, "agreed", p.agreed() >= 0 && p.agreed() <= p.attended(), "works.error.agreed");
        check(errors, "agreed", 2L * p.agreed() > p.attended(), "works.error.majority");
        check(errors, "name", sheet.works().size() < MOST_WORKS, "works.error.tooMany");
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        store.add(caseNumber, String.valueOf(units.byCode(p.commune()).parentCode()), p);
        cases.touch(caseNumber);
        record(
                caseNumber,
                sheet.leadUnit(),
                "works.added",
                by,
                Map.of("name", p.name(), "total", p.state() + p.people()));
    }

    private static Proposal cleaned(Proposal p) {
        return new Proposal(
                p.commune(),
                Texts.clean(p.hamlet()),
                Texts.clean(p.name()),
                p.communes(),
                p.typicalDesign(),
                p.onList(),
                p.communeOwns(),
                p.state(),
                p.people(),
                p.meetingOn(),
                p.attended(),
                p.agreed());
    }

    private void check(List<FieldError> errors, String field, boolean holds, String key) {
        if (!holds && errors.stream().noneMatch(e -> e.field().equals(field))) {
            errors.add(new FieldError(field, words.say(key)));
        }
    }

    private static boolean fits(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest;
    }

    /**
     * Takes a work off a list that is being proposed.
     *
     * @throws Refusal.NotFound when the list has no such work
     */
    @Transactional
    public void remove(String caseNumber, long id, Actor by) {
        Sheet sheet = editable(caseNumber, by);
        Work work = store.of(caseNumber, id);
        if (work.started()) {
            throw new Refusal.Conflict("works.notNow");
        }
        store.remove(id);
        cases.touch(caseNumber);
        record(caseNumber, sheet.leadUnit(), "works.removed", by, Map.of("name", work.name()));
    }

    private Sheet editable(String caseNumber, Actor by) {
        Sheet sheet = of(caseNumber, by);
        if (!isOfficer(by, sheet.leadUnit())) {
            throw new Refusal.Forbidden("works.notLead");
        }
        if (!sheet.editable()) {
            throw new Refusal.Conflict("works.notNow");
        }
        return sheet;
    }

    /** Whether the actor may write into the log of a work: people of its commune, its district and the lead unit. */
    public boolean maySupervise(Work work, Sheet sheet, Actor actor) {
        return work.started()
                && work.publishedOn() == null
                && !java.util.Collections.disjoint(
                        actor.allUnitCodes(), List.of(work.commune(), work.district(), sheet.leadUnit()));
    }

    /**
     * Adds an entry of the community supervision board.
     *
     * @throws Refusal.BadInput with every mistake
     * @throws Refusal.Conflict before the work begins and after its publication
     * @throws Refusal.Forbidden for people of other units
     */
    @Transactional
    public void supervise(String caseNumber, long id, LocalDate seenOn, String finding, String text, Actor by) {
        Sheet sheet = of(caseNumber, by);
        Work work = store.of(caseNumber, id);
        if (!work.started() || work.publishedOn() != null) {
            throw new Refusal.Conflict("works.log.notNow");
        }
        if (!maySupervise(work, sheet, by)) {
            throw new Refusal.Forbidden("works.log.notYours");
        }
        String clean = Texts.clean(text);
        var errors = new ArrayList<FieldError>();
        check(errors, "seenOn", !seenOn.isAfter(LocalDate.now(clock)), "works.error.seenOn");
        check(errors, "finding", FINDINGS.contains(finding), "works.error.finding");
        check(errors, "text", fits(clean, LONGEST_TEXT), "works.error.text");
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        store.log(id, seenOn, finding, clean, by.fullName(), clock.instant());
        cases.touch(caseNumber);
        record(caseNumber, work.commune(), "works.supervised", by, Map.of("work", work.name(), "finding", finding));
    }

    private void record(String caseNumber, String chain, String action, Actor by, Map<String, ?> data) {
        journal.record(Act.of(chain, action, caseNumber, by, data));
    }
}
