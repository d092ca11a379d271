import { FormEditor } from "@bpmn-io/form-js-editor";
import { element, quiet } from "../shared/dom.js";
import { markElements } from "../shared/marks.js";
import { camel, kebab } from "../shared/names.js";
import RestrictModule, { isRunningKey } from "./restrict.js";
import { TYPES } from "./vocabulary.js";

const LOOK_LIKE = 600;
const KEY = /^[a-z][A-Za-z0-9]*$/;

/** The form as it is edited, and below it the form as the server will draw it for officers. */
export async function makeFormEditor({ work, server, readonly }) {
  work.classList.add("p72-modeller__work--form");
  const preview = new Preview(server);
  if (readonly) {
    work.append(preview.part);
    return new FormReader(preview);
  }
  const palette = element("div", { class: "p72-modeller__palette", role: "region", "aria-label": "Các loại ô" });
  const canvas = element("div", { class: "p72-modeller__canvas--form", role: "region", "aria-label": "Biểu mẫu đang soạn" });
  const side = element("aside", { class: "p72-modeller__side", "aria-label": "Thuộc tính của ô" });
  work.append(palette, canvas, side, preview.part);
  const editor = new FormEditor({
    container: canvas,
    palette: { parent: palette },
    propertiesPanel: { parent: side },
    additionalModules: [RestrictModule],
  });
  return new FormsEditor(editor, preview);
}

class Preview {
  #server;
  #shown;
  #round = 0;
  later = quiet(LOOK_LIKE, (text) => this.show(text));

  constructor(server) {
    this.#server = server;
    this.#shown = element("div", { class: "p72-modeller__preview-form" });
    this.part = element(
      "section",
      { class: "p72-modeller__preview", "aria-label": "Xem trước" },
      element("h2", {}, "Chuyên viên sẽ thấy"),
      this.#shown,
    );
    this.part.hidden = !server.previews;
  }

  /** The server's drawing; it is the page's own HTML, of the same origin. Nothing in it can be sent. */
  async show(text) {
    if (!this.#server.previews) {
      return;
    }
    const round = ++this.#round;
    try {
      const html = await this.#server.preview(text);
      if (round === this.#round) {
        const parsed = new DOMParser().parseFromString(html, "text/html");
        parsed.querySelectorAll("[id], [for], [aria-describedby], [aria-labelledby]").forEach(apart);
        this.#shown.replaceChildren(...parsed.body.childNodes);
        this.#shown.querySelectorAll("form").forEach((form) => form.addEventListener("submit", (event) => event.preventDefault()));
      }
    } catch (problem) {
      if (round === this.#round) {
        this.#shown.replaceChildren(element("p", { class: "p72-modeller__preview-problem" }, `Chưa xem trước được. ${problem.message}`));
      }
    }
  }
}

/** The preview's ids must not meet those of the page. */
function apart(node) {
  ["id", "for", "aria-describedby", "aria-labelledby"].forEach((name) => {
    const value = node.getAttribute(name);
    if (value) {
      node.setAttribute(name, value.split(/\s+/).map((id) => `xem-truoc-${id}`).join(" "));
    }
  });
}

/** What both have: the schema by component. */
class Forms {
  name = "biểu mẫu";
  extension = ".form";

  get schema() {
    return this.current;
  }

  file() {
    return { name: `${kebab(this.schema?.id ?? "bieu-mau")}.form`, type: "application/json" };
  }

  resource() {
    const name = kebab(this.schema?.id ?? "");
    return `forms/${name}/${name}.form`;
  }

  labelOf(id) {
    const found = this.find(id);
    return found && (found.label || found.dateLabel || TYPES[found.type]?.name || found.type);
  }

  find(id, components = this.schema?.components ?? []) {
    for (const component of components) {
      const found = component.id === id ? component : this.find(id, component.components ?? []);
      if (found) {
        return found;
      }
    }
    return null;
  }

  mark(problems) {
    markElements(problems, (id) => `.p72-modeller__canvas--form .fjs-element[data-id="${id}"]`);
  }
}

class FormReader extends Forms {
  #preview;

  constructor(preview) {
    super();
    this.#preview = preview;
  }

  async open(text) {
    this.written = text;
    this.current = JSON.parse(text);
    await this.#preview.show(text);
  }

  async text() {
    return this.written;
  }

  onChange() {}

  select() {}
}

class FormsEditor extends Forms {
  #editor;
  #preview;
  #own = {};
  #loading = true;

  constructor(editor, preview) {
    super();
    this.#editor = editor;
    this.#preview = preview;
    editor.on("commandStack.formField.edit.postExecuted", ({ context }) => this.#keyFromLabel(context));
  }

  get schema() {
    return this.#editor.getSchema();
  }

  async open(text) {
    const schema = JSON.parse(text);
    const { schemaVersion, exporter } = schema;
    this.#own = { schemaVersion, exporter };
    this.#loading = true;
    await this.#editor.importSchema(schema);
    this.#loading = false;
    this.#preview.show(text);
  }

  /** The schema as it was plus what was changed: who wrote it and its version stay what they were. */
  async text() {
    const { schemaVersion, exporter, ...schema } = this.#editor.getSchema();
    const { exporter: writer = exporter, schemaVersion: version = schemaVersion } = this.#own;
    return `${JSON.stringify({ ...schema, ...(writer && { exporter: writer }), schemaVersion: version }, null, 2)}\n`;
  }

  onChange(act) {
    this.#editor.on("commandStack.changed", ({ trigger }) => {
      if (trigger !== "clear" && !this.#loading) {
        act();
        this.text().then((text) => this.#preview.later(text));
      }
    });
  }

  undo() {
    this.#editor.get("commandStack").undo();
  }

  redo() {
    this.#editor.get("commandStack").redo();
  }

  history() {
    const stack = this.#editor.get("commandStack");
    return { undo: stack.canUndo(), redo: stack.canRedo() };
  }

  select(id) {
    const field = this.#editor.get("formFieldRegistry").get(id);
    if (field) {
      this.#editor.get("selection").set(field);
      document.querySelector(`.fjs-element[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
    }
  }

  /** A new field's running key gives way to one made from its label, as long as nobody has set it. */
  #keyFromLabel({ formField, properties }) {
    const name = properties?.label ?? properties?.dateLabel;
    if (!name || !isRunningKey(formField?.key)) {
      return;
    }
    const key = camel(name, 6);
    const taken = this.#editor.get("formFieldRegistry").getAll().some((other) => other.key === key);
    if (KEY.test(key) && !taken) {
      this.#editor.get("modeling").editFormField(this.#editor.get("formFieldRegistry").get(formField.id), "key", key);
    }
  }
}
