import { FormFields } from "@bpmn-io/form-js-viewer";
import { COMMON, TYPES } from "./vocabulary.js";

/** The palette shows only allowed types, under our names; a file that holds others can still be opened and corrected. */
class AllowedFields extends FormFields {
  constructor() {
    super();
    this.all = this._formFields;
    Object.entries(TYPES).forEach(([type, { name, make }]) => {
      const field = this.all[type];
      const { config } = field;
      const create = (options = {}) => ({
        ...config.create(options),
        ...make,
        ...options,
        ...(config.keyed && { key: options.key ?? runningKey() }),
        ...(options.label && options.label === (config.label ?? config.name) && { label: name }),
      });
      const named = Object.assign((props) => field(props), { config: { ...config, name, create } });
      this.all[type] = named;
    });
    this._formFields = Object.fromEntries(["default", ...Object.keys(TYPES)].map((type) => [type, this.all[type]]));
  }

  get(type) {
    return this.all?.[type] ?? this._formFields[type];
  }
}

/** A key until the field has a name of its own: letters and digits, as the gate wants it. */
function runningKey() {
  return `o0${Math.random().toString(36).slice(2, 8).padEnd(6, "x")}`;
}

/** Whether nobody has given the field a key yet. */
export function isRunningKey(key) {
  return /^o0[a-z0-9]{6}$/.test(key ?? "");
}

/** Takes out of the properties panel whatever has no effect here or is refused. */
class AllowedProperties {
  constructor(propertiesPanel) {
    propertiesPanel.registerProvider(this, 500);
  }

  getGroups(field) {
    const entries = new Set([...COMMON, ...(TYPES[field?.type]?.entries ?? ["id"])]);
    const allowed = (entry) => entries.has(entry.id) || [...entries].some((name) => same(name, entry.id));
    const whole = (group) => (entries.has("options") && OPTIONS.test(group.id)) || (group.id === "custom-values" && entries.has("key"));
    return (groups) =>
      groups
        .map((group) => (group.entries && !whole(group) ? { ...group, shouldOpen: true, entries: group.entries.filter(allowed) } : group))
        .filter((group) => whole(group) || group.entries?.length);
  }
}
AllowedProperties.$inject = ["propertiesPanel"];

const OPTIONS = /^(valuesSource|dynamicOptions|staticOptions)$/;
const same = (one, other) => one.toLowerCase().replace(/-/g, "") === other.toLowerCase().replace(/-/g, "");

export default {
  __init__: ["allowedProperties"],
  formFields: ["type", AllowedFields],
  allowedProperties: ["type", AllowedProperties],
};
