// The editor of forms: <div class="p72-modeller" data-kind="form" …> (docs/editors.md).
import "@bpmn-io/form-js/dist/assets/form-js.css";
import "@bpmn-io/form-js/dist/assets/form-js-editor.css";
import "../shared/shell.css";
import "./form.css";
import { showModeller, whenReady } from "../shared/shell.js";
import { makeFormEditor } from "./editor.js";

whenReady(".p72-modeller[data-kind=form]", (place) => showModeller(place, makeFormEditor));
