import { isEventSubProcess } from "bpmn-js/lib/util/DiUtil";
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { AFTER_ANY, AFTER, AFTER_EVENT_GATEWAY, KINDS, PALETTE, REPLACE, REPLACE_IN_EVENT_SUB_PROCESS } from "./vocabulary.js";

// Palette, context pad and menus that offer only what the gate lets through. They take the place of bpmn-js's own
// providers (same names in the injector), so that an element of a newer bpmn-js cannot slip in.

class Palette {
  constructor(palette, create, elementFactory, handTool, lassoTool, spaceTool, globalConnect) {
    Object.assign(this, { create, elementFactory, handTool, lassoTool, spaceTool, globalConnect });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const tool = (icon, title, start) => ({ group: "tools", className: icon, title, action: { click: start } });
    const entries = {
      "hand-tool": tool("bpmn-icon-hand-tool", "Kéo khung nhìn (H)", (event) => this.handTool.activateHand(event)),
      "lasso-tool": tool("bpmn-icon-lasso-tool", "Chọn nhiều phần tử (L)", (event) => this.lassoTool.activateSelection(event)),
      "space-tool": tool("bpmn-icon-space-tool", "Thêm hoặc bớt khoảng trống (S)", (event) => this.spaceTool.activateSelection(event)),
      "global-connect-tool": tool("bpmn-icon-connection-multi", "Nối hai phần tử (C)", (event) => this.globalConnect.start(event)),
      "tool-separator": { group: "tools", separator: true },
    };
    PALETTE.forEach(([name, group]) => {
      const { word, icon, make } = KINDS[name];
      entries[`create.${name}`] = this.#entry(group, icon, `Thêm ${word}`, () => this.elementFactory.createShape({ ...make }));
    });
    entries["create.sub-process"] = this.#entry("activity", "bpmn-icon-subprocess-expanded", "Thêm quy trình con", () =>
      this.#subProcess({ isExpanded: true }),
    );
    entries["create.event-sub-process"] = this.#entry(
      "activity",
      "bpmn-icon-event-subprocess-expanded",
      "Thêm quy trình con theo sự kiện",
      () => this.#subProcess({ isExpanded: true, triggeredByEvent: true }, "bpmn:MessageEventDefinition"),
    );
    return entries;
  }

  #entry(group, className, title, make) {
    const start = (event) => this.create.start(event, make());
    return { group, className, title, action: { dragstart: start, click: start } };
  }

  #subProcess(options, eventDefinitionType) {
    const frame = this.elementFactory.createShape({ type: "bpmn:SubProcess", x: 0, y: 0, ...options });
    const start = this.elementFactory.createShape({ type: "bpmn:StartEvent", x: 40, y: 82, parent: frame, eventDefinitionType });
    return [frame, start];
  }
}
Palette.$inject = ["palette", "create", "elementFactory", "handTool", "lassoTool", "spaceTool", "globalConnect"];

/** Adds shapes after or at an element, wherever the wish comes from. */
class Append {
  constructor(elementFactory, autoPlace, modeling, create, selection) {
    Object.assign(this, { elementFactory, autoPlace, modeling, create, selection });
  }

  /** The kinds that may follow this element. */
  after(element) {
    if (!is(element, "bpmn:FlowNode") || is(element, "bpmn:EndEvent") || isEventSubProcess(element)) {
      return [];
    }
    return is(element, "bpmn:EventBasedGateway") ? AFTER_EVENT_GATEWAY : AFTER_ANY;
  }

  /** Whether an event may be attached. */
  attachable(element) {
    return is(element, "bpmn:Activity") && !isEventSubProcess(element);
  }

  append(element, name) {
    const shape = this.autoPlace.append(element, this.elementFactory.createShape({ ...KINDS[name].make }));
    this.selection.select(shape);
    return shape;
  }

  drag(event, element, name) {
    this.create.start(event, this.elementFactory.createShape({ ...KINDS[name].make }), { source: element });
  }

  attach(element, name) {
    const shape = this.elementFactory.createShape({ ...KINDS[name].make });
    const taken = element.attachers?.length ?? 0;
    const place = { x: element.x + element.width - 20 - 45 * taken, y: element.y + element.height };
    const event = this.modeling.createShape(shape, place, element, { attach: true });
    this.selection.select(event);
  }
}
Append.$inject = ["elementFactory", "autoPlace", "modeling", "create", "selection"];

class ContextPad {
  constructor(contextPad, modeling, connect, popupMenu, rules, append) {
    Object.assign(this, { contextPad, modeling, connect, popupMenu, rules, append });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const entries = {};
    const kinds = this.append.after(element);
    if (element.type !== "label") {
      kinds
        .filter((name) => [...AFTER.slice(0, 2), ...AFTER_EVENT_GATEWAY, "exclusive-gateway", "end-event"].includes(name))
        .filter((name) => name !== "message-catch" || kinds === AFTER_EVENT_GATEWAY)
        .forEach((name) => (entries[`append.${name}`] = this.#appended(name)));
      if (kinds.length) {
        entries["append.more"] = {
          group: "model",
          className: "p72-icon-more",
          html: '<div class="entry p72-icon-more" aria-hidden="true">…</div>',
          title: "Thêm phần tử khác",
          action: { click: (event) => this.#menu("p72-append", element, "Thêm phần tử", event) },
        };
      }
      if (this.append.attachable(element)) {
        entries["attach.timer-boundary"] = {
          group: "attach",
          className: KINDS["timer-boundary"].icon,
          title: "Gắn hạn giờ",
          action: { click: (event, target) => this.append.attach(target, "timer-boundary") },
        };
      }
      if (is(element, "bpmn:FlowNode") && !is(element, "bpmn:EndEvent")) {
        const start = (event, target) => this.connect.start(event, target);
        entries.connect = {
          group: "connect",
          className: "bpmn-icon-connection-multi",
          title: "Nối tới phần tử khác",
          action: { click: start, dragstart: start },
        };
      }
      if (!this.popupMenu.isEmpty(element, "bpmn-replace")) {
        entries.replace = {
          group: "edit",
          className: "bpmn-icon-screw-wrench",
          title: "Đổi loại phần tử",
          action: { click: (event) => this.#menu("bpmn-replace", element, "Đổi loại phần tử", event) },
        };
      }
    }
    return { ...entries, ...this.#deletion([element]) };
  }

  getMultiElementContextPadEntries(elements) {
    return this.#deletion(elements);
  }

  #appended(name) {
    return {
      group: "model",
      className: KINDS[name].icon,
      title: `Thêm ${KINDS[name].word}`,
      action: {
        click: (event, element) => this.append.append(element, name),
        dragstart: (event, element) => this.append.drag(event, element, name),
      },
    };
  }

  #menu(kind, element, title, event) {
    const pad = document.querySelector(".djs-context-pad.open").getBoundingClientRect();
    this.popupMenu.open(element, kind, { x: pad.left, y: pad.bottom + 5, cursor: { x: event.x, y: event.y } }, { title, width: 300, search: true });
  }

  #deletion(elements) {
    const allowed = this.rules.allowed("elements.delete", { elements });
    if (!(Array.isArray(allowed) ? elements.every((element) => allowed.includes(element)) : allowed)) {
      return {};
    }
    return {
      delete: {
        group: "edit",
        className: "bpmn-icon-trash",
        title: "Xóa",
        action: { click: () => this.modeling.removeElements([...elements]) },
      },
    };
  }
}
ContextPad.$inject = ["contextPad", "modeling", "connect", "popupMenu", "rules", "append"];

/** The menu behind "…", the toolbar's "Thêm bước" and the key A: everything that may follow, found by typing. */
class AppendMenu {
  constructor(popupMenu, append) {
    this.append = append;
    popupMenu.registerProvider("p72-append", this);
    popupMenu.registerProvider("bpmn-replace", 500, new ReplaceFilter());
  }

  getPopupMenuEntries(element) {
    const entries = {};
    this.append.after(element).forEach((name) => {
      entries[`append-${name}`] = {
        label: upper(KINDS[name].word),
        className: KINDS[name].icon,
        action: () => this.append.append(element, name),
      };
    });
    if (this.append.attachable(element)) {
      entries["attach-timer-boundary"] = {
        label: upper(KINDS["timer-boundary"].word),
        className: KINDS["timer-boundary"].icon,
        action: () => this.append.attach(element, "timer-boundary"),
      };
    }
    return entries;
  }
}
AppendMenu.$inject = ["popupMenu", "append"];

class ReplaceFilter {
  getPopupMenuEntries(element) {
    const start = is(element, "bpmn:StartEvent");
    const inEvent = start && isEventSubProcess(element.parent);
    const allowed = (name) => {
      if (start) {
        return inEvent ? REPLACE_IN_EVENT_SUB_PROCESS.has(name) : name === "replace-with-none-start";
      }
      return REPLACE.has(name) && !(isAny(element, ["bpmn:Event"]) && name === "replace-with-none-start");
    };
    return (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => allowed(name)));
  }

  getPopupMenuHeaderEntries(element) {
    return (entries) =>
      Object.fromEntries(
        Object.entries(entries).filter(([name]) => REPLACE.has(name) && (name !== "toggle-non-interrupting" || !is(element, "bpmn:SubProcess"))),
      );
  }
}

/** Lets nothing in by another door: pasting, dropping or replacing what the gate refuses. */
class OnlyAllowed {
  constructor(eventBus) {
    const refused = ["bpmn:Participant", "bpmn:Lane", "bpmn:DataObjectReference", "bpmn:DataStoreReference", "bpmn:TextAnnotation", "bpmn:Group"];
    eventBus.on(["commandStack.elements.create.canExecute", "commandStack.shape.create.canExecute"], 3000, ({ context }) => {
      const shapes = context.elements ?? [context.shape];
      if (shapes.some((shape) => shape && isAny(shape, refused))) {
        return false;
      }
    });
  }
}
OnlyAllowed.$inject = ["eventBus"];

function upper(word) {
  return word[0].toUpperCase() + word.slice(1);
}

export default {
  __init__: ["paletteProvider", "contextPadProvider", "appendMenu", "onlyAllowed"],
  paletteProvider: ["type", Palette],
  contextPadProvider: ["type", ContextPad],
  append: ["type", Append],
  appendMenu: ["type", AppendMenu],
  onlyAllowed: ["type", OnlyAllowed],
};
