// The small language of our expressions (docs/models.md), as far as pickers build and read it.

const CALL = /^\$\{\s*([a-z]\w*)\.([a-z]\w*)\(\s*caseNumber\s*(?:,\s*(.*?))?\s*\)\s*\}$/s;
const VARIABLE = /^\$\{\s*([a-z]\w*)\s*\}$/;
const ARGUMENT = "(?:'[^'\\\\$#{}]{0,200}'|\\d{1,18}|true|false|[a-z]\\w{0,63})";
const ARGUMENTS = new RegExp(`^\\s*(?:${ARGUMENT}(?:\\s*,\\s*${ARGUMENT}){0,3})?\\s*$`);
// What a step of every model is first given, until somebody says otherwise (docs/models.md)
const FIRST = { dueIn: "5", dueInDays: "10", dueOn: "'15/12'", after: "5", afterDays: "10", onDay: "'15/12'", afterDay: "'15/12'" };

/** Bean, step and further arguments, or null for anything else. */
export function readCall(expression) {
  const found = CALL.exec((expression ?? "").trim());
  return found && { bean: found[1], step: found[2], more: found[3] ?? "" };
}

export function readVariable(expression) {
  return VARIABLE.exec((expression ?? "").trim())?.[1] ?? null;
}

export function writeCall({ bean, step, more }) {
  return `\${${bean}.${step}(caseNumber${more ? `,${more}` : ""})}`;
}

/** Whether these are arguments the gate lets through. */
export function areArguments(text) {
  return ARGUMENTS.test(text);
}

/** Names of what a step wants besides the case, whether the catalogue counts or names them. */
export function furtherArguments(step) {
  const given = step?.arguments;
  if (typeof given === "number") {
    return Array.from({ length: given }, (_, at) => `giá trị ${at + 1}`);
  }
  return (given ?? []).filter((name) => name !== "caseNumber");
}

/** A first value for the one argument of such a step, or nothing. */
export function firstArgument(step) {
  return FIRST[step];
}
