package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.process.StartableProcesses.Startable;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Opens cases of processes that a person may start by themselves. */
@Service
public class Flows {

    /** Of the numbers of such cases. */
    public static final String PREFIX = "HS";

    /** Longest title, in characters. */
    public static final int LONGEST_TITLE = 300;

    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2020;
    private static final Set<String> WORKING_ROLES = Set.of("officer", "leader");

    private final StartableProcesses startable;
    private final FlowCases flowCases;
    private final Cases cases;
    private final ProcessInstances processes;
    private final Units units;
    private final Obligations obligations;
    private final MessageSource messages;
    private final Clock clock;

    Flows(
            StartableProcesses startable,
            FlowCases flowCases,
            Cases cases,
            ProcessInstances processes,
            Units units,
            Obligations obligations,
            MessageSource messages,
            Clock clock) {
        this.startable = startable;
        this.flowCases = flowCases;
        this.cases = cases;
        this.processes = processes;
        this.units = units;
        this.obligations = obligations;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What is opened.
     *
     * @param unit code of the unit that has to act
     * @param year year of the plan, 2016 to 2020
     * @param obligationId duty it serves, or null
     * @param dueOn last day for the whole case, or null
     */
    public record Opening(
            String processKey,
            String title,
            String unit,
            int year,
            @Nullable String obligationId,
            @Nullable LocalDate dueOn) {}

    /** Processes this person may start for at least one unit. */
    public List<Startable> startableBy(Actor actor) {
        return startable.all().stream()
                .filter(p -> !unitsFor(p, actor).isEmpty())
                .toList();
    }

    /**
     * The process, when it can be started by itself at all.
     *
     * @throws Refusal.NotFound otherwise
     */
    public Startable byKey(String processKey) {
        return startable.find(processKey).orElseThrow(() -> new Refusal.NotFound("flow.unknown", processKey));
    }

    /**
     * Units for which this person may open a case: his own; all for the standing agency. A model may keep it to some
     * groups. Default, no legal basis.
     */
    public List<Unit> unitsFor(Startable process, Actor actor) {
        boolean named = process.starterGroups().isEmpty()
                || process.starterGroups().stream().anyMatch(actor.groups()::contains);
        if (!named) {
            return List.of();
        }
        boolean everywhere = worksFor(actor, units.standingAgency().code());
        return units.all().stream()
                .filter(u -> !u.isGroup() && !u.isPosition())
                .filter(u -> everywhere || worksFor(actor, u.code()))
                .toList();
    }

    /** Duties whose special flow this is. */
    public List<Obligation> obligationsOf(String processKey) {
        return obligations.all().stream()
                .filter(o -> processKey.equals(o.specialFlow()))
                .toList();
    }

    /**
     * Opens the case and starts its process; returns the case number.
     *
     * @throws Refusal.NotFound when no such process may be started
     * @throws Refusal.Forbidden when this person may not start it for the unit
     * @throws Refusal.BadInput when what was entered does not hold
     */
    @Transactional
    public String start(Opening wanted, Actor by) {
        Startable process = byKey(wanted.processKey());
        if (unitsFor(process, by).isEmpty()) {
            throw new Refusal.Forbidden("flow.notYours", process.name());
        }
        String title = Texts.clean(wanted.title());
        refuse(mistakes(wanted, title, process, by));
        var obligation = wanted.obligationId() == null ? null : obligations.byId(wanted.obligationId());
        String agency = units.standingAgency().code();
        CaseFile file = cases.open(
                new NewCase(
                        PREFIX,
                        process.processKey(),
                        title,
                        obligation == null ? null : obligation.id(),
                        obligation == null ? null : obligation.clause(),
                        wanted.unit(),
                        worksFor(by, agency) ? agency : wanted.unit(),
                        Set.of(),
                        wanted.year(),
                        obligation == null ? "mandatory" : obligation.modality(),
                        CaseState.DANG_THUC_HIEN,
                        wanted.dueOn()),
                by);
        flowCases.create(file.number(), process.processKey());
        var variables = new HashMap<String, Object>();
        variables.put("leadUnit", wanted.unit());
        variables.put("year", (long) wanted.year());
        String instance = processes.start(process.processKey(), file.number(), variables);
        cases.runsOn(file.number(), instance, process.definitionId());
        return file.number();
    }

    private List<FieldError> mistakes(Opening wanted, String title, Startable process, Actor by) {
        var errors = new ArrayList<FieldError>();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            errors.add(mistake("title", "flow.error.title", LONGEST_TITLE));
        }
        if (unitsFor(process, by).stream().noneMatch(u -> u.code().equals(wanted.unit()))) {
            errors.add(mistake("unit", "flow.error.unit"));
        }
        if (wanted.year() < FIRST_YEAR || wanted.year() > LAST_YEAR) {
            errors.add(mistake("year", "flow.error.year", FIRST_YEAR, LAST_YEAR));
        }
        if (wanted.obligationId() != null
                && obligations
                        .find(wanted.obligationId())
                        .filter(o ->
                                o.specialFlow() == null || process.processKey().equals(o.specialFlow()))
                        .isEmpty()) {
            errors.add(mistake("obligation", "flow.error.obligation"));
        }
        if (wanted.dueOn() != null && wanted.dueOn().isBefore(LocalDate.now(clock))) {
            errors.add(mistake("dueOn", "flow.error.dueOn"));
        }
        return errors;
    }

    private FieldError mistake(String field, String key, Object... arguments) {
        var said = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            said[i] = arguments[i].toString();
        }
        return new FieldError(field, messages.getMessage(key, said, key, LocaleContextHolder.getLocale()));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    private static boolean worksFor(Actor actor, String unit) {
        return WORKING_ROLES.stream().anyMatch(role -> actor.has(role, unit));
    }
}
