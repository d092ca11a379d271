import { is } from "bpmn-js/lib/util/ModelUtil";
import BpmnFactory from "bpmn-js/lib/features/modeling/BpmnFactory";
import { camel } from "../shared/names.js";
import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";

// Ids by convention (docs/models.md): a new element first gets a running id, then one made from its label when it is
// named. An id that was given once stays: running cases, journal entries and path tests know it.

const RUNNING = /^[A-Za-z]+_0[0-9a-z]{7}$/;
const OWN_PREFIX = ["UserTask", "ServiceTask", "BusinessRuleTask", "CallActivity", "SubProcess"];

/** First part of the id of such an element. */
export function prefixOf(element) {
  const type = element.$type.replace("bpmn:", "");
  if (OWN_PREFIX.includes(type)) {
    return type === "SubProcess" && element.triggeredByEvent ? "EventSubProcess" : type;
  }
  const general = { "bpmn:Event": "Event", "bpmn:Gateway": "Gateway", "bpmn:SequenceFlow": "Flow", "bpmn:Activity": "Activity" };
  const found = Object.entries(general).find(([name]) => is(element, name));
  return found ? found[1] : type;
}

/** "Nộp báo cáo?" → nopBaoCao: letters only, as in all our ids. */
export function slug(label) {
  return camel((label ?? "").replace(/\d/g, " "));
}

/** Whether the id is still the running one. */
export function isRunning(id) {
  return RUNNING.test(id ?? "");
}

/** The part of the id that says what it is. */
export function nameIn(id) {
  return isRunning(id) ? "" : (id ?? "").replace(/^[A-Za-z]+_/, "");
}

class OwnIds extends BpmnFactory {
  _ensureId(element) {
    if (!element.id && this._needsId(element)) {
      element.id = this._model.ids.nextPrefixed(`${prefixOf(element)}_0`, element);
      return;
    }
    super._ensureId(element);
  }
}
OwnIds.$inject = ["moddle"];

class NamesGiveIds extends CommandInterceptor {
  constructor(eventBus, modeling, moddle) {
    super(eventBus);
    this.modeling = modeling;
    this.ids = moddle.ids;
    this.postExecuted(["element.updateLabel"], ({ context }) => this.#settle(context.element.labelTarget ?? context.element));
    this.postExecuted(["element.updateProperties"], ({ context }) => {
      if ("name" in context.properties) {
        this.#settle(context.element);
      }
    });
    this.postExecuted(["connection.create", "connection.reconnect"], ({ context }) => this.#settle(context.connection));
    this.postExecuted(["shape.replace"], ({ context }) => this.#prefix(context.newShape));
  }

  #settle(element) {
    const object = element.businessObject;
    if (!object || element.labelTarget || !is(object, "bpmn:FlowElement")) {
      return;
    }
    if (isRunning(object.id)) {
      const name = is(object, "bpmn:SequenceFlow") ? this.#flowName(object) : slug(object.name);
      if (name) {
        this.#rename(element, `${prefixOf(object)}_${name}`);
      }
    }
    [...(element.outgoing ?? []), ...(element.incoming ?? [])]
      .filter((flow) => isRunning(flow.businessObject.id))
      .forEach((flow) => this.#settle(flow));
  }

  #flowName(flow) {
    const source = nameIn(flow.sourceRef?.id);
    if (!source) {
      return "";
    }
    if (is(flow.sourceRef, "bpmn:Gateway")) {
      const answer = slug(flow.name);
      return answer && `${source}_${answer}`;
    }
    return source;
  }

  /** Another kind of element: the prefix follows, what it is called stays. */
  #prefix(element) {
    const { businessObject } = element;
    const wanted = prefixOf(businessObject);
    if (!businessObject.id.startsWith(`${wanted}_`) && is(businessObject, "bpmn:FlowNode")) {
      this.#rename(element, businessObject.id.replace(/^[A-Za-z]+_/, `${wanted}_`));
    }
  }

  #rename(element, wanted) {
    let id = wanted;
    for (let letter = "B".charCodeAt(0); this.ids.assigned(id) && letter <= "Z".charCodeAt(0); letter++) {
      id = wanted + String.fromCharCode(letter);
    }
    if (!this.ids.assigned(id)) {
      this.modeling.updateProperties(element, { id });
    }
  }
}
NamesGiveIds.$inject = ["eventBus", "modeling", "moddle"];

export default {
  __init__: ["namesGiveIds"],
  bpmnFactory: ["type", OwnIds],
  namesGiveIds: ["type", NamesGiveIds],
};
