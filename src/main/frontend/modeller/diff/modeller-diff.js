// Two versions of a process side by side: <div class="p72-model-diff" data-old data-new data-changes> (docs/editors.md).
import "bpmn-js/dist/assets/diagram-js.css";
import "./diff.css";
import { whenReady } from "../shared/shell.js";
import { showDiff } from "./diff.js";

whenReady(".p72-model-diff", showDiff);
