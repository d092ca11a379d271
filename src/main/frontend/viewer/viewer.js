// Draws a process diagram into every <div class="p72-diagram" data-diagram="…">, also into those that arrive later.
// Comfort only: the page says the same in a sentence.
import "bpmn-js/dist/assets/diagram-js.css";
import "./viewer.css";
import { showDiagram } from "./diagram.js";

function showAll(root) {
  const places = root.matches?.(".p72-diagram") ? [root] : root.querySelectorAll(".p72-diagram");
  places.forEach((place) => {
    if (place.dataset.diagram && !place.dataset.state) {
      showDiagram(place);
    }
  });
}

function whenReady() {
  showAll(document);
  document.addEventListener("htmx:load", (event) => showAll(event.detail.elt));
  document.addEventListener("htmx:historyRestore", () => {
    // A page from the history holds the drawing but not its behaviour
    document.querySelectorAll(".p72-diagram[data-state]").forEach((place) => {
      delete place.dataset.state;
      place.querySelectorAll(".p72-diagram__tools, .p72-diagram__canvas").forEach((part) => part.remove());
    });
    showAll(document);
  });
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", whenReady);
} else {
  whenReady();
}
