import {
  CheckboxEntry,
  isCheckboxEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import { useService } from "bpmn-js-properties-panel";

// Entries of the properties panel: each is told how to read and write its value, nothing else.

const LONG_LIST = 25;

function Text({ element, id, label, description, get, set, validate, disabled }) {
  const debounce = useService("debounceInput");
  return TextFieldEntry({ element, id, label, description, getValue: get, setValue: set, validate, disabled, debounce });
}

function Area({ element, id, label, description, get, set, rows }) {
  const debounce = useService("debounceInput");
  return TextAreaEntry({ element, id, label, description, getValue: get, setValue: set, rows, autoResize: true, debounce });
}

function Check({ element, id, label, description, get, set }) {
  return CheckboxEntry({ element, id, label, description, getValue: get, setValue: set });
}

/** Options as they are, a value of its own that none of them has, and the empty one. */
function withOwn(options, value, empty) {
  const known = !value || options.some((option) => option.value === value);
  return [{ value: "", label: empty }, ...(known ? [] : [{ value, label: `${value} (không có trong danh mục)` }]), ...options];
}

function Choice({ element, id, label, description, get, set, options, empty }) {
  const all = options.length <= LONG_LIST;
  if (all) {
    const getOptions = () => withOwn(options, get(), empty);
    return SelectEntry({ element, id, label, description, getValue: () => get() ?? "", setValue: set, getOptions });
  }
  return h(LongChoice, { id, label, description, get, set, options, empty });
}

/** A field that finds one of many options by typing; what is typed and is none of them counts as it stands. */
function LongChoice({ id, label, description, get, set, options, empty }) {
  const field = `bio-properties-panel-${id}`;
  const value = get() ?? "";
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const choose = (event) => {
    const typed = event.target.value.trim();
    const chosen = options.find((option) => option.label === typed || option.value === typed);
    set(chosen ? chosen.value : typed);
  };
  return h(
    "div",
    { class: "bio-properties-panel-entry", "data-entry-id": id },
    h(
      "div",
      { class: "bio-properties-panel-textfield" },
      h("label", { for: field, class: "bio-properties-panel-label" }, label),
      h("input", {
        id: field,
        name: id,
        class: "bio-properties-panel-input",
        list: `${field}-list`,
        value: shown,
        placeholder: empty,
        autocomplete: "off",
        onChange: choose,
      }),
      h(
        "datalist",
        { id: `${field}-list` },
        options.map((option) => h("option", { key: option.value, value: option.label }, option.label === option.value ? "" : option.value)),
      ),
    ),
    description && h("div", { class: "bio-properties-panel-description" }, description),
  );
}

const entry = (component, isEdited) => (id, label, get, set, more = {}) => ({ id, label, get, set, component, isEdited, ...more });

export const text = entry(Text, isTextFieldEntryEdited);
export const area = entry(Area, isTextAreaEntryEdited);
export const check = entry(Check, isCheckboxEntryEdited);

/** One of several; `options` are `{value, label}`. */
export const choice = (id, label, options, get, set, more = {}) => ({
  id,
  label,
  options,
  get,
  set,
  component: Choice,
  isEdited: options.length > LONG_LIST ? isTextFieldEntryEdited : isSelectEntryEdited,
  empty: "Chưa chọn",
  ...more,
});
