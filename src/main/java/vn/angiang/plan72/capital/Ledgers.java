package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.WorkItem;

/** The capital of one district in one year: read, and changed by the district's officers while a step is open. */
@Service
public class Ledgers {

    private final LedgerStore store;
    private final RoundStore rounds;
    private final CapitalAccess access;
    private final CapitalTerms terms;
    private final RowReader reader;
    private final Inbox inbox;
    private final LedgerLocks locks;
    private final Journal journal;
    private final CapitalWords words;

    Ledgers(
            LedgerStore store,
            RoundStore rounds,
            CapitalAccess access,
            CapitalTerms terms,
            RowReader reader,
            Inbox inbox,
            LedgerLocks locks,
            Journal journal,
            CapitalWords words) {
        this.store = store;
        this.rounds = rounds;
        this.access = access;
        this.terms = terms;
        this.reader = reader;
        this.inbox = inbox;
        this.locks = locks;
        this.journal = journal;
        this.words = words;
    }

    /** What may be entered. */
    public enum Mode {
        ALLOCATE,
        DISBURSE,
        SETTLE
    }

    /**
     * A ledger as shown.
     *
     * @param modes what the actor may enter now
     * @param before disbursed at the end of the quarter before, by line
     * @param waiting open steps at this district
     * @param term how the last day for allocating comes about, or empty
     */
    public record Sheet(
            Ledger ledger,
            Balance balance,
            Set<Mode> modes,
            Map<Long, Long> before,
            List<WorkItem> waiting,
            List<Round> rounds,
            String term) {

        /** Whether the actor may allocate now. */
        public boolean allocates() {
            return modes.contains(Mode.ALLOCATE);
        }

        /** Whether the actor may enter disbursement now. */
        public boolean disburses() {
            return modes.contains(Mode.DISBURSE);
        }

        /** Whether the actor may enter the settlement now. */
        public boolean settles() {
            return modes.contains(Mode.SETTLE);
        }
    }

    /**
     * The ledger of a district and year.
     *
     * @throws Refusal.NotFound when there is none, or the actor may not see it
     */
    @Transactional(readOnly = true)
    public Sheet sheet(int year, String district, Actor actor) {
        access.requireDistrict(actor, district);
        Ledger ledger = store.of(year, district);
        var concerning = rounds.concerning(year, district).stream()
                .filter(r -> r.decidedOn() != null || r.leadUnit().equals(district))
                .map(r -> r.only(district))
                .toList();
        var waiting = waiting(ledger, concerning);
        return new Sheet(
                ledger,
                ledger.balance(),
                modes(ledger, waiting, actor),
                store.atEndOf(ledger, ledger.nextQuarter() - 1),
                waiting,
                concerning,
                ledger.dueOn() == null ? "" : terms.explain(ledger));
    }

    /**
     * The ledger in which the actor does the work of a case: of a district's case its own, of a round the ledger of the
     * actor's district; empty where the round itself is meant.
     *
     * @throws Refusal.NotFound when the actor may not see the case
     */
    @Transactional(readOnly = true)
    public Optional<Ledger> ofCase(String caseNumber, Actor actor) {
        access.requireCase(caseNumber);
        var followed = store.followed(caseNumber);
        if (followed.isPresent()) {
            return followed;
        }
        Round round = rounds.of(caseNumber);
        if (round.districtOnly()) {
            return store.find(round.year(), round.leadUnit());
        }
        if (round.decidedOn() == null || access.seesAll(actor)) {
            return Optional.empty();
        }
        return actor.allUnitCodes().stream()
                .filter(unit ->
                        round.given().stream().anyMatch(g -> g.district().equals(unit)))
                .findFirst()
                .flatMap(unit -> store.find(round.year(), unit));
    }

    private List<WorkItem> waiting(Ledger ledger, List<Round> concerning) {
        var waiting = new ArrayList<WorkItem>();
        concerning.forEach(r -> waiting.addAll(inbox.ofCase(r.caseNumber())));
        if (ledger.followCase() != null) {
            waiting.addAll(inbox.ofCase(ledger.followCase()));
        }
        return waiting.stream()
                .filter(w -> w.unitCode().equals(ledger.district()))
                .toList();
    }

    private Set<Mode> modes(Ledger ledger, List<WorkItem> waiting, Actor actor) {
        var modes = EnumSet.noneOf(Mode.class);
        if (actor.allGroups().contains(Actor.group("officer", ledger.district()))) {
            var steps = waiting.stream().map(WorkItem::taskKey).collect(Collectors.toSet());
            if (steps.contains("UserTask_allocateCapital") && !locks.holds(ledger)) {
                modes.add(Mode.ALLOCATE);
            }
            if (steps.contains("UserTask_reportDisbursement")) {
                modes.add(Mode.DISBURSE);
            }
            if (steps.contains("UserTask_settleCapital")) {
                modes.add(Mode.SETTLE);
            }
        }
        return modes;
    }

    /**
     * Takes the draft of an allocation in place of the one before. It need not be equal yet: the page says what is
     * missing, and it cannot be submitted before.
     *
     * @param own what the district brings itself, by source; a source left out stays as it is
     * @return how many lines there are now
     * @throws Refusal.BadInput with every mistake; nothing has changed then
     * @throws Refusal.Conflict when somebody else was first, or it is not the time
     */
    @Transactional
    public int saveAllocation(
            int year, String district, long revision, List<TypedRow> rows, Map<Source, Long> own, Actor by) {
        Ledger ledger = editable(year, district, Mode.ALLOCATE, by);
        var wanted = reader.lines(district, rows);
        requireAboveDisbursed(ledger, wanted);
        advance(ledger, revision);
        for (Line line : ledger.lines()) {
            long amount = wanted.stream()
                    .filter(w -> w.isFor(line))
                    .mapToLong(RowReader.Wanted::amount)
                    .sum();
            if (amount == 0 && line.signed() == 0) {
                store.dropLine(line.id());
            } else if (amount != line.amount()) {
                store.draftLine(line.id(), amount);
            }
        }
        wanted.stream()
                .filter(w -> ledger.lines().stream().noneMatch(w::isFor))
                .forEach(w -> store.addLine(ledger, w.source(), w.project(), w.place(), w.work(), w.amount()));
        own.forEach((source, amount) -> store.draftOwn(ledger, source, amount));
        record(ledger, "capital.drafted", by, wanted.size());
        return wanted.size();
    }

    private void requireAboveDisbursed(Ledger ledger, List<RowReader.Wanted> wanted) {
        var errors = new ArrayList<FieldError>();
        for (Line line : ledger.lines()) {
            long amount = wanted.stream()
                    .filter(w -> w.isFor(line))
                    .mapToLong(RowReader.Wanted::amount)
                    .sum();
            if (amount < line.disbursed()) {
                errors.add(new FieldError("", words.say("capital.error.belowDisbursed", line.work())));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    /**
     * Takes what is disbursed so far, by line.
     *
     * @param amounts đồng added up since the beginning of the year; a line left out stays as it is
     * @throws Refusal.BadInput more than allocated, or less than at the end of the quarter before
     */
    @Transactional
    public void saveDisbursement(int year, String district, long revision, Map<Long, Long> amounts, Actor by) {
        Ledger ledger = editable(year, district, Mode.DISBURSE, by);
        var before = store.atEndOf(ledger, ledger.nextQuarter() - 1);
        check(ledger, amounts, "d.", (line, amount) -> {
            if (amount > line.signed()) {
                return words.say("capital.error.overAllocated", line.work());
            }
            return amount < before.getOrDefault(line.id(), 0L)
                    ? words.say("capital.error.belowBefore", line.work())
                    : "";
        });
        advance(ledger, revision);
        amounts.forEach(store::disbursed);
        store.quarterEntered(ledger, terms.disbursementDue());
        record(ledger, "capital.disbursed", by, amounts.size());
    }

    /**
     * Takes what is settled, by line.
     *
     * @throws Refusal.BadInput more than disbursed
     */
    @Transactional
    public void saveSettlement(int year, String district, long revision, Map<Long, Long> amounts, Actor by) {
        Ledger ledger = editable(year, district, Mode.SETTLE, by);
        check(
                ledger,
                amounts,
                "s.",
                (line, amount) ->
                        amount > line.disbursed() ? words.say("capital.error.overDisbursed", line.work()) : "");
        advance(ledger, revision);
        amounts.forEach(store::settled);
        record(ledger, "capital.settlementEntered", by, amounts.size());
    }

    private interface Check {
        String of(Line line, long amount);
    }

    private void check(Ledger ledger, Map<Long, Long> amounts, String prefix, Check check) {
        var errors = new ArrayList<FieldError>();
        amounts.forEach((id, amount) -> {
            var line = ledger.signedLines().stream().filter(l -> l.id() == id).findFirst();
            String mistake = line.map(l -> check.of(l, amount)).orElseGet(() -> words.say("capital.error.noLine"));
            if (!mistake.isEmpty()) {
                errors.add(new FieldError(prefix + id, mistake));
            }
        });
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    private Ledger editable(int year, String district, Mode mode, Actor by) {
        Sheet sheet = sheet(year, district, by);
        if (!by.allGroups().contains(Actor.group("officer", district))) {
            throw new Refusal.Forbidden("capital.notDistrict");
        }
        if (!sheet.modes().contains(mode)) {
            throw new Refusal.Conflict("capital.notNow");
        }
        return sheet.ledger();
    }

    private void advance(Ledger ledger, long revision) {
        if (!store.advance(ledger, revision)) {
            throw new Refusal.Conflict("capital.changed");
        }
    }

    private void record(Ledger ledger, String action, Actor by, int rows) {
        journal.record(Act.of(ledger.district(), action, null, by, Map.of("year", ledger.year(), "rows", rows)));
    }
}
