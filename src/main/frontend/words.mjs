// Lists what bpmn-js, diagram-js and the properties panel say through their translate and the editor of processes leaves
// in English: node words.mjs (npm run words). Empty but for what nobody can reach here; fails otherwise.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UNREACHABLE, VI } from "./modeller/bpmn/vi.js";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const SOURCES = ["bpmn-js/lib", "diagram-js/lib", "@bpmn-io/properties-panel/dist/index.esm.js"];
const LITERAL = /translate\(\s*(?:'([^'\n]*)'|"([^"\n]*)")/g;

const files = SOURCES.flatMap((source) =>
  source.endsWith(".js")
    ? [join(MODULES, source)]
    : readdirSync(join(MODULES, source), { recursive: true })
        .filter((file) => file.endsWith(".js"))
        .map((file) => join(MODULES, source, file)),
);
const said = new Set(files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(LITERAL)].map(([, one, other]) => one ?? other)));
const missing = [...said].filter((text) => !(text in VI) && !UNREACHABLE.includes(text)).sort();
missing.forEach((text) => console.log(text));
console.log(`${said.size} texts, ${missing.length} without Vietnamese, ${UNREACHABLE.length} out of reach`);
process.exitCode = missing.length ? 1 : 0;
