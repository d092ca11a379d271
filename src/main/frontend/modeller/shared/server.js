/** What went wrong on the way to the server, in words for the person at the screen. */
export class Refused extends Error {
  constructor(status, message, facts = {}) {
    super(message);
    this.status = status;
    this.facts = facts;
  }
}

const SIGNED_OUT =
  "Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác của trình duyệt rồi bấm Lưu; nội dung vẫn còn ở đây.";
const WORDS = {
  0: "Không kết nối được với máy chủ.",
  401: SIGNED_OUT,
  403: SIGNED_OUT,
  404: "Bản nháp không còn hoặc không thuộc quyền của bạn.",
  413: "Tệp quá lớn.",
  422: "Máy chủ không nhận nội dung này.",
  500: "Máy chủ gặp lỗi.",
};

/** The addresses that the page gave to one editor. */
export class Server {
  #place;

  constructor(place) {
    this.#place = place.dataset;
  }

  /** Text and revision of the draft. */
  async load() {
    const answer = await this.#ask(this.#place.load);
    return { text: await answer.text(), revision: answer.headers.get("X-Revision") };
  }

  /** Saves over the given revision; throws {@link Refused} with status 409 when it is no longer the newest. */
  async save(text, revision) {
    const answer = await this.#ask(this.#place.save, {
      method: "PUT",
      headers: { "Content-Type": "text/plain;charset=UTF-8", "If-Match": String(revision) },
      body: text,
    });
    return answer.json();
  }

  get checks() {
    return Boolean(this.#place.check);
  }

  /** Findings of the gate on text that need not be saved. */
  async check(name, content) {
    const answer = await this.#ask(this.#place.check, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, content }),
    });
    return answer.json();
  }

  /** The choices that the pickers offer; every list is there, if only empty. */
  async catalogue() {
    const lists = ["groups", "steps", "messages", "clauses", "processes", "forms", "decisions", "variables"];
    const given = this.#place.catalogue ? await (await this.#ask(this.#place.catalogue)).json() : {};
    return Object.fromEntries(lists.map((list) => [list, given[list] ?? []]));
  }

  get previews() {
    return Boolean(this.#place.preview);
  }

  /** The form as the officer will see it, as HTML made by the server. */
  async preview(text) {
    const answer = await this.#ask(this.#place.preview, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: text,
    });
    return answer.text();
  }

  async #ask(address, options = {}) {
    const { csrfHeader, csrfToken } = this.#place;
    const headers = { ...options.headers };
    if (options.method && csrfHeader) {
      headers[csrfHeader] = csrfToken;
    }
    const answer = await fetch(address, { credentials: "same-origin", ...options, headers }).catch(() => {
      throw new Refused(0, WORDS[0]);
    });
    if (answer.redirected) {
      throw new Refused(401, SIGNED_OUT);
    }
    if (!answer.ok) {
      const facts = await answer.json().catch(() => ({}));
      throw new Refused(answer.status, facts.detail || WORDS[answer.status] || WORDS[500], facts);
    }
    return answer;
  }
}
