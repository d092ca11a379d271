package vn.angiang.plan72.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.organization.Substitution;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.shared.Actor;

/** What the page of deputies shows to whom. */
@Component
class SubstitutionView {

    /** Processes with a name in {@code substitution.process.*}. */
    static final List<String> PROCESSES = List.of(
            "programmeYear",
            "assignment",
            "reportingCycle",
            "unitReport",
            "inspection",
            "accountability",
            "capitalAllocation",
            "householdReview",
            "communeList",
            "policyProposal",
            "smallWorks",
            "socialSupervision",
            "communications",
            "fundRaising",
            "staffTraining");

    /** Values as typed. */
    record Form(String absent, String deputy, String from, String to, List<String> processes, String reason) {}

    /** One line of the list. */
    record Line(Substitution of, String absent, String deputy, State state, boolean mayEnd) {}

    enum State {
        COMING,
        RUNNING,
        OVER
    }

    private final Substitutions substitutions;
    private final People people;
    private final StartableProcesses startable;
    private final Clock clock;

    SubstitutionView(Substitutions substitutions, People people, StartableProcesses startable, Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.startable = startable;
        this.clock = clock;
    }

    /** Processes a substitution can be limited to, with the name of their model; also those added later. */
    Map<String, String> processes() {
        var processes = new LinkedHashMap<String, String>();
        PROCESSES.forEach(key -> processes.put(key, key));
        startable.all().forEach(p -> processes.put(p.processKey(), p.name()));
        return processes;
    }

    Form emptyForm(Actor actor) {
        return new Form(actor.username(), "", Input.shown(LocalDate.now(clock)), "", List.of(), "");
    }

    void fill(Model model, Actor actor, Form form) {
        boolean forAnybody = actor.hasRole(Roles.ADMIN);
        boolean decides = forAnybody || actor.hasRole(Roles.LEADER);
        model.addAttribute("lines", lines(actor));
        model.addAttribute("absents", forAnybody ? everybody() : decides ? colleagues(actor) : Map.of());
        model.addAttribute("deputies", decides ? everybody() : colleagues(actor));
        model.addAttribute("self", actor.username());
        model.addAttribute("processes", processes());
        model.addAttribute("form", form);
    }

    private List<Line> lines(Actor actor) {
        var found = new TreeMap<Long, Substitution>(java.util.Comparator.reverseOrder());
        substitutions.listFor(actor.username()).forEach(s -> found.put(s.id(), s));
        for (String unit : actor.unitCodes()) {
            if (actor.has(Roles.LEADER, unit)) {
                substitutions.listForUnit(unit).forEach(s -> found.put(s.id(), s));
            }
        }
        return found.values().stream().map(this::line).toList();
    }

    private Line line(Substitution s) {
        LocalDate today = LocalDate.now(clock);
        State state = s.endedOn() != null || s.to().isBefore(today)
                ? State.OVER
                : s.from().isAfter(today) ? State.COMING : State.RUNNING;
        return new Line(
                s, people.nameOf(s.absentUsername()), people.nameOf(s.deputyUsername()), state, state != State.OVER);
    }

    private Map<String, String> everybody() {
        return named(people.all().stream().filter(Person::active).toList());
    }

    /** People of the actor's units, the actor included. */
    private Map<String, String> colleagues(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return named(actor.unitCodes().stream()
                .flatMap(unit -> people.ofUnit(unit, today).stream())
                .distinct()
                .toList());
    }

    private static Map<String, String> named(List<Person> persons) {
        var names = new LinkedHashMap<String, String>();
        persons.forEach(p -> names.put(p.username(), p.fullName() + " – " + p.username()));
        return names;
    }
}
