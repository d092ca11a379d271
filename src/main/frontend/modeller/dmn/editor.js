import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import { is } from "dmn-js-shared/lib/util/ModelUtil";
import DecisionTableEditor from "dmn-js-decision-table/lib/Editor";
import DecisionTableViewer from "dmn-js-decision-table/lib/Viewer";
import { HIT_POLICIES } from "dmn-js-decision-table/lib/features/hit-policy/HitPolicies";
import { button, element, quiet } from "../shared/dom.js";
import { markElements } from "../shared/marks.js";
import { kebab } from "../shared/names.js";
import { translateWith } from "../shared/translate.js";
import { VI } from "./vi.js";

const ALLOWED_POLICIES = ["UNIQUE", "FIRST", "ANY"];
const ALLOWED_TYPES = ["string", "boolean", "integer", "long", "double", "date"];
const LIFE = /^P([1-9]\d{0,4})D$/;
const CAMUNDA = {
  name: "Camunda",
  uri: "http://camunda.org/schema/1.0/dmn",
  prefix: "camunda",
  xml: { tagAlias: "lowerCase" },
  types: [
    { name: "Kept", extends: ["dmn:Decision"], properties: [{ name: "historyTimeToLive", isAttr: true, type: "String" }] },
  ],
};

// Only what the gate lets through (docs/generated/model-gate.md); dmn-js reads this list wherever it offers policies.
HIT_POLICIES.splice(0, HIT_POLICIES.length, ...HIT_POLICIES.filter(({ value }) => ALLOWED_POLICIES.includes(value.hitPolicy)));

/**
 * Decision tables only: the gate refuses every other logic and every link between decisions, so there is no diagram of
 * requirements to edit; a file with several tables has a button for each.
 */
class Tables extends EditingManager {
  _getViewProviders() {
    return [
      {
        id: "decisionTable",
        constructor: this._options.viewOnly ? DecisionTableViewer : DecisionTableEditor,
        opens: (part) => is(part, "dmn:Decision") && is(part.decisionLogic, "dmn:DecisionTable"),
      },
    ];
  }

  _init(options) {
    this._options = options;
    super._init(options);
  }
}

export async function makeDmnEditor({ place, work, readonly }) {
  const missing = new Set();
  place.untranslated = missing;
  const words = translateWith(VI, missing);
  const choices = element("div", { class: "p72-modeller__tables", role: "group", "aria-label": "Các bảng của tệp" });
  const tablePart = element("div", { class: "p72-modeller__table", tabindex: "0", role: "region", "aria-label": "Bảng quyết định" });
  const side = element("aside", { class: "p72-modeller__side p72-modeller__facts", "aria-label": "Thuộc tính của bảng" });
  work.append(element("div", { class: "p72-modeller__main" }, choices, tablePart), side);
  const manager = new Tables({
    container: tablePart,
    viewOnly: readonly,
    moddleExtensions: { camunda: CAMUNDA },
    common: {
      dataTypes: ALLOWED_TYPES,
      expressionLanguages: { options: [{ value: "feel", label: "FEEL" }], defaults: { editor: "feel", viewer: "feel" } },
      additionalModules: [words],
    },
    decisionTable: { additionalModules: [words] },
  });
  return new DmnEditor({ manager, choices, side, readonly });
}

class DmnEditor {
  name = "bảng quyết định";
  extension = ".dmn";
  #manager;
  #choices;
  #side;
  #readonly;
  #changed = () => {};
  #known = new WeakSet();

  constructor({ manager, choices, side, readonly }) {
    this.#manager = manager;
    this.#choices = choices;
    this.#side = side;
    this.#readonly = readonly;
    manager.on("views.changed", () => this.#viewChanged());
  }

  async open(text) {
    await this.#manager.importXML(text);
    if (!this.#decisions.length) {
      throw new Error("tệp không có bảng quyết định");
    }
  }

  async text() {
    const { xml } = await this.#manager.saveXML({ format: true });
    return xml;
  }

  file() {
    return { name: `${kebab(this.#decisions[0]?.id ?? "bang")}.dmn`, type: "application/xml" };
  }

  resource() {
    const name = kebab(this.#decisions[0]?.id ?? "");
    return `bpmn/${name}/${name}.dmn`;
  }

  onChange(act) {
    this.#changed = act;
  }

  undo() {
    this.#stack?.undo();
  }

  redo() {
    this.#stack?.redo();
  }

  history() {
    return { undo: Boolean(this.#stack?.canUndo()), redo: Boolean(this.#stack?.canRedo()) };
  }

  labelOf(id) {
    return this.#find(id)?.label;
  }

  select(id) {
    const found = this.#find(id);
    if (!found) {
      return;
    }
    const view = this.#manager.getViews().find((one) => one.element === found.decision);
    Promise.resolve(view && this.#manager.getActiveView() !== view && this.#manager.open(view)).then(() => {
      const cell = document.querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`);
      cell?.scrollIntoView({ block: "center", inline: "center" });
      this.#manager.getActiveViewer()?.get("cellSelection", false)?.selectCell(id);
      (cell?.querySelector("[contenteditable], [tabindex]") ?? cell)?.focus?.();
    });
  }

  mark(problems) {
    markElements(problems, (id) => `.p72-modeller__table [data-element-id="${id}"]`);
  }

  get #stack() {
    return this.#readonly ? null : this.#manager.getActiveViewer()?.get("commandStack");
  }

  get #decisions() {
    return (this.#manager.getDefinitions()?.get("drgElement") ?? []).filter((one) => is(one, "dmn:Decision"));
  }

  #viewChanged() {
    const viewer = this.#manager.getActiveViewer();
    if (viewer && !this.#readonly && !this.#known.has(viewer)) {
      this.#known.add(viewer);
      viewer.on("commandStack.changed", ({ trigger }) => {
        if (trigger !== "clear") {
          this.#showFacts();
          this.#changed();
        }
      });
    }
    this.#showChoices();
    this.#showFacts();
  }

  #showChoices() {
    const views = this.#manager.getViews();
    const active = this.#manager.getActiveView();
    this.#choices.hidden = views.length < 2;
    this.#choices.replaceChildren(
      ...views.map((view) =>
        button(view.name || view.id, () => this.#manager.open(view), { "aria-pressed": String(view === active || view.element === active?.element) }),
      ),
    );
  }

  /** Name, meaning and time to live: what the table itself has no place for. */
  #showFacts() {
    const decision = this.#manager.getActiveView()?.element;
    if (!decision || this.#side.contains(document.activeElement)) {
      return;
    }
    const days = LIFE.exec(decision.get("camunda:historyTimeToLive") ?? "")?.[1] ?? "";
    this.#side.replaceChildren(
      element("h2", {}, decision.name || decision.id),
      element("p", {}, `Mã: ${decision.id} (theo tên tệp)`),
      ...this.#field("input", "ten", "Tên", decision.name ?? "", (name) => ({ name })),
      ...this.#field("textarea", "giai-thich", "Giải thích", decision.get("description") ?? "", (description) => ({ description })),
      element("p", {}, "Bảng này quyết định điều gì và dựa vào mục nào của kế hoạch."),
      ...this.#field("input", "giu", "Giữ lịch sử (số ngày)", days, (value) =>
        /^[1-9]\d{0,4}$/.test(value) ? { "camunda:historyTimeToLive": `P${value}D` } : null,
      ),
    );
  }

  #field(tag, name, label, value, properties) {
    const id = `p72-dmn-${name}`;
    const field = element(tag, { id, readonly: this.#readonly });
    field.value = value;
    const write = quiet(300, () => {
      const decision = this.#manager.getActiveView()?.element;
      const changed = properties(field.value.trim());
      field.setAttribute("aria-invalid", String(changed === null));
      if (decision && changed) {
        this.#manager.getActiveViewer().get("modeling").updateProperties(decision, changed);
      }
    });
    field.addEventListener("input", write);
    return [element("label", { for: id }, label), field];
  }

  /** The part with this id, named as people would: "Dòng 3, cột Số ngày". */
  #find(id) {
    for (const decision of this.#decisions) {
      const table = decision.decisionLogic;
      const named = (label) => ({ decision, label });
      if (decision.id === id || table?.id === id) {
        return named(decision.name || decision.id);
      }
      const columns = [...(table?.input ?? []), ...(table?.output ?? [])];
      const column = columns.find((one) => one.id === id || one.inputExpression?.id === id || one.inputValues?.id === id || one.outputValues?.id === id);
      if (column) {
        return named(`Cột ${column.label || column.name || column.id}`);
      }
      for (const [at, rule] of (table?.rule ?? []).entries()) {
        const cells = [...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])];
        const cell = cells.findIndex((one) => one.id === id);
        if (rule.id === id || cell >= 0) {
          const where = cell >= 0 ? `, cột ${columns[cell]?.label || columns[cell]?.name || cell + 1}` : "";
          return named(`Dòng ${at + 1}${where}`);
        }
      }
    }
    return null;
  }
}
