import { is } from "bpmn-js/lib/util/ModelUtil";
import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";

// What every new element of ours has in common, so that a modeler need not know it.

const OF_TYPE = {
  "bpmn:UserTask": { "camunda:formRefBinding": "deployment" },
  "bpmn:BusinessRuleTask": { "camunda:decisionRefBinding": "deployment", "camunda:mapDecisionResult": "singleEntry" },
  "bpmn:CallActivity": { "camunda:calledElementBinding": "latest" },
};
const GROUP_OF_THE_CASE = "officer.${unit}";

class Defaults extends CommandInterceptor {
  constructor(eventBus, bpmnFactory, catalogue) {
    super(eventBus);
    this.preExecute(["shape.create", "elements.create", "shape.append"], ({ context }) => {
      (context.elements ?? [context.shape]).forEach((shape) => shape?.businessObject && this.#complete(shape.businessObject));
    });
    this.bpmnFactory = bpmnFactory;
    this.catalogue = catalogue;
  }

  #complete(object) {
    Object.entries(OF_TYPE[object.$type] ?? {}).forEach(([name, value]) => {
      if (object.get(name) === undefined || name.endsWith("Binding")) {
        object.set(name, value);
      }
    });
    if (is(object, "bpmn:UserTask") && !object.get("camunda:candidateGroups")) {
      const group = this.#group(object);
      if (group) {
        object.set("camunda:candidateGroups", group);
      }
    }
    if (is(object, "bpmn:CallActivity") && !object.get("extensionElements")) {
      this.#sameCase(object);
    }
  }

  #group() {
    return this.catalogue.groups.some(({ value }) => value === GROUP_OF_THE_CASE) ? GROUP_OF_THE_CASE : undefined;
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
Defaults.$inject = ["eventBus", "bpmnFactory", "catalogue"];

export default { __init__: ["defaults"], defaults: ["type", Defaults] };
