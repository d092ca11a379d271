import { getBusinessObject } from "bpmn-js/lib/util/ModelUtil";

/** Reads and writes the model of one element; every write is one step to undo. */
export class Writer {
  constructor(element, injector) {
    this.element = element;
    this.object = getBusinessObject(element);
    this.stack = injector.get("commandStack");
    this.modeling = injector.get("modeling");
    this.factory = injector.get("bpmnFactory");
    this.ids = injector.get("moddle").ids;
  }

  get(name) {
    return this.object.get(name);
  }

  set(properties) {
    this.modeling.updateProperties(this.element, properties);
  }

  /** Writes on something inside the element. */
  inside(object, properties) {
    this.modeling.updateModdleProperties(this.element, object, properties);
  }

  /** Several writes as one step; each is `[object, properties]`. */
  together(writes) {
    this.stack.execute(
      "properties-panel.multi-command-executor",
      writes.map(([moddleElement, properties]) => ({
        cmd: "element.updateModdleProperties",
        context: { element: this.element, moddleElement, properties },
      })),
    );
  }

  create(type, properties, parent) {
    const made = this.factory.create(type, properties);
    made.$parent = parent;
    return made;
  }

  get documentation() {
    return this.object.get("documentation")[0]?.text ?? "";
  }

  set documentation(text) {
    const documentation = text ? [this.create("bpmn:Documentation", { text }, this.object)] : [];
    this.inside(this.object, { documentation: [...documentation, ...this.object.get("documentation").slice(1)] });
  }

  get definitions() {
    let parent = this.object;
    while (parent.$parent) {
      parent = parent.$parent;
    }
    return parent;
  }

  /** The message, escalation … of this kind that all elements share. */
  shared(type) {
    return this.definitions.get("rootElements").filter((root) => root.$type === type);
  }

  /** Points `object[reference]` to the shared element, making it when it is new; null takes it away. */
  refer(object, reference, found, make) {
    if (found || !make) {
      this.inside(object, { [reference]: found ?? undefined });
      return;
    }
    const { definitions } = this;
    const made = make(definitions);
    this.together([
      [definitions, { rootElements: [...definitions.get("rootElements"), made] }],
      [object, { [reference]: made }],
    ]);
  }

  freeId(wanted) {
    let id = wanted;
    for (let letter = 66; this.ids.assigned(id); letter++) {
      id = wanted + String.fromCharCode(letter);
    }
    return id;
  }

  extensions(type) {
    return (this.object.get("extensionElements")?.get("values") ?? []).filter((value) => value.$type === type);
  }

  /** Adds and takes away extension elements in one step. */
  changeExtensions({ add = [], remove = [] }) {
    const holder = this.object.get("extensionElements");
    const values = (holder?.get("values") ?? []).filter((value) => !remove.includes(value));
    if (holder) {
      add.forEach((value) => (value.$parent = holder));
      this.inside(holder, { values: [...values, ...add] });
      return;
    }
    const made = this.create("bpmn:ExtensionElements", { values: add }, this.object);
    add.forEach((value) => (value.$parent = made));
    this.inside(this.object, { extensionElements: made });
  }
}
