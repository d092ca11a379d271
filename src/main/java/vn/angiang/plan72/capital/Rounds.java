package vn.angiang.plan72.capital;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Inbox;

/** What a case of the flow gives to the districts: read and, while it is being proposed, changed. */
@Service
public class Rounds {

    /** Key of the flow. */
    public static final String PROCESS = "capitalAllocation";

    private final RoundStore store;
    private final CapitalAccess access;
    private final RowReader reader;
    private final Inbox inbox;
    private final Cases cases;
    private final Journal journal;

    Rounds(RoundStore store, CapitalAccess access, RowReader reader, Inbox inbox, Cases cases, Journal journal) {
        this.store = store;
        this.access = access;
        this.reader = reader;
        this.inbox = inbox;
        this.cases = cases;
        this.journal = journal;
    }

    /**
     * A round as the actor may see it; a district sees only what it gets, once it is decided.
     *
     * @throws Refusal.NotFound when there is none, or the actor may not see its case
     */
    @Transactional(readOnly = true)
    public Round of(String caseNumber, Actor actor) {
        access.requireCase(caseNumber);
        Round round = store.of(caseNumber);
        if (access.seesAll(actor) || actor.allUnitCodes().contains(round.leadUnit())) {
            return round;
        }
        return actor.allUnitCodes().stream()
                .filter(unit ->
                        round.given().stream().anyMatch(g -> g.district().equals(unit)))
                .findFirst()
                .map(round::only)
                .orElseGet(() -> round.only(""));
    }

    /** Whether the actor may change what the round gives, now. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Round round, Actor actor) {
        return round.decidedOn() == null
                && actor.allGroups().contains(Actor.group("officer", round.leadUnit()))
                && inbox.ofCase(round.caseNumber()).stream()
                        .anyMatch(w -> w.taskKey().equals("UserTask_proposeCapital"));
    }

    /**
     * Takes what the round gives, in place of what it gave.
     *
     * @param revision of the round when the page was read
     * @return how many rows there are now
     * @throws Refusal.BadInput with every mistake; nothing has changed then
     * @throws Refusal.Conflict when somebody else was first, or it is not being proposed
     * @throws Refusal.Forbidden for anybody but an officer of the lead unit
     */
    @Transactional
    public int save(String caseNumber, long revision, List<TypedRow> rows, Actor by) {
        Round round = of(caseNumber, by);
        if (!by.allGroups().contains(Actor.group("officer", round.leadUnit()))) {
            throw new Refusal.Forbidden("capital.notLead");
        }
        if (!mayEdit(round, by)) {
            throw new Refusal.Conflict("capital.notNow");
        }
        var given = reader.given(caseNumber, rows);
        if (!store.advance(caseNumber, revision)) {
            throw new Refusal.Conflict("capital.changed");
        }
        store.replaceGiven(caseNumber, given);
        cases.touch(caseNumber);
        journal.record(Act.of(
                round.leadUnit(),
                "capital.proposed",
                caseNumber,
                by,
                Map.of("rows", given.size(), "total", total(given))));
        return given.size();
    }

    private static long total(List<Given> given) {
        return given.stream().mapToLong(Given::amount).reduce(0, Math::addExact);
    }
}
