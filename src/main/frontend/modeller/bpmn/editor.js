import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { getLabel } from "bpmn-js/lib/util/LabelUtil";
import { is } from "bpmn-js/lib/util/ModelUtil";
import { BpmnPropertiesPanelModule } from "bpmn-js-properties-panel";
import CamundaBehaviors from "camunda-bpmn-js-behaviors/lib/camunda-platform";
import TokenSimulation from "bpmn-js-token-simulation";
import { button, element } from "../shared/dom.js";
import { kebab } from "../shared/names.js";
import { halfway } from "../shared/shapes.js";
import { translateWith } from "../shared/translate.js";
import { camunda } from "./camunda.js";
import DefaultsModule from "./defaults.js";
import { showFacts } from "./facts.js";
import IdentityModule from "./identity.js";
import { lint } from "./lint.js";
import PropertiesModule from "./properties.js";
import RestrictModule from "./restrict.js";
import { VI } from "./vi.js";

const READABLE = 0.6;
const SIGNS_SHOW = 0.7; // the simulation hides its buttons below half size
const PALETTE = 125;
const MARGIN = 25;
const OPEN_GROUPS = ["general", "meaning", "opened", "person", "step", "decision", "called", "event", "flow"];

/** Makes the editor, or for those who may only look the viewer with the facts of the chosen element. */
export async function makeBpmnEditor({ place, work, readonly, catalogue }) {
  const canvasPart = element("div", { class: "p72-modeller__canvas", tabindex: "-1" });
  const side = element("aside", { class: "p72-modeller__side", "aria-label": "Thuộc tính của phần tử" });
  work.append(canvasPart, side);
  const missing = new Set();
  place.untranslated = missing;
  const words = translateWith(VI, missing);
  const own = { catalogue: ["value", catalogue] };
  const moddleExtensions = { camunda };
  const diagram = readonly
    ? new NavigatedViewer({ container: canvasPart, moddleExtensions, additionalModules: [words] })
    : new Modeler({
        container: canvasPart,
        moddleExtensions,
        propertiesPanel: { parent: side, layout: { groups: Object.fromEntries(OPEN_GROUPS.map((id) => [`p72-${id}`, { open: true }])) } },
        additionalModules: [
          own,
          BpmnPropertiesPanelModule,
          CamundaBehaviors,
          TokenSimulation,
          RestrictModule,
          IdentityModule,
          DefaultsModule,
          PropertiesModule,
          words,
        ],
      });
  return new BpmnEditor({ place, diagram, canvasPart, side, readonly });
}

class BpmnEditor {
  name = "quy trình";
  extension = ".bpmn";
  #diagram;
  #readonly;
  #marked = [];
  #place;
  #simulation;
  #more;

  constructor({ place, diagram, canvasPart, side, readonly }) {
    this.#diagram = diagram;
    this.#readonly = readonly;
    this.#place = place;
    reachable(canvasPart);
    new ResizeObserver(() => diagram.get("canvas").resized()).observe(canvasPart);
    if (readonly) {
      diagram.get("eventBus").on("selection.changed", ({ newSelection: [chosen] }) => showFacts(side, chosen, this.#root));
      diagram.get("eventBus").on("import.done", () => showFacts(side, null, this.#root));
    } else {
      diagram.get("keyboard").addListener(({ keyEvent }) => this.#key(keyEvent));
      diagram.get("eventBus").on("tokenSimulation.toggleMode", ({ active }) => this.#simulating(active));
    }
  }

  get #root() {
    return this.#diagram.get("canvas").getRootElement();
  }

  async open(text) {
    this.#stopSimulation();
    await this.#diagram.importXML(text);
  }

  /** A large model starts readable, at its beginning; a small one is seen whole. */
  opened() {
    this.#whole();
    const canvas = this.#diagram.get("canvas");
    if (canvas.zoom() < READABLE) {
      const { inner, outer } = canvas.viewbox();
      const left = this.#readonly ? MARGIN : PALETTE;
      const middle = this.#start ? this.#start.y + this.#start.height / 2 : inner.y + inner.height / 2;
      canvas.viewbox({
        x: inner.x - left / READABLE,
        y: middle - outer.height / READABLE / 2,
        width: outer.width / READABLE,
        height: outer.height / READABLE,
      });
    }
  }

  get #start() {
    return this.#diagram
      .get("elementRegistry")
      .filter((shape) => is(shape, "bpmn:StartEvent") && !shape.labelTarget && shape.parent === this.#root)[0];
  }

  /** Shows everything, to the right of the palette. */
  #whole() {
    const canvas = this.#diagram.get("canvas");
    canvas.zoom("fit-viewport", "auto");
    const { inner, outer } = canvas.viewbox();
    const left = this.#readonly ? MARGIN : PALETTE;
    const scale = Math.min(1, (outer.width - left - MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height);
    if (inner.width && Number.isFinite(scale)) {
      canvas.viewbox({
        x: inner.x - (left + (outer.width - left - MARGIN - inner.width * scale) / 2) / scale,
        y: inner.y - (outer.height - inner.height * scale) / 2 / scale,
        width: outer.width / scale,
        height: outer.height / scale,
      });
    }
  }

  async text() {
    const { xml } = await this.#diagram.saveXML({ format: true });
    return xml;
  }

  file() {
    return { name: `${kebab(this.#process?.id ?? "quy-trinh")}.bpmn`, type: "application/xml" };
  }

  /** The name of the resource as the gate knows it. */
  resource() {
    const name = kebab(this.#process?.id ?? "");
    return `bpmn/${name}/${name}.bpmn`;
  }

  get #process() {
    return this.#diagram.getDefinitions()?.rootElements.find((root) => is(root, "bpmn:Process"));
  }

  onChange(act) {
    this.#diagram.on("commandStack.changed", ({ trigger }) => trigger !== "clear" && act());
  }

  undo() {
    this.#diagram.get("commandStack").undo();
  }

  redo() {
    this.#diagram.get("commandStack").redo();
  }

  history() {
    const stack = this.#diagram.get("commandStack");
    return { undo: stack.canUndo(), redo: stack.canRedo() };
  }

  lint() {
    return lint(this.#diagram.getDefinitions());
  }

  labelOf(id) {
    const shape = this.#shape(id);
    if (!shape || getLabel(shape) || !is(shape, "bpmn:SequenceFlow")) {
      return shape && (getLabel(shape) || shape.businessObject.name || shape.id);
    }
    const end = ({ businessObject }) => `“${businessObject.name || businessObject.id}”`;
    return `Đường từ ${end(shape.source)} tới ${end(shape.target)}`;
  }

  select(id) {
    const shape = this.#shape(id);
    if (shape) {
      if (this.#readonly) {
        this.#diagram.get("canvas").scrollToElement(shape);
        this.#diagram.get("selection").select(shape);
        return;
      }
      this.#diagram.get("selection").select(shape === this.#root ? null : shape);
      if (shape !== this.#root) {
        this.#diagram.get("canvas").scrollToElement(shape, 120);
      }
    }
  }

  /** Puts a sign on every element that has problems, with their words behind it. */
  mark(problems) {
    const canvas = this.#diagram.get("canvas");
    const overlays = this.#diagram.get("overlays");
    this.#marked.forEach(([shape, kind]) => this.#diagram.get("elementRegistry").get(shape.id) && canvas.removeMarker(shape, `p72-problem-${kind}`));
    overlays.remove({ type: "p72-problem" });
    this.#marked = [];
    const shapes = new Map();
    problems.forEach((list, id) => {
      const shape = this.#shape(id);
      if (shape && shape !== this.#root) {
        shapes.set(shape, [...(shapes.get(shape) ?? []), ...list]);
      }
    });
    shapes.forEach((list, shape) => {
      const kind = list.some(({ severity }) => severity !== "warning") ? "error" : "warning";
      canvas.addMarker(shape, `p72-problem-${kind}`);
      this.#marked.push([shape, kind]);
      const sign = element("div", { class: `p72-problem-sign p72-problem-sign--${kind}`, title: list.map(({ message }) => message).join("\n") }, kind === "error" ? "!" : "?");
      overlays.add(shape, "p72-problem", { position: shape.waypoints ? halfway(shape.waypoints) : { top: -12, left: -12 }, html: sign });
    });
  }

  tools() {
    const zoom = (factor) => () => this.#diagram.get("canvas").zoom(this.#diagram.get("canvas").zoom() * factor);
    const look = [
      button("+", zoom(1.25), { "aria-label": "Phóng to", title: "Phóng to" }),
      button("−", zoom(0.8), { "aria-label": "Thu nhỏ", title: "Thu nhỏ" }),
      button("Xem toàn bộ", () => this.#whole()),
    ];
    if (this.#readonly) {
      return look;
    }
    this.#simulation = button("Chạy thử luồng", () => this.#diagram.get("toggleMode").toggleMode(), {
      "aria-pressed": "false",
      title: "Xem các bước nối nhau thế nào; không lưu gì",
    });
    this.#more = button("Thêm bước", () => this.#append(), { title: "Thêm phần tử sau phần tử đang chọn (A)" });
    return [this.#more, ...look, this.#simulation];
  }

  exports() {
    return [
      {
        label: "Tải hình .svg",
        file: async () => ({ name: this.file().name.replace(/bpmn$/, "svg"), type: "image/svg+xml", content: (await this.#diagram.saveSVG()).svg }),
      },
    ];
  }

  #key(event) {
    if (event.key.toLowerCase() === "a" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#append();
      return true;
    }
  }

  #append() {
    const [chosen] = this.#diagram.get("selection").get();
    const menu = this.#diagram.get("popupMenu");
    const target = chosen?.labelTarget ?? chosen ?? this.#last();
    if (target && !menu.isEmpty(target, "p72-append")) {
      const { left, bottom } = this.#more.getBoundingClientRect();
      menu.open(target, "p72-append", { x: left, y: bottom + 4 }, { title: `Thêm sau “${getLabel(target) || target.id}”`, width: 320, search: true });
    }
  }

  /** Where drawing would go on when nothing is chosen: the step furthest to the right that leads nowhere yet. */
  #last() {
    const open = this.#diagram.get("elementRegistry").filter((shape) => is(shape, "bpmn:FlowNode") && !shape.labelTarget && !is(shape, "bpmn:EndEvent") && !shape.outgoing.length);
    return open.sort((one, other) => other.x - one.x)[0];
  }

  #simulating(active) {
    this.#simulation?.setAttribute("aria-pressed", String(active));
    this.#place.classList.toggle("p72-modeller--simulating", active);
    const canvas = this.#diagram.get("canvas");
    if (active && this.#start && canvas.zoom() < SIGNS_SHOW) {
      canvas.zoom(SIGNS_SHOW);
      canvas.scrollToElement(this.#start, { top: 250, left: 120, bottom: 250, right: 400 });
    }
  }

  #stopSimulation() {
    if (this.#simulation?.getAttribute("aria-pressed") === "true") {
      this.#diagram.get("toggleMode").toggleMode(false);
    }
  }

  /** The shape of this id, or of what this id belongs to. */
  #shape(id) {
    const registry = this.#diagram.get("elementRegistry");
    const found = registry.get(id);
    return found ?? registry.find((shape) => !shape.labelTarget && (shape.businessObject.eventDefinitions?.some((one) => one.id === id) || shape.businessObject.loopCharacteristics?.id === id));
  }
}

/** The drawing is one stop of the keyboard; what is inside has keys of its own. */
function reachable(part) {
  const observer = new MutationObserver(() => {
    const svg = part.querySelector("svg[tabindex]");
    if (svg) {
      svg.setAttribute("role", "application");
      svg.setAttribute("aria-label", "Sơ đồ quy trình. Phím mũi tên di chuyển, Ctrl+F tìm, A thêm bước, Ctrl+Z hoàn tác.");
      observer.disconnect();
    }
  });
  observer.observe(part, { childList: true, subtree: true });
}
