package vn.angiang.plan72.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.AccountabilityRequested;
import vn.angiang.plan72.casefile.CaseAccess;
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
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Opens cases of accountability, once for the same matter, and keeps what people add to them. */
@Service
public class AccountabilityCases {

    /** Key of the flow. */
    public static final String PROCESS = "accountability";

    /** Assess trigger B and A; catalogue codes. */
    private static final String HOME_AFFAIRS = "SNV";

    private static final String INSPECTORATE = "TTR_TINH";
    private static final String CHAIR = "UBND_TINH";
    private static final int LONGEST = 4000;

    private final AccountabilityStore store;
    private final Cases cases;
    private final CaseAccess access;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final Journal journal;
    private final AccountabilityWords words;
    private final Clock clock;

    AccountabilityCases(
            AccountabilityStore store,
            Cases cases,
            CaseAccess access,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            Journal journal,
            AccountabilityWords words,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.access = access;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** Another flow asks: opens a case, or notes it on the one that is open about the same. */
    @EventListener
    void on(AccountabilityRequested asked) {
        CaseFile source = cases.byNumber(asked.caseNumber());
        String subject = source.obligationId() == null ? source.processKey() : source.obligationId();
        openOrNote(
                new Matter(
                        asked.unitCode(),
                        asked.trigger(),
                        subject + "/" + source.year(),
                        asked.reason(),
                        source.number()),
                source.year(),
                asked.actor());
    }

    /** What a case is about. */
    private record Matter(String unit, String trigger, String subject, String reason, @Nullable String source) {}

    private String openOrNote(Matter m, int year, Actor by) {
        var present = store.open(m.unit, m.trigger, m.subject);
        if (present.isPresent()) {
            add(present.get(), "NOTE", m.source, words.say("accountability.again." + m.reason, m.source), by);
            return present.get();
        }
        return open(m, year, by);
    }

    private String open(Matter m, int year, Actor by) {
        String standing = units.standingAgency().code();
        String assessor = m.trigger.equals("A") ? INSPECTORATE : HOME_AFFAIRS;
        var file = cases.open(
                new NewCase(
                        "TN",
                        PROCESS,
                        words.say("accountability.title." + m.trigger, units.nameOf(m.unit)),
                        null,
                        "III.9",
                        m.unit,
                        standing,
                        Set.of(),
                        year,
                        "accountability",
                        CaseState.DANG_THUC_HIEN,
                        null),
                by);
        cases.restrict(
                file.number(),
                List.of(
                        Actor.group("leader", m.unit),
                        Actor.group("officer", standing),
                        Actor.group("leader", standing),
                        Actor.group("leader", CHAIR),
                        Actor.group("officer", assessor),
                        Actor.group("leader", assessor)));
        store.insert(file.number(), m.unit, m.trigger, m.subject, m.reason, m.source, assessor);
        String instance = processes.start(
                PROCESS, file.number(), Map.of("unit", m.unit, "assessor", assessor, "trigger", m.trigger));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /**
     * Opens a case by hand.
     *
     * @return number of the case
     * @throws Refusal.Forbidden unless an officer of the standing agency opens it
     * @throws Refusal.BadInput unit, trigger, subject or reason missing; a unit outside the hierarchy
     * @throws Refusal.Conflict one is open about the same
     */
    @Transactional
    public String openByHand(String unit, String trigger, String subject, String text, Actor by) {
        if (!by.has("officer", units.standingAgency().code())) {
            throw new Refusal.Forbidden("accountability.onlyStandingAgency");
        }
        String about = Texts.clean(subject);
        if (units.find(unit).filter(u -> u.sanctionable() && !u.isGroup()).isEmpty()) {
            throw words.refuse("unit", "accountability.error.unit");
        }
        if (!Set.of("A", "B").contains(trigger)) {
            throw words.refuse("trigger", "accountability.error.trigger");
        }
        if (about.isEmpty() || about.length() > 80) {
            throw words.refuse("subject", "accountability.error.subject");
        }
        String why = Texts.clean(text);
        if (why.isEmpty() || why.length() > LONGEST) {
            throw words.refuse("text", "accountability.error.text");
        }
        if (store.open(unit, trigger, about).isPresent()) {
            throw new Refusal.Conflict("accountability.open");
        }
        String number = open(
                new Matter(unit, trigger, about, "BY_HAND", null),
                LocalDate.now(clock).getYear(),
                by);
        add(number, "NOTE", null, why, by);
        return number;
    }

    /**
     * Adds a statement to the file; whoever may see the case may, the head too.
     *
     * @throws Refusal.Conflict when the case is closed
     */
    @Transactional
    public void addStatement(String number, String text, Actor by) {
        access.requireVisible(number);
        if (!cases.byNumber(number).isOpen()) {
            throw new Refusal.Conflict("accountability.closed");
        }
        String clean = Texts.clean(text);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw words.refuse("text", "accountability.error.text");
        }
        add(number, "STATEMENT", null, clean, by);
    }

    /**
     * The head asks for more time, once, before the term is over.
     *
     * @throws Refusal.Conflict when it was asked before, or nothing is to be explained now
     */
    @Transactional
    public void askMoreTime(String number, String reason, Actor by) {
        access.requireVisible(number);
        AccountabilityCase c = store.of(number);
        if (!by.allGroups().contains(Actor.group("leader", c.unit()))) {
            throw new Refusal.Forbidden("accountability.onlyHead");
        }
        if (c.moreTimeState() != null || c.explainDueOn() == null || c.explainedOn() != null || c.silent()) {
            throw new Refusal.Conflict("accountability.moreTime.no");
        }
        String clean = Texts.clean(reason);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw words.refuse("reason", "accountability.error.text");
        }
        store.set(number, Map.of("more_time_reason", clean, "more_time_state", "ASKED"));
        add(number, "STATEMENT", null, words.say("accountability.moreTime.asked", clean), by);
        processes.message("accountability.moreTimeAsked", cases.byNumber(number).processInstanceId(), Map.of());
    }

    void add(String number, String kind, @Nullable String ref, String text, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.addEvidence(new AccountabilityStore.Evidence(
                number, kind, ref, LocalDate.now(clock), text, by.username(), by.fullName(), now));
        journal.record(
                Act.of(units.standingAgency().code(), "accountability.evidence", number, by, Map.of("kind", kind)));
    }
}
