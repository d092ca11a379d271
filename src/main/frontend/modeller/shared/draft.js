import { quiet, when } from "./dom.js";

const PAUSE = 1500;
const AGAIN = 15_000;

/**
 * The draft on the server: saves what the editor holds a moment after the last change, one save at a time, and stops
 * when somebody else saved meanwhile until the person has decided.
 */
export class Draft {
  #server;
  #text;
  #tell;
  #revision;
  #saved;
  #running = null;
  #conflict = null;
  #later = quiet(PAUSE, () => this.save());
  #retry = quiet(AGAIN, () => this.save());

  /**
   * @param server the addresses
   * @param text gives the editor's content
   * @param tell is told `{kind, words, conflict}`; kind is saved, changed, saving, failed or conflict
   */
  constructor(server, text, tell) {
    this.#server = server;
    this.#text = text;
    this.#tell = tell;
  }

  get dirty() {
    return this.changed;
  }

  /** Takes over the state of the server. */
  async load() {
    const { text, revision } = await this.#server.load();
    this.#revision = revision;
    this.#conflict = null;
    this.changed = false;
    this.#later.cancel();
    return text;
  }

  /** What counts as saved: the editor's own writing of what was just loaded. */
  settle(text) {
    this.#saved = text;
  }

  touch() {
    this.changed = true;
    if (!this.#conflict) {
      this.#tell({ kind: "changed", words: "Có thay đổi chưa lưu" });
      this.#later();
    }
  }

  /** Saves now; waits for a save under way and then saves what came after it. */
  async save() {
    this.#later.cancel();
    this.#retry.cancel();
    if (this.#conflict) {
      this.#tell({ kind: "conflict", words: this.#words(), conflict: this.#conflict });
      return;
    }
    if (this.#running) {
      await this.#running;
    }
    this.#running ??= this.#put().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Saves over what the other person wrote. */
  async overwrite() {
    this.#revision = this.#conflict.revision;
    this.#conflict = null;
    this.#saved = null;
    await this.save();
  }

  async #put() {
    const text = await this.#text();
    if (text === this.#saved) {
      this.changed = false;
      this.#tell({ kind: "saved", words: this.savedAt ? `Đã lưu lúc ${when(this.savedAt)}` : "Không có thay đổi" });
      return;
    }
    this.changed = false;
    this.#tell({ kind: "saving", words: "Đang lưu…" });
    try {
      const { revision, savedAt } = await this.#server.save(text, this.#revision);
      this.#revision = revision;
      this.#saved = text;
      this.savedAt = savedAt;
      if (!this.changed) {
        this.#tell({ kind: "saved", words: `Đã lưu lúc ${when(savedAt)}` });
      }
    } catch (problem) {
      this.changed = true;
      this.#failed(problem);
    }
  }

  #failed(problem) {
    if (problem.status === 409) {
      this.#conflict = problem.facts;
      this.#tell({ kind: "conflict", words: this.#words(), conflict: this.#conflict });
      return;
    }
    this.#tell({ kind: "failed", words: `Chưa lưu được. ${problem.message}` });
    if (problem.status === 0 || problem.status >= 500) {
      this.#retry();
    }
  }

  #words() {
    return `Chưa lưu: ${this.#conflict.by ?? "người khác"} đã lưu một bản khác lúc ${when(this.#conflict.at)}`;
  }
}
