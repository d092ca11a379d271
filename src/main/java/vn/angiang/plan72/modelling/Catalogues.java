package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Clauses;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.KnownSteps;
import vn.angiang.plan72.shared.Actor;

/** Makes the catalogue of a draft: from the code's own steps, the units, the plan, and what the draft itself names. */
@Service
public class Catalogues {

    private static final Set<String> LEVELS = Set.of("central", "province", "district", "organisation", "group");
    /** Variables every case starts with (docs/models.md). */
    private static final Map<String, String> GIVEN =
            Map.of("caseNumber", "Số hồ sơ", "leadUnit", "Đơn vị chủ trì", "year", "Năm của hồ sơ");

    private static final List<String> ROLES = List.of("officer", "leader");

    private final DraftStore drafts;
    private final ReleasedModels released;
    private final KnownSteps steps;
    private final StepWords stepWords;
    private final DeployedModels models;
    private final Units units;
    private final Clauses clauses;
    private final Modelers modelers;

    Catalogues(
            DraftStore drafts,
            ReleasedModels released,
            KnownSteps steps,
            StepWords stepWords,
            DeployedModels models,
            Units units,
            Clauses clauses,
            Modelers modelers) {
        this.drafts = drafts;
        this.released = released;
        this.steps = steps;
        this.stepWords = stepWords;
        this.models = models;
        this.units = units;
        this.clauses = clauses;
        this.modelers = modelers;
    }

    /** What the editors of a draft offer. */
    @Transactional(readOnly = true)
    public Catalogue of(long draftId, Actor by) {
        modelers.require(by);
        Draft draft = drafts.get(draftId);
        var files = new TreeMap<String, String>();
        drafts.files(draftId).forEach(f -> files.put(f.name(), f.content()));
        var facts = new ModelFacts(files);
        return new Catalogue(
                groups(facts),
                steps(draft, facts),
                facts.messages().stream().map(m -> new Catalogue.Message(m, m)).toList(),
                clauses.all().stream()
                        .map(c -> new Catalogue.Clause(c.id(), c.titleVi()))
                        .toList(),
                models.processNames().entrySet().stream()
                        .map(p -> new Catalogue.Process(p.getKey(), p.getValue()))
                        .toList(),
                forms(facts),
                facts.decisions().entrySet().stream()
                        .map(d -> new Catalogue.Named(d.getKey(), d.getValue()))
                        .toList(),
                variables(facts));
    }

    /** Groups any process may give a task to. */
    List<Catalogue.Choice> groups() {
        return groups(new ModelFacts(Map.of()));
    }

    /** Groups of the draft first, then the lead unit's and those of its loops, then every unit above the communes. */
    private List<Catalogue.Choice> groups(ModelFacts facts) {
        var choices = new ArrayList<Catalogue.Choice>();
        var seen = new TreeSet<String>();
        var variables = new TreeSet<>(facts.loopVariables());
        variables.add("leadUnit");
        facts.groups().forEach(g -> add(choices, seen, g));
        variables.forEach(v -> ROLES.forEach(role -> add(choices, seen, role + ".${" + v + "}")));
        units.all().stream()
                .filter(u -> LEVELS.contains(u.level()) && !u.isPosition())
                .forEach(u -> ROLES.forEach(role -> add(choices, seen, role + "." + u.code())));
        return choices;
    }

    private void add(List<Catalogue.Choice> choices, Set<String> seen, String group) {
        int dot = group.indexOf('.');
        if (dot > 0 && seen.add(group)) {
            choices.add(new Catalogue.Choice(group, label(group.substring(0, dot), group.substring(dot + 1))));
        }
    }

    private String label(String role, String unit) {
        String who = modelers.say("modelling.group." + role);
        if (unit.startsWith("${")) {
            String variable = unit.substring(2, unit.length() - 1);
            return variable.equals("leadUnit")
                    ? modelers.say("modelling.group.lead", who)
                    : modelers.say("modelling.group.variable", who, variable);
        }
        return who + " – " + units.find(unit).map(Unit::nameVi).orElse(unit);
    }

    /** Steps every model may call, and those of the modules whose steps this process calls already. */
    private List<Catalogue.Step> steps(Draft draft, ModelFacts facts) {
        var beans = facts.beans();
        beans.add("caseSteps");
        released.latest(draft.folder()).map(released::files).ifPresent(f -> beans.addAll(new ModelFacts(f).beans()));
        return steps.all().stream()
                .filter(s -> beans.contains(s.bean()))
                .map(s -> new Catalogue.Step(s.bean(), s.step(), s.arguments(), stepWords.of(s.bean(), s.step())))
                .toList();
    }

    private static List<Catalogue.Named> forms(ModelFacts facts) {
        return facts.forms().stream().map(f -> new Catalogue.Named(f, f)).toList();
    }

    private List<Catalogue.Variable> variables(ModelFacts facts) {
        var found = new TreeMap<String, String>(GIVEN);
        facts.loopVariables().forEach(v -> found.put(v, modelers.say("modelling.variable.loop")));
        facts.resultVariables().forEach(v -> found.put(v, modelers.say("modelling.variable.result")));
        found.putAll(facts.routes());
        return found.entrySet().stream()
                .map(v -> new Catalogue.Variable(v.getKey(), v.getValue()))
                .toList();
    }
}
