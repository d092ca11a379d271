import { Group, ListGroup } from "@bpmn-io/properties-panel";
import { isEventSubProcess } from "bpmn-js/lib/util/DiUtil";
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { area, check, choice, text } from "./entries.js";
import { areArguments, firstArgument, furtherArguments, readCall, readVariable, writeCall } from "./expressions.js";
import { nameIn } from "./identity.js";
import { Writer } from "./writer.js";

// The properties panel: exactly what the gate lets through (docs/generated/model-gate.md), with pickers for what exists.

const ID = /^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;
const NAME = /^[a-z][A-Za-z0-9]{0,63}$/;
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const DURATION = /^P(?=.)(\d{1,4}D)?(T(?=.)(\d{1,3}H)?(\d{1,3}M)?)?$/;
const RETRY = /^R\d{1,2}\/PT?\d{1,3}[MHD]$/;
const LIFE = /^P([1-9]\d{0,4})D$/;
const COMPARISON = /^\$\{\s*([a-z]\w*)\s*(==|!=|<=|>=|<|>)\s*(?:'([^']*)'|(\d+|true|false))\s*\}$/;

const group = (id, label, entries) => ({ id, label, component: Group, entries, shouldOpen: true });
const must = (shape, words) => (value) => (value && !shape.test(value) ? words : undefined);
const optional = (value) => (value === "" ? undefined : value);

class Properties {
  constructor(propertiesPanel, injector, catalogue, elementRegistry) {
    Object.assign(this, { injector, catalogue, elementRegistry });
    propertiesPanel.registerProvider(1000, this);
  }

  getGroups(element) {
    return () => {
      const model = new Writer(element, this.injector);
      const groups = [this.#general(model), this.#meaning(model), ...this.#own(element, model)];
      return groups.filter((one) => one && (one.entries?.length || one.items));
    };
  }

  #own(element, model) {
    const { object } = model;
    if (is(object, "bpmn:Process")) {
      return [this.#opening(model)];
    }
    if (is(object, "bpmn:UserTask")) {
      return [this.#person(model), this.#repeated(model)];
    }
    if (is(object, "bpmn:ServiceTask")) {
      return [this.#step(model), this.#running(model), this.#repeated(model)];
    }
    if (is(object, "bpmn:BusinessRuleTask")) {
      return [this.#decision(model), this.#inputs(model), this.#running(model), this.#repeated(model)];
    }
    if (is(object, "bpmn:CallActivity")) {
      return [this.#called(model), this.#handed(model), this.#repeated(model)];
    }
    if (is(object, "bpmn:SubProcess") && !isEventSubProcess(element)) {
      return [this.#repeated(model)];
    }
    if (is(object, "bpmn:Event")) {
      return [this.#event(model)];
    }
    return is(object, "bpmn:SequenceFlow") ? [this.#flow(model)] : [];
  }

  #general(model) {
    const named = !is(model.object, "bpmn:Process");
    const entries = [
      area("p72-name", "Tên", () => model.get("name"), (name) => model.set({ name: optional(name) }), {
        rows: 1,
        description: this.#nameHint(model.object),
      }),
      text("p72-id", "Mã", () => model.get("id"), (id) => id && model.set({ id }), {
        validate: (id) => this.#idProblem(model, id),
        description: named ? "Lấy theo tên khi đặt tên lần đầu; hồ sơ đang chạy nhớ mã này." : "Theo tên tệp.",
        disabled: !named,
      }),
    ];
    if (!named) {
      entries.push(
        text(
          "p72-ttl",
          "Giữ lịch sử (số ngày)",
          () => LIFE.exec(model.get("camunda:historyTimeToLive") ?? "")?.[1] ?? model.get("camunda:historyTimeToLive") ?? "",
          (days) => model.set({ "camunda:historyTimeToLive": days ? `P${days}D` : undefined }),
          { validate: (days) => (/^[1-9]\d{0,4}$/.test(days ?? "") ? undefined : "Nhập số ngày, ví dụ 3650.") },
        ),
        check("p72-executable", "Chạy được", () => model.get("isExecutable") === true, (isExecutable) => model.set({ isExecutable })),
      );
    }
    return group("p72-general", "Thông tin chung", entries);
  }

  #nameHint(object) {
    const hints = {
      "bpmn:Activity": "Động từ và việc phải làm, ví dụ “Ký báo cáo”.",
      "bpmn:Gateway": "Câu hỏi khi có nhiều nhánh ra, ví dụ “Ký gửi?”.",
      "bpmn:Event": "Trạng thái đã đạt, ví dụ “Đã tiếp nhận báo cáo”.",
      "bpmn:SequenceFlow": "Câu trả lời, ví dụ “Có”.",
    };
    return Object.entries(hints).find(([type]) => is(object, type))?.[1];
  }

  #idProblem(model, id) {
    if (!ID.test(id ?? "")) {
      return "Mã gồm chữ không dấu, số, dấu gạch dưới và bắt đầu bằng chữ.";
    }
    const owner = model.ids.assigned(id);
    return owner && owner !== model.object ? "Mã này đã có." : undefined;
  }

  #meaning(model) {
    const clauses = this.catalogue.clauses.map(({ code, label }) => ({ value: code, label: `${code} – ${label}` }));
    const addClause = (code) => {
      if (code && clauses.some(({ value }) => value === code)) {
        const before = model.documentation.trim();
        model.documentation = `${before}${before && !/[.!?)]$/.test(before) ? "." : ""}${before ? " " : ""}Căn cứ: mục ${code}.`;
      }
    };
    return group("p72-meaning", "Giải thích và căn cứ", [
      area("p72-documentation", "Giải thích", () => model.documentation, (words) => (model.documentation = words ?? ""), {
        rows: 3,
        description: "Bước này nghĩa là gì và dựa vào mục nào; nếu không có: “mặc định, chưa có căn cứ pháp lý”.",
      }),
      choice("p72-clause", "Thêm căn cứ", clauses, () => "", addClause, { empty: "Chọn mục của kế hoạch" }),
    ]);
  }

  #person(model) {
    const forms = this.catalogue.forms.map(({ id, name }) => ({ value: id, label: name || id }));
    const setForm = (formRef) =>
      model.set({ "camunda:formRef": optional(formRef), "camunda:formRefBinding": formRef ? "deployment" : undefined });
    return group("p72-person", "Người thực hiện", [
      choice("p72-form", "Biểu mẫu", forms, () => model.get("camunda:formRef"), setForm),
      ...this.#groups(model),
      ...this.#value("p72-due", "Hạn", {
        get: () => model.get("camunda:dueDate"),
        set: (dueDate) => model.set({ "camunda:dueDate": dueDate }),
        prefer: /^due/,
        argument: () => `'${nameIn(model.object.id)}'`,
      }),
    ]);
  }

  /** Who opens cases of this process; docs/models.md, "A flow without Java". */
  #opening(model) {
    const open = () => model.get("camunda:isStartableInTasklist") !== false;
    const entries = [
      check("p72-opening", "Đơn vị tự mở được hồ sơ", open, (on) => model.set({ "camunda:isStartableInTasklist": on ? undefined : false }), {
        description: "Nếu không: chỉ quy trình khác hoặc phần mềm mở.",
      }),
    ];
    if (open()) {
      const fixed = this.catalogue.groups.filter(({ value }) => !value.includes("${"));
      entries.push(...this.#groups(model, "p72-starter", "camunda:candidateStarterGroups", "Chỉ nhóm này được mở", fixed));
    }
    return group("p72-opened", "Mở hồ sơ", entries);
  }

  #groups(model, id = "p72-group", property = "camunda:candidateGroups", label = "Nhóm thực hiện", options = this.catalogue.groups) {
    const chosen = () => (model.get(property) ?? "").split(",").map((name) => name.trim()).filter(Boolean);
    const put = (at) => (value) => {
      const groups = chosen();
      groups[at] = value;
      model.set({ [property]: optional([...new Set(groups.filter(Boolean))].join(",")) });
    };
    const count = chosen().length;
    return Array.from({ length: count ? count + 1 : 1 }, (_, at) =>
      choice(`${id}-${at}`, at === 0 ? label : at < count ? `Nhóm thứ ${at + 1}` : "Thêm nhóm", options, () => chosen()[at], put(at)),
    );
  }

  /** A picker of a step and, when it wants more than the case, of what to hand it; variables too where they are allowed. */
  #value(id, label, { get, set, prefer, argument, variables = true, onlySteps = false }) {
    const { steps } = this.catalogue;
    const nameOf = ({ bean, step }) => `${bean}.${step}`;
    const offered = prefer ? [...steps].sort((one, other) => prefer.test(other.step) - prefer.test(one.step)) : steps;
    const options = offered.map((step) => ({ value: nameOf(step), label: step.label ? `${step.label} (${nameOf(step)})` : nameOf(step) }));
    if (variables && !onlySteps) {
      this.catalogue.variables.forEach(({ name, meaning }) =>
        options.push({ value: `\${${name}}`, label: `Biến ${name}${meaning ? ` – ${meaning}` : ""}` }),
      );
    }
    const call = readCall(get());
    const known = call && steps.find((step) => step.bean === call.bean && step.step === call.step);
    const choose = (value) => {
      const found = steps.find((step) => nameOf(step) === value);
      if (!found) {
        set(optional(value));
        return;
      }
      const wanted = furtherArguments(found);
      const first = firstArgument(found.step) ?? argument?.() ?? "";
      const more = wanted.length === 1 ? first : wanted.length && call ? call.more : "";
      set(writeCall({ bean: found.bean, step: found.step, more }));
    };
    const shown = () => {
      const now = readCall(get());
      return now ? `${now.bean}.${now.step}` : get();
    };
    const entries = [choice(id, label, options, shown, choose)];
    const wanted = furtherArguments(known);
    if (call && (wanted.length || call.more)) {
      entries.push(
        text(`${id}-more`, `${label}: giá trị kèm theo`, () => readCall(get())?.more, (more) => set(writeCall({ ...readCall(get()), more: (more ?? "").trim() })), {
          description: `${wanted.join(", ") || "Biến"}: tên biến, số, hoặc chữ trong dấu nháy đơn; cách nhau bằng dấu phẩy.`,
          validate: (more) => (areArguments(more ?? "") ? undefined : "Chỉ tên biến, số hoặc 'chữ'."),
        }),
      );
    }
    return entries;
  }

  #step(model) {
    return group("p72-step", "Việc của hệ thống", [
      ...this.#value("p72-call", "Bước xử lý", {
        get: () => model.get("camunda:expression"),
        set: (expression) => model.set({ "camunda:expression": expression }),
        onlySteps: true,
      }),
      this.#result(model),
    ]);
  }

  #result(model) {
    return text("p72-result", "Ghi kết quả vào biến", () => model.get("camunda:resultVariable"), (name) => model.set({ "camunda:resultVariable": optional(name) }), {
      validate: must(NAME, "Tên biến: chữ thường không dấu, ví dụ rating."),
    });
  }

  #decision(model) {
    const tables = this.catalogue.decisions.map(({ id, name }) => ({ value: id, label: name || id }));
    const setTable = (decisionRef) =>
      model.set({
        "camunda:decisionRef": optional(decisionRef),
        "camunda:decisionRefBinding": "deployment",
        "camunda:mapDecisionResult": "singleEntry",
      });
    return group("p72-decision", "Bảng quyết định", [
      choice("p72-table", "Bảng", tables, () => model.get("camunda:decisionRef"), setTable),
      this.#result(model),
    ]);
  }

  #inputs(model) {
    const [holder] = model.extensions("camunda:InputOutput");
    const parameters = holder?.get("inputParameters") ?? [];
    const add = (event) => {
      event.stopPropagation();
      const made = model.create("camunda:InputParameter", { name: "" }, holder);
      if (holder) {
        model.inside(holder, { inputParameters: [...parameters, made] });
      } else {
        const fresh = model.create("camunda:InputOutput", { inputParameters: [made] });
        made.$parent = fresh;
        model.changeExtensions({ add: [fresh] });
      }
    };
    const remove = (parameter) => (event) => {
      event.stopPropagation();
      const rest = parameters.filter((one) => one !== parameter);
      if (rest.length) {
        model.inside(holder, { inputParameters: rest });
      } else {
        model.changeExtensions({ remove: [holder] });
      }
    };
    const items = parameters.map((parameter, at) => ({
      id: `p72-input-${at}`,
      label: parameter.get("name") || "Chưa đặt tên",
      remove: remove(parameter),
      entries: [
        text(`p72-input-${at}-name`, "Tên trong bảng", () => parameter.get("name"), (name) => model.inside(parameter, { name: name ?? "" }), {
          validate: must(NAME, "Chữ thường không dấu, như tên cột vào của bảng."),
        }),
        ...this.#value(`p72-input-${at}-value`, "Giá trị", {
          get: () => parameter.get("value"),
          set: (value) => model.inside(parameter, { value }),
        }),
      ],
    }));
    return { id: "p72-inputs", label: "Dữ liệu đưa vào bảng", component: ListGroup, items, add, shouldSort: false };
  }

  #running(model) {
    const [retry] = model.extensions("camunda:FailedJobRetryTimeCycle");
    const setRetry = (body) => {
      if (retry && body) {
        model.inside(retry, { body });
      } else if (body) {
        model.changeExtensions({ add: [model.create("camunda:FailedJobRetryTimeCycle", { body })] });
      } else if (retry) {
        model.changeExtensions({ remove: [retry] });
      }
    };
    const asynchronous = () => model.get("camunda:asyncBefore") === true;
    const entries = [
      check("p72-async", "Chạy riêng, thử lại khi lỗi", asynchronous, (on) => model.set({ "camunda:asyncBefore": on || undefined }), {
        description: "Người vừa bấm nút không phải đợi bước này.",
      }),
    ];
    if (asynchronous()) {
      entries.push(
        text("p72-retry", "Thử lại", () => retry?.get("body"), setRetry, {
          description: "Ví dụ R5/PT10M: 5 lần, cách nhau 10 phút.",
          validate: must(RETRY, "Dạng R5/PT10M."),
        }),
      );
    }
    return group("p72-running", "Cách chạy", entries);
  }

  #called(model) {
    const processes = this.catalogue.processes.map(({ key, name }) => ({ value: key, label: name || key }));
    return group("p72-called", "Quy trình được gọi", [
      choice("p72-process", "Quy trình", processes, () => model.get("calledElement"), (calledElement) =>
        model.set({ calledElement: optional(calledElement), "camunda:calledElementBinding": "latest" }),
      ),
    ]);
  }

  #handed(model) {
    const mappings = model.extensions("camunda:In");
    const add = (event) => {
      event.stopPropagation();
      model.changeExtensions({ add: [model.create("camunda:In", { source: "", target: "" })] });
    };
    const name = must(NAME, "Tên biến: chữ thường không dấu.");
    const items = mappings.map((mapping, at) => {
      const key = mapping.get("businessKey") !== undefined;
      return {
        id: `p72-handed-${at}`,
        label: key ? "Số hồ sơ" : `${mapping.get("source") || "…"} → ${mapping.get("target") || "…"}`,
        remove: (event) => {
          event.stopPropagation();
          model.changeExtensions({ remove: [mapping] });
        },
        entries: key
          ? [text(`p72-handed-${at}-key`, "Số hồ sơ", () => readVariable(mapping.get("businessKey")), (value) => model.inside(mapping, { businessKey: `\${${value ?? "caseNumber"}}` }), { validate: name, description: "caseNumber, hoặc biến có tên kết thúc bằng Case." })]
          : [
              text(`p72-handed-${at}-source`, "Biến ở đây", () => mapping.get("source"), (source) => model.inside(mapping, { source }), { validate: name }),
              text(`p72-handed-${at}-target`, "Tên ở quy trình được gọi", () => mapping.get("target"), (target) => model.inside(mapping, { target }), { validate: name }),
            ],
      };
    });
    return { id: "p72-handed", label: "Dữ liệu chuyển sang", component: ListGroup, items, add, shouldSort: false };
  }

  #repeated(model) {
    const loop = model.get("loopCharacteristics");
    const on = () => Boolean(loop);
    const toggle = (wanted) =>
      model.set({ loopCharacteristics: wanted ? model.create("bpmn:MultiInstanceLoopCharacteristics", { isSequential: false }, model.object) : undefined });
    const entries = [check("p72-loop", "Làm cho từng phần tử của một danh sách", on, toggle)];
    if (loop && is(loop, "bpmn:MultiInstanceLoopCharacteristics")) {
      entries.push(
        ...this.#value("p72-loop-list", "Danh sách", {
          get: () => loop.get("camunda:collection"),
          set: (collection) => model.inside(loop, { "camunda:collection": collection }),
        }),
        text("p72-loop-variable", "Biến của từng phần tử", () => loop.get("camunda:elementVariable"), (name) => model.inside(loop, { "camunda:elementVariable": optional(name) }), {
          validate: must(NAME, "Tên biến: chữ thường không dấu, ví dụ coordinatingUnit."),
        }),
        check("p72-loop-sequential", "Lần lượt, không cùng lúc", () => loop.get("isSequential") === true, (isSequential) => model.inside(loop, { isSequential })),
      );
    }
    return group("p72-repeated", "Lặp lại", entries);
  }

  #event(model) {
    const [definition] = model.get("eventDefinitions") ?? [];
    const entries = [];
    if (is(model.object, "bpmn:BoundaryEvent")) {
      entries.push(check("p72-interrupting", "Dừng việc đang làm khi xảy ra", () => model.get("cancelActivity") !== false, (cancelActivity) => model.set({ cancelActivity })));
    }
    if (is(model.object, "bpmn:StartEvent") && model.object.$parent?.triggeredByEvent) {
      entries.push(check("p72-interrupting", "Dừng phần còn lại khi xảy ra", () => model.get("isInterrupting") !== false, (isInterrupting) => model.set({ isInterrupting })));
    }
    const kinds = {
      "bpmn:TimerEventDefinition": () => this.#timer(model, definition),
      "bpmn:MessageEventDefinition": () => this.#message(model, definition),
      "bpmn:EscalationEventDefinition": () => this.#escalation(model, definition),
    };
    entries.push(...(kinds[definition?.$type]?.() ?? []));
    return group("p72-event", "Sự kiện", entries);
  }

  #timer(model, definition) {
    const kind = () => (definition.get("timeDuration") ? "timeDuration" : "timeDate");
    const put = (name) => (body) =>
      model.inside(definition, {
        timeDate: undefined,
        timeDuration: undefined,
        [name]: model.create("bpmn:FormalExpression", { body: body ?? "" }, definition),
      });
    const kinds = [
      { value: "timeDate", label: "Đến một thời điểm" },
      { value: "timeDuration", label: "Sau một khoảng thời gian" },
    ];
    const entries = [choice("p72-timer-kind", "Khi nào", kinds, kind, (name) => name && put(name)(name === "timeDuration" ? "P1D" : ""))];
    if (kind() === "timeDate") {
      entries.push(
        ...this.#value("p72-time", "Thời điểm", { get: () => definition.get("timeDate")?.body, set: put("timeDate"), prefer: /(At|EndsAt|On)$/ }),
      );
    } else {
      entries.push(
        text("p72-duration", "Khoảng thời gian", () => definition.get("timeDuration")?.body, put("timeDuration"), {
          description: "P3D là 3 ngày, PT4H là 4 giờ (ngày thường, không tính ngày nghỉ).",
          validate: must(DURATION, "Dạng P3D hoặc PT4H."),
        }),
      );
    }
    return entries;
  }

  #message(model, definition) {
    const sends = isAny(model.object, ["bpmn:EndEvent", "bpmn:IntermediateThrowEvent"]);
    const known = model.shared("bpmn:Message").map((message) => message.name);
    const options = this.catalogue.messages.map(({ name, label }) => ({ value: name, label: label ? `${label} (${name})` : name }));
    known.filter((name) => name && !options.some(({ value }) => value === name)).forEach((name) => options.push({ value: name, label: name }));
    const set = (name) => {
      const found = model.shared("bpmn:Message").find((message) => message.name === name);
      const make = name && ((parent) => model.create("bpmn:Message", { id: model.freeId(`Message_${name.replace(/^.*\./, "")}`), name }, parent));
      model.refer(definition, "messageRef", found, make);
    };
    const entries = [choice("p72-message", "Thông điệp", options, () => definition.get("messageRef")?.name, set)];
    if (sends) {
      entries.push(
        ...this.#value("p72-send", "Bước gửi", {
          get: () => definition.get("camunda:expression"),
          set: (expression) => model.inside(definition, { "camunda:expression": expression }),
          onlySteps: true,
        }),
      );
    }
    return entries;
  }

  #escalation(model, definition) {
    const known = model.shared("bpmn:Escalation");
    const set = (code) => {
      const found = known.find((escalation) => escalation.escalationCode === code);
      const id = (code ?? "").toLowerCase().replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
      const make = code && ((parent) => model.create("bpmn:Escalation", { id: model.freeId(`Escalation_${id}`), name: code, escalationCode: code }, parent));
      model.refer(definition, "escalationRef", found, make);
    };
    const current = definition.get("escalationRef");
    const entries = [
      text("p72-escalation", "Mã báo cáo vượt cấp", () => current?.escalationCode, set, {
        validate: must(CODE, "Chữ hoa không dấu, nối bằng dấu gạch dưới, ví dụ QUA_HAN_TRA_LOI."),
        description: known.length ? `Đang có: ${known.map((one) => one.escalationCode).join(", ")}` : undefined,
      }),
    ];
    if (current) {
      entries.push(text("p72-escalation-name", "Ý nghĩa", () => current.name, (name) => model.inside(current, { name })));
    }
    return entries;
  }

  #flow(model) {
    const flow = model.object;
    if (!is(flow.sourceRef, "bpmn:ExclusiveGateway")) {
      return null;
    }
    const source = this.elementRegistry.get(flow.sourceRef.id);
    const isDefault = () => flow.sourceRef.default === flow;
    const entries = [
      check("p72-default", "Nhánh mặc định", isDefault, (on) => model.modeling.updateProperties(source, { default: on ? flow : undefined }), {
        description: "Đi nhánh này khi không nhánh nào khác đúng.",
      }),
    ];
    if (!isDefault()) {
      entries.push(...this.#condition(model, flow));
    }
    return group("p72-flow", "Điều kiện", entries);
  }

  #condition(model, flow) {
    const body = () => flow.get("conditionExpression")?.body ?? "";
    const set = (condition) =>
      model.set({ conditionExpression: condition ? model.create("bpmn:FormalExpression", { body: condition }, flow) : undefined });
    const [, variable = "", sign = "==", words, number] = COMPARISON.exec(body()) ?? [];
    const value = words ?? number ?? "";
    const build = (part) => {
      const next = { variable, sign, value, ...part };
      const literal = /^(\d{1,18}|true|false)$/.test(next.value) ? next.value : `'${(next.value ?? "").replace(/['\\$#{}]/g, "")}'`;
      set(next.variable ? `\${${next.variable} ${next.sign} ${literal}}` : "");
    };
    const variables = this.catalogue.variables.map(({ name, meaning }) => ({ value: name, label: meaning ? `${name} – ${meaning}` : name }));
    const signs = { "==": "bằng", "!=": "khác", "<": "nhỏ hơn", "<=": "không quá", ">": "lớn hơn", ">=": "từ" };
    const simple = !body() || COMPARISON.test(body());
    const builder = [
      choice("p72-condition-variable", "Biến", variables, () => variable, (name) => build({ variable: name })),
      choice("p72-condition-sign", "So sánh", Object.entries(signs).map(([key, label]) => ({ value: key, label })), () => sign, (next) => build({ sign: next || "==" })),
      text("p72-condition-value", "Giá trị", () => value, (next) => build({ value: next ?? "" })),
    ];
    return [
      ...(simple ? builder : []),
      text("p72-condition", "Điều kiện viết đầy đủ", body, (condition) => set(condition?.trim()), {
        description: "Ví dụ ${reportSigning == 'SIGNED'}.",
        validate: must(/^\$\{.+\}$/s, "Viết trong ${…}."),
      }),
    ];
  }
}
Properties.$inject = ["propertiesPanel", "injector", "catalogue", "elementRegistry"];

export default { __init__: ["p72Properties"], p72Properties: ["type", Properties] };
