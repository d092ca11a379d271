import { button, download, element, quiet } from "./dom.js";
import { Draft } from "./draft.js";
import { byElement, merged, Problems } from "./problems.js";
import { Server } from "./server.js";
import { askConflict } from "./conflict.js";

const NARROW = "(max-width: 47.99rem)";
const LOOK_AGAIN = 700;
const RESOURCE = /(?:bpmn|forms)\/[a-z0-9-]+\/[a-z0-9-]+\.(?:bpmn|dmn|form)/;

/**
 * Builds toolbar, state line, work space and problem list around one editor.
 *
 * An editor has: `name` (what is edited, in words), `file()` (its name and type), `extension`, `open(text)`, `text()`,
 * `resource()` (name for the gate), `onChange(act)`, `select(id)`, `labelOf(id)`, `mark(problems by element)`; and, if it
 * can, `undo()`, `redo()`, `history()`, `lint()`, `tools()`, `exports()`, `opened()`.
 */
export async function showModeller(place, makeEditor) {
  place.dataset.state = "loading";
  const server = new Server(place);
  const narrow = matchMedia(NARROW).matches;
  const readonly = place.dataset.readonly === "true" || narrow;
  const status = element("p", { class: "p72-modeller__state", role: "status" }, "Đang mở…");
  const work = element("div", { class: "p72-modeller__work" });
  place.classList.toggle("p72-modeller--readonly", readonly);
  place.replaceChildren(status, work);
  try {
    const catalogue = await server.catalogue().catch(() => new Server({ dataset: {} }).catalogue());
    const editor = await makeEditor({ place, work, server, readonly, catalogue });
    const shell = new Shell(place, server, editor, status, readonly);
    place.replaceChildren(...shell.parts(work, narrow));
    await shell.load();
    place.dataset.state = "shown";
    return shell;
  } catch (problem) {
    place.dataset.state = "failed";
    status.textContent = `Không mở được bản nháp. ${problem.message ?? ""}`;
    place.replaceChildren(status);
    console.warn("modeller", problem);
  }
}

class Shell {
  #place;
  #server;
  #editor;
  #status;
  #readonly;
  #draft;
  #problems;
  #gate = [];
  #undo;
  #redo;
  #look = quiet(LOOK_AGAIN, () => this.look());
  #round = 0;

  constructor(place, server, editor, status, readonly) {
    this.#place = place;
    this.#server = server;
    this.#editor = editor;
    this.#status = status;
    this.#readonly = readonly;
    this.#draft = new Draft(server, () => editor.text(), (news) => this.#tell(news));
    this.#problems = new Problems({ select: (id) => editor.select(id), labelOf: (id) => editor.labelOf(id) });
  }

  parts(work, narrow) {
    const notice = element(
      "p",
      { class: "p72-modeller__notice" },
      "Màn hình này quá hẹp để soạn thảo: bản nháp chỉ hiện để xem. Hãy dùng máy tính có màn hình rộng từ 1280 điểm.",
    );
    return [narrow ? notice : null, this.#toolbar(), this.#status, work, this.#problems.part].filter(Boolean);
  }

  async load() {
    await this.#open(await this.#draft.load());
    this.#draft.settle(await this.#editor.text());
    this.#say(this.#readonly ? "Chỉ xem" : "Đã mở bản nháp", "saved");
    this.#editor.onChange(() => this.#changed());
    if (!this.#readonly) {
      this.#place.addEventListener("keydown", (event) => this.#key(event));
      addEventListener("beforeunload", (event) => {
        if (this.#draft.dirty) {
          event.preventDefault();
        }
      });
    }
    await this.look();
  }

  async #open(text) {
    await this.#editor.open(text);
    this.#editor.opened?.();
    this.#history();
  }

  #changed() {
    if (!this.#readonly) {
      this.#draft.touch();
    }
    this.#history();
    this.#look();
  }

  /** Looks for problems: at once by the rules here, then by the gate of the server. */
  async look() {
    const round = ++this.#round;
    const found = (await this.#editor.lint?.()) ?? [];
    this.#show(found, this.#gate);
    if (this.#server.checks) {
      try {
        const gate = await this.#server.check(this.#resource(), await this.#editor.text());
        if (round === this.#round) {
          this.#gate = gate;
          this.#show(found, gate);
        }
      } catch (problem) {
        this.#gate = [{ elementId: null, code: "CHECK", severity: "warning", message: `Chưa kiểm tra được. ${problem.message}` }];
        this.#show(found, this.#gate);
      }
    }
  }

  /** The name by which the gate knows the file: given by the page, seen in its addresses, or made from the content. */
  #resource() {
    const { name, load } = this.#place.dataset;
    return name || RESOURCE.exec(decodeURIComponent(load ?? ""))?.[0] || this.#editor.resource();
  }

  #show(found, gate) {
    const all = merged(found, gate).map((problem) => ({
      ...problem,
      elementId: problem.elementId && this.#editor.labelOf(problem.elementId) ? problem.elementId : null,
    }));
    this.#problems.show(all);
    this.#editor.mark(byElement(all));
    this.#place.dataset.problems = all.length;
  }

  #toolbar() {
    const bar = element("div", { class: "p72-modeller__bar", role: "group", "aria-label": "Công cụ soạn thảo" });
    const editor = this.#editor;
    if (!this.#readonly) {
      bar.append(button("Lưu", () => this.#draft.save(), { class: "p72-modeller__button p72-modeller__button--main", title: "Lưu (Ctrl+S)" }));
      if (editor.undo) {
        this.#undo = button("Hoàn tác", () => editor.undo(), { title: "Hoàn tác (Ctrl+Z)" });
        this.#redo = button("Làm lại", () => editor.redo(), { title: "Làm lại (Ctrl+Y)" });
        bar.append(this.#undo, this.#redo);
      }
    }
    (editor.tools?.() ?? []).forEach((tool) => bar.append(tool));
    if (!this.#readonly) {
      bar.append(this.#importButton());
    }
    const exports = [
      { label: `Tải tệp ${editor.extension}`, file: async () => ({ ...editor.file(), content: await editor.text() }) },
      ...(editor.exports?.() ?? []),
    ];
    bar.append(this.#wide());
    exports.forEach(({ label, file }) => bar.append(button(label, async () => download(await file()))));
    return bar;
  }

  /** The whole screen for the editor, and back with Esc. */
  #wide() {
    const wide = button("⛶", () => (document.fullscreenElement ? document.exitFullscreen() : this.#place.requestFullscreen()), {
      "aria-label": "Toàn màn hình",
      "aria-pressed": "false",
      title: "Toàn màn hình (Esc để thoát)",
    });
    this.#place.addEventListener("fullscreenchange", () => wide.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
    wide.hidden = !document.fullscreenEnabled;
    return wide;
  }

  #importButton() {
    const input = element("input", { type: "file", accept: this.#editor.extension, hidden: true, "aria-label": "Tệp cần nhập" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (file) {
        await this.#import(await file.text(), file.name);
      }
      input.value = "";
    });
    const holder = element("span", { class: "p72-modeller__import" }, input);
    holder.append(button("Nhập từ tệp", () => input.click()));
    return holder;
  }

  async #import(text, name) {
    const before = await this.#editor.text();
    try {
      await this.#open(text);
      this.#changed();
      this.#say(`Đã nhập tệp ${name}`, "changed");
    } catch (problem) {
      await this.#open(before);
      this.#say(`Không đọc được tệp ${name}: ${problem.message}`, "failed");
    }
  }

  #key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.#draft.save();
    }
  }

  #history() {
    if (this.#undo) {
      const { undo, redo } = this.#editor.history();
      this.#undo.setAttribute("aria-disabled", String(!undo));
      this.#redo.setAttribute("aria-disabled", String(!redo));
    }
  }

  #tell({ kind, words, conflict }) {
    this.#say(words, kind);
    if (conflict) {
      askConflict(this.#place, conflict, {
        overwrite: () => this.#draft.overwrite(),
        keep: async () => download({ ...this.#editor.file(), content: await this.#editor.text() }),
        reload: async () => {
          await this.#open(await this.#draft.load());
          this.#draft.settle(await this.#editor.text());
          this.#say("Đã mở bản mới nhất", "saved");
          await this.look();
        },
      });
    }
  }

  #say(words, kind) {
    this.#status.dataset.kind = kind;
    if (this.#status.textContent !== words) {
      this.#status.textContent = words;
    }
  }
}

/** Shows every editor of the page once it is there. */
export function whenReady(selector, show) {
  const all = () => document.querySelectorAll(selector).forEach((place) => place.dataset.state || show(place));
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", all);
  } else {
    all();
  }
}
