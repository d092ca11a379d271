import { element } from "./dom.js";

const KINDS = { error: "Lỗi", warning: "Nhắc" };

/** The list of what is wrong: errors first, each a button that leads to its element. */
export class Problems {
  #list;
  #heading;
  #select;
  #labelOf;

  constructor({ select, labelOf }) {
    this.#select = select;
    this.#labelOf = labelOf;
    this.#heading = element("h2", { class: "p72-modeller__problems-title" });
    this.#list = element("ol", { class: "p72-modeller__problem-list" });
    this.part = element(
      "section",
      { class: "p72-modeller__problems", "aria-label": "Vấn đề của bản nháp" },
      this.#heading,
      this.#list,
    );
    this.show([]);
  }

  show(problems) {
    const errors = problems.filter((problem) => problem.severity !== "warning").length;
    this.#heading.textContent = problems.length
      ? `Cần xem lại: ${errors} lỗi, ${problems.length - errors} nhắc`
      : "Không thấy vấn đề nào";
    this.#list.replaceChildren(...problems.map((problem) => element("li", {}, this.#entry(problem))));
    this.#list.hidden = problems.length === 0;
  }

  #entry(problem) {
    const severity = problem.severity === "warning" ? "warning" : "error";
    const label = problem.elementId ? this.#labelOf(problem.elementId) : null;
    const parts = [
      element("span", { class: `p72-modeller__sign p72-modeller__sign--${severity}` }, KINDS[severity]),
      element(
        "span",
        { class: "p72-modeller__problem-text" },
        label ? element("strong", {}, `${label}: `) : null,
        problem.message,
      ),
    ];
    if (!label) {
      return element("span", { class: "p72-modeller__problem" }, ...parts);
    }
    return element(
      "button",
      {
        type: "button",
        class: "p72-modeller__problem p72-modeller__problem--link",
        "data-code": problem.code,
        on: { click: () => this.#select(problem.elementId) },
      },
      ...parts,
    );
  }
}

/** Both lists without what is said twice: the gate's own words win. */
export function merged(found, fromGate) {
  const key = (problem) => `${problem.elementId ?? ""} ${problem.code}`;
  const known = new Set(fromGate.map(key));
  const all = [...fromGate, ...found.filter((problem) => !known.has(key(problem)))];
  const rank = (problem) => (problem.severity === "warning" ? 1 : 0);
  return all.sort((one, other) => rank(one) - rank(other));
}

/** The findings by element, errors before warnings. */
export function byElement(problems) {
  const elements = new Map();
  problems
    .filter((problem) => problem.elementId)
    .forEach((problem) => elements.set(problem.elementId, [...(elements.get(problem.elementId) ?? []), problem]));
  return elements;
}
