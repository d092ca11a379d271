// The editor of process models: <div class="p72-modeller" data-kind="bpmn" …> (docs/editors.md).
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "@bpmn-io/properties-panel/dist/assets/properties-panel.css";
import "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css";
import "../shared/shell.css";
import "./bpmn.css";
import { showModeller, whenReady } from "../shared/shell.js";
import { makeBpmnEditor } from "./editor.js";

whenReady(".p72-modeller[data-kind=bpmn]", (place) => showModeller(place, makeBpmnEditor));
