import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";

const STEP = 60;
const READABLE = 0.5;
const WORDS = {
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  fit: "Xem toàn bộ",
  here: "Đến bước hiện tại",
  current: "Đang ở đây",
  visited: "Đã qua",
  error: "Không tải được sơ đồ.",
  diagram: "Sơ đồ quy trình. Dùng phím mũi tên để di chuyển, phím + và − để phóng to, thu nhỏ.",
};

/** Loads, draws and marks one diagram; what stood in the place before stays there when this fails. */
export async function showDiagram(place) {
  place.dataset.state = "loading";
  const words = (name) => place.dataset[`label${name[0].toUpperCase()}${name.slice(1)}`] || WORDS[name];
  const canvasPart = element("div", "p72-diagram__canvas");
  try {
    const xml = await load(place.dataset.diagram);
    const before = [...place.childNodes];
    place.append(canvasPart);
    const viewer = new NavigatedViewer({ container: canvasPart });
    await viewer.importXML(xml);
    before.forEach((node) => node.remove());
    const current = steps(viewer, ids(place.dataset.current));
    const visited = steps(viewer, ids(place.dataset.visited)).filter((shape) => !current.includes(shape));
    mark(viewer, "visited", visited, words("visited"));
    mark(viewer, "current", current, words("current"));
    heat(viewer, place.dataset.marks);
    walk(viewer, ids(place.dataset.path));
    const view = viewOf(viewer, current);
    place.prepend(tools(view, words));
    reachable(viewer, canvasPart, view, words);
    view.start();
    place.dataset.state = "shown";
  } catch (problem) {
    canvasPart.remove();
    place.dataset.state = "failed";
    const note = element("p", "p72-diagram__error", words("error"));
    note.setAttribute("role", "status");
    place.append(note);
    console.warn("diagram", problem);
  }
}

async function load(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.text();
}

function ids(list) {
  return (list || "").split(",").map((id) => id.trim()).filter(Boolean);
}

/** The shapes of these ids; a frame around other steps counts only when none of those is among them. */
function steps(viewer, elements) {
  const registry = viewer.get("elementRegistry");
  const shapes = elements.map((id) => registry.get(id)).filter((shape) => shape && shape.parent && !shape.waypoints);
  const inside = (shape, frame) => shape.parent && (shape.parent === frame || inside(shape.parent, frame));
  return shapes.filter((shape) => !shapes.some((other) => inside(other, shape)));
}

/** Colours the steps and gives each a label of its own: colour is never the only sign. */
function mark(viewer, kind, shapes, word) {
  shapes.forEach((shape) => {
    viewer.get("canvas").addMarker(shape, `p72-diagram-${kind}`);
    const badge = element("span", `p72-diagram__badge p72-diagram__badge--${kind}`, kind === "current" ? word : "✓");
    if (kind === "visited") {
      badge.title = word;
    }
    const position = kind === "current" ? { top: -18, left: -6 } : { top: -12, left: shape.width - 10 };
    viewer.get("overlays").add(shape, kind, { position, html: badge });
  });
}

/** The number and the colour of each step: [{id, text, heat 1 to 4, title}]. */
function heat(viewer, marks) {
  JSON.parse(marks || "[]").forEach(({ id, text, heat: colour, title }) => {
    const shape = viewer.get("elementRegistry").get(id);
    if (shape && shape.parent && !shape.waypoints) {
      viewer.get("canvas").addMarker(shape, `p72-diagram-heat-${colour}`);
      const badge = element("span", `p72-diagram__badge p72-diagram__heat p72-diagram__heat--${colour}`, text);
      badge.title = title;
      viewer.get("overlays").add(shape, "heat", { position: { top: -14, right: 18 }, html: badge });
    }
  });
}

/** A way through the steps, each with its place on it. */
function walk(viewer, path) {
  const places = new Map();
  path.forEach((id, index) => places.set(id, [...(places.get(id) || []), index + 1]));
  places.forEach((numbers, id) => {
    const [shape] = steps(viewer, [id]);
    if (shape) {
      viewer.get("canvas").addMarker(shape, "p72-diagram-path");
      const badge = element("span", "p72-diagram__badge p72-diagram__badge--path", numbers.join(", "));
      viewer.get("overlays").add(shape, "path", { position: { bottom: 10, left: -8 }, html: badge });
    }
  });
}

function viewOf(viewer, current) {
  const canvas = viewer.get("canvas");
  const [goal] = current;
  const fit = () => canvas.zoom("fit-viewport", "auto");
  const here = () => {
    if (goal) {
      canvas.zoom(0.85);
      const outer = canvas.viewbox().outer;
      const scale = canvas.viewbox().scale;
      canvas.viewbox({
        x: goal.x + goal.width / 2 - outer.width / scale / 2,
        y: goal.y + goal.height / 2 - outer.height / scale / 2,
        width: outer.width / scale,
        height: outer.height / scale,
      });
    }
  };
  const start = () => {
    fit();
    if (canvas.zoom() < READABLE) {
      here();
    }
  };
  return {
    fit,
    here: goal ? here : null,
    start,
    zoom: (factor) => canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor))),
    move: (dx, dy) => canvas.scroll({ dx, dy }),
    resized: () => canvas.resized(),
  };
}

function tools(view, words) {
  const bar = element("div", "p72-diagram__tools");
  bar.setAttribute("role", "group");
  const button = (sign, word, act) => {
    const b = element("button", "p72-diagram__tool", sign);
    b.type = "button";
    b.title = word;
    b.setAttribute("aria-label", word);
    b.addEventListener("click", act);
    bar.append(b);
  };
  button("+", words("zoomIn"), () => view.zoom(1.25));
  button("−", words("zoomOut"), () => view.zoom(0.8));
  button(words("fit"), words("fit"), view.fit);
  if (view.here) {
    button(words("here"), words("here"), view.here);
  }
  return bar;
}

/** Keyboard and pointer: the wheel scrolls the page until the diagram has the focus. */
function reachable(viewer, part, view, words) {
  const keys = {
    ArrowLeft: () => view.move(STEP, 0),
    ArrowRight: () => view.move(-STEP, 0),
    ArrowUp: () => view.move(0, STEP),
    ArrowDown: () => view.move(0, -STEP),
    "+": () => view.zoom(1.25),
    "=": () => view.zoom(1.25),
    "-": () => view.zoom(0.8),
    0: view.fit,
  };
  part.tabIndex = 0;
  part.setAttribute("role", "region");
  part.setAttribute("aria-label", words("diagram"));
  part.querySelectorAll("svg[tabindex]").forEach((svg) => svg.setAttribute("tabindex", "-1"));
  part.addEventListener("keydown", (event) => {
    const act = !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  const wheel = viewer.get("zoomScroll");
  wheel.toggle(false);
  part.addEventListener("focusin", () => wheel.toggle(true));
  part.addEventListener("focusout", () => wheel.toggle(false));
  part.addEventListener("pointerdown", () => part.focus({ preventScroll: true }));
  new ResizeObserver(view.resized).observe(part);
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text) {
    node.textContent = text;
  }
  return node;
}
