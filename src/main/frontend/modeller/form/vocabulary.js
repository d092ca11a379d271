// The component types the server draws and checks (docs/forms.md, docs/generated/model-gate.md): name in the palette,
// what a new one has, and the entries of the properties panel that have an effect.

const FIELD = ["label", "description", "key"];
const LENGTH = ["required", "minLength", "maxLength", "validationType", "pattern"];
const CHOICE = ["options"];

export const TYPES = {
  textfield: { name: "Ô chữ", make: { validate: { maxLength: 200 } }, entries: [...FIELD, "defaultValue", "prefix-adorner", "suffix-adorner", ...LENGTH] },
  textarea: { name: "Ô nhiều dòng", make: { validate: { maxLength: 2000 } }, entries: [...FIELD, "defaultValue", "required", "minLength", "maxLength"] },
  number: { name: "Số", entries: [...FIELD, "defaultValue", "decimalDigits", "increment", "suffix-adorner", "required", "min", "max"] },
  datetime: { name: "Ngày", make: { subtype: "date", dateLabel: "Ngày" }, entries: [...FIELD, "date-label", "disallowPassedDates", "required"] },
  checkbox: { name: "Ô đánh dấu", entries: [...FIELD, "defaultValue", "required"] },
  radio: { name: "Chọn một", entries: [...FIELD, "defaultValue", "required", ...CHOICE] },
  select: { name: "Danh sách chọn một", entries: [...FIELD, "defaultValue", "searchable", "required", ...CHOICE] },
  checklist: { name: "Chọn nhiều", entries: [...FIELD, "required", ...CHOICE] },
  taglist: { name: "Danh sách chọn nhiều", entries: [...FIELD, "required", ...CHOICE] },
  filepicker: { name: "Tệp đính kèm", entries: [...FIELD, "accept", "multiple", "required"] },
  text: { name: "Đoạn chữ", make: { text: "Lời hướng dẫn cho người điền." }, entries: ["text"] },
  group: { name: "Nhóm ô", make: { label: "Nhóm", showOutline: true }, entries: ["label", "show-outline"] },
  separator: { name: "Đường kẻ", entries: [] },
};

/** Entries every component has. */
export const COMMON = ["conditional-hide"];
