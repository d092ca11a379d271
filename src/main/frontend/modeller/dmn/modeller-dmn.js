// The editor of decision tables: <div class="p72-modeller" data-kind="dmn" …> (docs/editors.md).
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";
import "../shared/shell.css";
import "./dmn.css";
import { showModeller, whenReady } from "../shared/shell.js";
import { makeDmnEditor } from "./editor.js";

whenReady(".p72-modeller[data-kind=dmn]", (place) => showModeller(place, makeDmnEditor));
