import { is, isAny } from "bpmnlint-utils";
import { isRunning } from "../identity.js";

// Our own rules, as a bpmnlint plugin ("plan72/…"). Codes are those of the gate where it says the same. Whether forms,
// tables and steps exist is left to the gate, which knows the whole draft.

const LETTERS = /^[A-Za-z]+_[a-z][A-Za-z]+(_[a-z][A-Za-z]+)?$/;
const SPLIT = ["bpmn:ExclusiveGateway"];

/** A rule from its severity and a function that yields what is wrong with one node: `[code, words]`. */
function rule(category, find) {
  const make = () => ({
    check(node, reporter) {
      for (const [code, words] of find(node)) {
        reporter.report(node.id, words, { code });
      }
    },
  });
  return Object.assign(make, { category });
}

const camunda = (node, name) => node.get(`camunda:${name}`) || "";

export const OUR_RULES = {
  "user-task-complete": rule("error", function* (node) {
    if (is(node, "bpmn:UserTask")) {
      if (!camunda(node, "formRef")) yield ["TASK_WITHOUT_FORM", "Việc của người dùng chưa có biểu mẫu"];
      if (!camunda(node, "candidateGroups")) yield ["TASK_WITHOUT_GROUP", "Việc của người dùng chưa có nhóm thực hiện"];
      if (!camunda(node, "dueDate")) yield ["TASK_WITHOUT_DUE_DATE", "Việc của người dùng chưa có hạn"];
      if (/\(caseNumber,\s*''\)/.test(camunda(node, "dueDate"))) yield ["DUE_WITHOUT_NAME", "Hạn chưa ghi tên của việc"];
    }
  }),
  "service-task-step": rule("error", function* (node) {
    if (is(node, "bpmn:ServiceTask") && !camunda(node, "expression")) {
      yield ["SERVICE_WITHOUT_STEP", "Việc của hệ thống phải gọi một bước xử lý"];
    }
    if (is(node, "bpmn:BusinessRuleTask") && !camunda(node, "decisionRef")) {
      yield ["DECISION_WITHOUT_TABLE", "Việc quyết định phải chỉ tên bảng quyết định"];
    }
    if (is(node, "bpmn:CallActivity") && !node.calledElement) {
      yield ["CALL_WITHOUT_PROCESS", "Chưa chọn quy trình được gọi"];
    }
  }),
  "message-step": rule("error", function* (node) {
    const definition = node.get?.("eventDefinitions")?.[0];
    if (definition && is(definition, "bpmn:MessageEventDefinition")) {
      const sends = isAny(node, ["bpmn:EndEvent", "bpmn:IntermediateThrowEvent"]);
      if (sends && !camunda(definition, "expression")) yield ["MESSAGE_WITHOUT_STEP", "Sự kiện gửi thông điệp phải gọi một bước xử lý"];
      if (!definition.messageRef) yield ["MESSAGE_WITHOUT_NAME", "Chưa chọn thông điệp"];
    }
    if (definition && is(definition, "bpmn:EscalationEventDefinition") && !definition.escalationRef) {
      yield ["ESCALATION_WITHOUT_CODE", "Chưa có mã báo cáo vượt cấp"];
    }
  }),
  "timer-set": rule("error", function* (node) {
    const definition = node.get?.("eventDefinitions")?.[0];
    if (definition && is(definition, "bpmn:TimerEventDefinition") && !(definition.timeDate?.body || definition.timeDuration?.body)) {
      yield ["TIMER_WITHOUT_TIME", "Chưa có thời điểm"];
    }
  }),
  documented: rule("error", function* (node) {
    const wanted = ["bpmn:Process", "bpmn:UserTask", "bpmn:ServiceTask", "bpmn:BusinessRuleTask", "bpmn:CallActivity"];
    if (isAny(node, wanted) && !node.documentation?.[0]?.text?.trim()) {
      yield ["WITHOUT_DOCUMENTATION", "Chưa có phần giải thích (ý nghĩa, căn cứ)"];
    }
  }),
  "documented-too": rule("warn", function* (node) {
    const checkedElsewhere = ["bpmn:UserTask", "bpmn:ServiceTask", "bpmn:BusinessRuleTask", "bpmn:CallActivity"];
    const joins = isAny(node, ["bpmn:Gateway"]) && (node.outgoing ?? []).length < 2;
    if (is(node, "bpmn:FlowNode") && !isAny(node, checkedElsewhere) && !joins && !node.documentation?.[0]?.text?.trim()) {
      yield ["WITHOUT_DOCUMENTATION", "Nên giải thích phần tử này nghĩa là gì"];
    }
  }),
  process: rule("error", function* (node) {
    if (is(node, "bpmn:Process")) {
      if (!/^P[1-9]\d{0,4}D$/.test(camunda(node, "historyTimeToLive"))) {
        yield ["TTL", "Quy trình phải ghi thời gian giữ lịch sử theo ngày"];
      }
      if (node.isExecutable !== true) yield ["NOT_EXECUTABLE", "Quy trình chưa được đánh dấu là chạy được"];
    }
  }),
  "id-convention": rule("warn", function* (node) {
    if (isAny(node, ["bpmn:FlowNode"]) && (isRunning(node.id) || !LETTERS.test(node.id))) {
      yield ["ID_CONVENTION", isRunning(node.id) ? "Đặt tên để phần tử có mã đọc được" : `Mã ${node.id} không theo quy ước`];
    }
  }),
  "label-convention": rule("warn", function* (node) {
    if (is(node, "bpmn:FlowNode") && node.name && !/^\p{Lu}/u.test(node.name.trim())) {
      yield ["LABEL_CONVENTION", "Tên nên bắt đầu bằng chữ hoa"];
    }
    if (isAny(node, SPLIT) && (node.outgoing ?? []).length > 1 && node.name && !node.name.trim().endsWith("?")) {
      yield ["LABEL_QUESTION", "Tên của cổng chọn nhánh nên là câu hỏi"];
    }
  }),
  "answers-named": rule("warn", function* (node) {
    if (is(node, "bpmn:SequenceFlow") && isAny(node.sourceRef ?? node, SPLIT) && (node.sourceRef.outgoing ?? []).length > 1 && !node.name) {
      yield ["ANSWER_WITHOUT_NAME", "Nhánh của cổng chọn nên ghi câu trả lời"];
    }
  }),
  "answers-conditional": rule("error", function* (node) {
    const gateway = is(node, "bpmn:SequenceFlow") ? node.sourceRef : null;
    if (gateway && isAny(gateway, SPLIT) && (gateway.outgoing ?? []).length > 1 && gateway.default !== node && !node.conditionExpression) {
      yield ["conditional-flows", "Nhánh của cổng chọn cần điều kiện, hoặc là nhánh mặc định"];
    }
  }),
};
