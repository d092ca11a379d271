package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.process.KnownSteps;
import vn.angiang.plan72.shared.Actor;

/**
 * Element templates for Camunda Modeler on the desktop, made from the code's own steps: what the pickers of the editors
 * here offer, chosen there from a list as well.
 */
@Service
public class ElementTemplates {

    /** Terms offered, in working days; others are written by hand. */
    private static final List<Integer> TERMS = List.of(3, 5, 7, 10, 15, 30);

    private static final String ID = "vn.angiang.plan72.";

    private final KnownSteps steps;
    private final StepWords words;
    private final Catalogues catalogues;
    private final Modelers modelers;

    ElementTemplates(KnownSteps steps, StepWords words, Catalogues catalogues, Modelers modelers) {
        this.steps = steps;
        this.words = words;
        this.catalogues = catalogues;
        this.modelers = modelers;
    }

    /**
     * A template; the names are those of Camunda's schema for Camunda 7.
     *
     * @param appliesTo types of BPMN elements
     */
    public record Template(
            String name, String id, String description, List<String> appliesTo, List<Property> properties) {}

    /**
     * A property of the element.
     *
     * @param type {@code Hidden}, {@code String} or {@code Dropdown}
     * @param choices of a dropdown; empty otherwise
     */
    public record Property(
            String label, String type, String value, List<Map<String, String>> choices, Map<String, String> binding) {}

    /** One for the tasks of people and one for each step. */
    public List<Template> all(Actor by) {
        modelers.require(by);
        var all = new ArrayList<Template>();
        all.add(task());
        steps.all().forEach(step -> all.add(service(step)));
        return all;
    }

    private Template task() {
        var groups = catalogues.groups().stream()
                .map(c -> choice(c.label(), c.value()))
                .toList();
        var terms = TERMS.stream()
                .map(days -> choice(modelers.say("modelling.template.term", days), due(days)))
                .toList();
        return new Template(
                modelers.say("modelling.template.task"),
                ID + "task",
                modelers.say("modelling.template.task.hint"),
                List.of("bpmn:UserTask"),
                List.of(
                        new Property(
                                modelers.say("modelling.template.group"),
                                "Dropdown",
                                "officer.${leadUnit}",
                                groups,
                                attribute("camunda:candidateGroups")),
                        new Property(
                                modelers.say("modelling.template.form"),
                                "String",
                                "",
                                List.of(),
                                attribute("camunda:formRef")),
                        new Property("", "Hidden", "deployment", List.of(), attribute("camunda:formRefBinding")),
                        new Property(
                                modelers.say("modelling.template.due"),
                                "Dropdown",
                                due(TERMS.get(1)),
                                terms,
                                attribute("camunda:dueDate"))));
    }

    private Template service(KnownSteps.Step step) {
        String call = "${" + step.bean() + "." + step.step() + "(caseNumber"
                + String.join("", step.arguments().stream().map(a -> "," + a).toList()) + ")}";
        boolean arguments = !step.arguments().isEmpty();
        return new Template(
                modelers.say("modelling.template.step", words.of(step.bean(), step.step())),
                ID + step.bean() + "." + step.step() + "." + step.arguments().size(),
                step.bean() + "." + step.step(),
                List.of("bpmn:ServiceTask"),
                List.of(new Property(
                        arguments ? modelers.say("modelling.template.call") : "",
                        arguments ? "String" : "Hidden", // what a step is given stands in the call
                        call,
                        List.of(),
                        attribute("camunda:expression"))));
    }

    private static String due(int days) {
        return "${caseSteps.dueIn(caseNumber," + days + ")}";
    }

    private static Map<String, String> choice(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private static Map<String, String> attribute(String name) {
        return Map.of("type", "property", "name", name);
    }
}
