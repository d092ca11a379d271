import { is } from "bpmn-js/lib/util/ModelUtil";
import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";

// What every new element of ours has in common, so that a modeler need not know it.

const OF_TYPE = {
  "bpmn:UserTask": { "camunda:formRefBinding": "deployment" },
  "bpmn:BusinessRuleTask": { "camunda:decisionRefBinding": "deployment", "camunda:mapDecisionResult": "singleEntry" },
  "bpmn:CallActivity": { "camunda:calledElementBinding": "latest" },
};
const LEAD = "officer.${leadUnit}";
const UNIT = "officer.${unit}";
const DUE = "${caseSteps.dueIn(caseNumber,5)}";

class Defaults extends CommandInterceptor {
  constructor(eventBus, bpmnFactory, catalogue, elementRegistry) {
    super(eventBus);
    this.preExecute(["shape.create", "elements.create", "shape.append"], ({ context }) => {
      (context.elements ?? [context.shape]).forEach((shape) => shape?.businessObject && this.#complete(shape.businessObject));
    });
    this.bpmnFactory = bpmnFactory;
    this.catalogue = catalogue;
    this.elementRegistry = elementRegistry;
  }

  #complete(object) {
    Object.entries(OF_TYPE[object.$type] ?? {}).forEach(([name, value]) => {
      if (object.get(name) === undefined || name.endsWith("Binding")) {
        object.set(name, value);
      }
    });
    if (is(object, "bpmn:UserTask")) {
      this.#person(object);
    }
    if (is(object, "bpmn:CallActivity") && !object.get("extensionElements")) {
      this.#sameCase(object);
    }
  }

  /** Who and until when, as the other tasks of this process have it: a flow of a module has steps of its own for that. */
  #person(object) {
    const others = this.elementRegistry.filter((shape) => is(shape, "bpmn:UserTask")).map((shape) => shape.businessObject);
    const has = (name, part) => others.some((task) => (task.get(name) ?? "").includes(part));
    const offered = (group) => this.catalogue.groups.some(({ value }) => value === group);
    const group = (has("camunda:candidateGroups", "${unit}") ? [UNIT, LEAD] : [LEAD, UNIT]).find(offered);
    if (group && !object.get("camunda:candidateGroups")) {
      object.set("camunda:candidateGroups", group);
    }
    const everywhere = this.catalogue.steps.some(({ bean, step }) => bean === "caseSteps" && step === "dueIn");
    if (everywhere && !has("camunda:dueDate", ".dueOf(") && !object.get("camunda:dueDate")) {
      object.set("camunda:dueDate", DUE);
    }
  }

  /** A called process works on the same case unless told otherwise. */
  #sameCase(object) {
    const extensionElements = this.bpmnFactory.create("bpmn:ExtensionElements", { values: [] });
    extensionElements.$parent = object;
    [{ businessKey: "${caseNumber}" }, { source: "caseNumber", target: "caseNumber" }].forEach((attributes) => {
      const mapping = this.bpmnFactory.create("camunda:In", attributes);
      mapping.$parent = extensionElements;
      extensionElements.values.push(mapping);
    });
    object.set("extensionElements", extensionElements);
  }
}
Defaults.$inject = ["eventBus", "bpmnFactory", "catalogue", "elementRegistry"];

export default { __init__: ["defaults"], defaults: ["type", Defaults] };
