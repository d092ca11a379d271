import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { getLabel } from "bpmn-js/lib/util/LabelUtil";
import { diff } from "bpmn-js-differ";
import { button, element } from "../shared/dom.js";
import { halfway } from "../shared/shapes.js";

const KINDS = {
  added: { sign: "+", word: "Thêm" },
  removed: { sign: "−", word: "Bỏ" },
  changed: { sign: "✎", word: "Sửa" },
  moved: { sign: "↔", word: "Chuyển chỗ" },
};
const READABLE = 0.45;
const STRENGTH = ["added", "removed", "changed", "moved"];

/** Draws both versions, marks what differs in each and lists it; both drawings move together. */
export async function showDiff(place) {
  place.dataset.state = "loading";
  try {
    const [before, after, told] = await Promise.all([read(place.dataset.old), read(place.dataset.new), changes(place.dataset.changes)]);
    const status = element("p", { class: "p72-model-diff__state", role: "status" });
    const bar = element("div", { class: "p72-model-diff__bar", role: "group", "aria-label": "Khung nhìn" });
    const sides = element("div", { class: "p72-model-diff__sides" });
    const list = element("ol", { class: "p72-model-diff__list" });
    place.replaceChildren(status, legend(), bar, sides, list);
    const old = await side(sides, "Bản đang dùng", before);
    const fresh = await side(sides, "Bản mới", after);
    const found = joined(told, differences(old, fresh));
    mark(old, found.filter(({ kind }) => kind !== "added"));
    mark(fresh, found.filter(({ kind }) => kind !== "removed"));
    const together = synchronized(old, fresh);
    bar.append(...tools(old, fresh));
    list.append(...found.map((change) => element("li", {}, entry(change, together))));
    start(fresh);
    status.textContent = found.length ? `${found.length} chỗ khác nhau` : "Hai bản giống nhau";
    place.dataset.state = "shown";
  } catch (problem) {
    place.dataset.state = "failed";
    place.replaceChildren(element("p", { class: "p72-model-diff__state", role: "status" }, "Không so sánh được hai bản."));
    console.warn("diff", problem);
  }
}

async function read(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.text();
}

/** What the server says in words; without it the drawing alone speaks. */
async function changes(address) {
  return address ? JSON.parse(await read(address)) : [];
}

async function side(sides, title, xml) {
  const canvas = element("div", { class: "p72-model-diff__canvas", tabindex: "0", role: "region", "aria-label": `${title}: sơ đồ. Phím mũi tên di chuyển.` });
  sides.append(element("section", { class: "p72-model-diff__side" }, element("h3", {}, title), canvas));
  const viewer = new NavigatedViewer({ container: canvas });
  await viewer.importXML(xml);
  canvas.querySelectorAll("svg[tabindex]").forEach((svg) => svg.setAttribute("tabindex", "-1"));
  viewer.get("canvas").zoom("fit-viewport", "auto");
  new ResizeObserver(() => viewer.get("canvas").resized()).observe(canvas);
  keys(canvas, viewer);
  return viewer;
}

/** A large model starts readable, at its left. */
function start(viewer) {
  const canvas = viewer.get("canvas");
  if (canvas.zoom() < READABLE) {
    const { inner, outer } = canvas.viewbox();
    const [width, height] = [outer.width / READABLE, outer.height / READABLE];
    canvas.viewbox({ x: inner.x - 20, y: inner.y + (Math.min(inner.height, height) - height) / 2, width, height });
  }
}

function keys(part, viewer) {
  const steps = { ArrowLeft: { dx: 60, dy: 0 }, ArrowRight: { dx: -60, dy: 0 }, ArrowUp: { dx: 0, dy: 60 }, ArrowDown: { dx: 0, dy: -60 } };
  part.addEventListener("keydown", (event) => {
    if (steps[event.key]) {
      event.preventDefault();
      viewer.get("canvas").scroll(steps[event.key]);
    }
  });
  const wheel = viewer.get("zoomScroll");
  wheel.toggle(false);
  part.addEventListener("focusin", () => wheel.toggle(true));
  part.addEventListener("focusout", () => wheel.toggle(false));
  part.addEventListener("pointerdown", () => part.focus({ preventScroll: true }));
}

/** What bpmn-js-differ sees; "changed" wins over "moved". */
function differences(old, fresh) {
  const { _added, _removed, _changed, _layoutChanged } = diff(old.getDefinitions(), fresh.getDefinitions());
  const kinds = { added: _added, removed: _removed, changed: _changed, moved: _layoutChanged };
  const found = new Map();
  STRENGTH.forEach((kind) => Object.keys(kinds[kind]).forEach((id) => found.has(id) || found.set(id, kind)));
  return [...found]
    .map(([elementId, kind]) => ({ elementId, kind, label: labelOf(fresh, elementId) ?? labelOf(old, elementId) }))
    .filter(({ label }) => label)
    .map(({ elementId, kind, label }) => ({ elementId, kind, text: `${KINDS[kind].word}: ${label}` }));
}

function labelOf(viewer, id) {
  const shape = viewer.get("elementRegistry").get(id);
  return shape && (getLabel(shape) || shape.businessObject?.name || id);
}

/** The server's words first, then what only the drawing shows. */
function joined(told, seen) {
  const known = new Set(told.map(({ elementId }) => elementId));
  return [...told, ...seen.filter(({ elementId }) => !known.has(elementId))];
}

function mark(viewer, found) {
  const shown = new Map();
  found.forEach(({ elementId, kind, text }) => {
    const shape = viewer.get("elementRegistry").get(elementId);
    if (!shape || shape === viewer.get("canvas").getRootElement() || !KINDS[kind]) {
      return;
    }
    const before = shown.get(shape);
    const strongest = before && STRENGTH.indexOf(before.kind) < STRENGTH.indexOf(kind) ? before.kind : kind;
    shown.set(shape, { kind: strongest, texts: [...(before?.texts ?? []), text] });
  });
  shown.forEach(({ kind, texts }, shape) => {
    viewer.get("canvas").addMarker(shape, `p72-diff-${kind}`);
    const sign = element("div", { class: `p72-diff-sign p72-diff-sign--${kind}`, title: texts.join("\n") }, KINDS[kind].sign);
    const position = shape.waypoints ? halfway(shape.waypoints) : { top: -12, left: -12 };
    viewer.get("overlays").add(shape, "p72-diff", { position, html: sign });
  });
}

/** Both drawings show the same part; returns how to bring an element into the middle of both. */
function synchronized(old, fresh) {
  let busy = false;
  const follow = (from, to) =>
    from.on("canvas.viewbox.changed", ({ viewbox }) => {
      if (!busy) {
        busy = true;
        const { x, y, scale } = viewbox;
        const { outer } = to.get("canvas").viewbox();
        to.get("canvas").viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
        busy = false;
      }
    });
  follow(old, fresh);
  follow(fresh, old);
  return (id) => {
    [fresh, old].some((viewer) => {
      const shape = viewer.get("elementRegistry").get(id);
      if (!shape || shape === viewer.get("canvas").getRootElement()) {
        return false;
      }
      centre(viewer, shape);
      [old, fresh].forEach((one) => {
        const here = one.get("elementRegistry").get(id);
        one.get("selection").select(here ?? null);
      });
      return true;
    });
  };
}

function centre(viewer, shape) {
  const canvas = viewer.get("canvas");
  const { outer } = canvas.viewbox();
  const scale = Math.max(canvas.zoom(), 0.8);
  const at = shape.waypoints ? shape.waypoints[Math.floor(shape.waypoints.length / 2)] : { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  canvas.viewbox({ x: at.x - outer.width / scale / 2, y: at.y - outer.height / scale / 2, width: outer.width / scale, height: outer.height / scale });
}

function tools(old, fresh) {
  const zoom = (factor) => () => fresh.get("canvas").zoom(fresh.get("canvas").zoom() * factor);
  return [
    button("+", zoom(1.25), { "aria-label": "Phóng to", title: "Phóng to" }),
    button("−", zoom(0.8), { "aria-label": "Thu nhỏ", title: "Thu nhỏ" }),
    button("Xem toàn bộ", () => fresh.get("canvas").zoom("fit-viewport", "auto")),
  ];
}

function legend() {
  const parts = Object.entries(KINDS).map(([kind, { sign, word }]) =>
    element("li", {}, element("span", { class: `p72-diff-sign p72-diff-sign--${kind}`, "aria-hidden": "true" }, sign), ` ${word}`),
  );
  return element("ul", { class: "p72-model-diff__legend", "aria-label": "Chú giải" }, ...parts);
}

function entry({ elementId, kind, text }, together) {
  const sign = element("span", { class: `p72-diff-sign p72-diff-sign--${kind}`, "aria-hidden": "true" }, KINDS[kind]?.sign ?? "✎");
  const words = element("span", {}, text);
  return elementId
    ? element("button", { type: "button", class: "p72-model-diff__entry", on: { click: () => together(elementId) } }, sign, words)
    : element("span", { class: "p72-model-diff__entry" }, sign, words);
}
