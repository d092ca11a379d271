// What a modeler can draw: the elements of the gate's allow-list (docs/generated/model-gate.md), in our words.
// `make` are the attributes of a new shape; `icon` is a class of the bpmn.io font.

/** Every kind of element, by the name used in palette, context pad and menus. */
export const KINDS = {
  "start-event": {
    word: "sự kiện bắt đầu",
    icon: "bpmn-icon-start-event-none",
    make: { type: "bpmn:StartEvent" },
  },
  "user-task": { word: "việc của người dùng", icon: "bpmn-icon-user-task", make: { type: "bpmn:UserTask" } },
  "service-task": { word: "việc của hệ thống", icon: "bpmn-icon-service-task", make: { type: "bpmn:ServiceTask" } },
  "rule-task": {
    word: "việc tra bảng quyết định",
    icon: "bpmn-icon-business-rule-task",
    make: { type: "bpmn:BusinessRuleTask" },
  },
  "call-activity": {
    word: "gọi quy trình khác",
    icon: "bpmn-icon-call-activity",
    make: { type: "bpmn:CallActivity" },
  },
  "exclusive-gateway": {
    word: "cổng chọn một nhánh",
    icon: "bpmn-icon-gateway-xor",
    make: { type: "bpmn:ExclusiveGateway" },
  },
  "parallel-gateway": {
    word: "cổng song song",
    icon: "bpmn-icon-gateway-parallel",
    make: { type: "bpmn:ParallelGateway" },
  },
  "event-gateway": {
    word: "cổng chờ sự kiện",
    icon: "bpmn-icon-gateway-eventbased",
    make: { type: "bpmn:EventBasedGateway" },
  },
  "timer-catch": {
    word: "sự kiện chờ đến giờ",
    icon: "bpmn-icon-intermediate-event-catch-timer",
    make: { type: "bpmn:IntermediateCatchEvent", eventDefinitionType: "bpmn:TimerEventDefinition" },
  },
  "message-catch": {
    word: "sự kiện chờ thông điệp",
    icon: "bpmn-icon-intermediate-event-catch-message",
    make: { type: "bpmn:IntermediateCatchEvent", eventDefinitionType: "bpmn:MessageEventDefinition" },
  },
  "end-event": { word: "sự kiện kết thúc", icon: "bpmn-icon-end-event-none", make: { type: "bpmn:EndEvent" } },
  "terminate-end": {
    word: "kết thúc toàn bộ hồ sơ",
    icon: "bpmn-icon-end-event-terminate",
    make: { type: "bpmn:EndEvent", eventDefinitionType: "bpmn:TerminateEventDefinition" },
  },
  "timer-boundary": {
    word: "hạn giờ gắn vào việc",
    icon: "bpmn-icon-intermediate-event-catch-timer",
    make: { type: "bpmn:BoundaryEvent", eventDefinitionType: "bpmn:TimerEventDefinition" },
  },
};

/** In the palette, with the group each stands in. */
export const PALETTE = [
  ["start-event", "event"],
  ["timer-catch", "event"],
  ["end-event", "event"],
  ["terminate-end", "event"],
  ["exclusive-gateway", "gateway"],
  ["parallel-gateway", "gateway"],
  ["event-gateway", "gateway"],
  ["user-task", "activity"],
  ["service-task", "activity"],
  ["rule-task", "activity"],
  ["call-activity", "activity"],
];

/** What may follow an element. */
export const AFTER = ["user-task", "service-task", "rule-task", "call-activity", "exclusive-gateway", "parallel-gateway"];
export const AFTER_ANY = [...AFTER, "event-gateway", "timer-catch", "message-catch", "end-event", "terminate-end"];
export const AFTER_EVENT_GATEWAY = ["timer-catch", "message-catch"];

/** Entries of bpmn-js's "change element" menu that lead to something the gate lets through. */
export const REPLACE = new Set([
  "replace-with-user-task",
  "replace-with-service-task",
  "replace-with-rule-task",
  "replace-with-call-activity",
  "replace-with-expanded-subprocess",
  "replace-with-subprocess",
  "replace-with-event-subprocess",
  "replace-with-exclusive-gateway",
  "replace-with-parallel-gateway",
  "replace-with-event-based-gateway",
  "replace-with-none-start",
  "replace-with-none-intermediate-throw",
  "replace-with-none-intermediate-throwing",
  "replace-with-none-end",
  "replace-with-message-intermediate-catch",
  "replace-with-message-intermediate-throw",
  "replace-with-timer-intermediate-catch",
  "replace-with-escalation-intermediate-throw",
  "replace-with-message-boundary",
  "replace-with-timer-boundary",
  "replace-with-escalation-boundary",
  "replace-with-non-interrupting-message-boundary",
  "replace-with-non-interrupting-timer-boundary",
  "replace-with-non-interrupting-escalation-boundary",
  "replace-with-message-end",
  "replace-with-escalation-end",
  "replace-with-terminate-end",
  "replace-with-sequence-flow",
  "replace-with-default-flow",
  "toggle-parallel-mi",
  "toggle-sequential-mi",
  "toggle-non-interrupting",
]);

/** Start events by timer, message or escalation stand only in an event sub-process: a case itself is opened by a person. */
export const REPLACE_IN_EVENT_SUB_PROCESS = new Set([
  "replace-with-message-start",
  "replace-with-timer-start",
  "replace-with-escalation-start",
  "replace-with-non-interrupting-message-start",
  "replace-with-non-interrupting-timer-start",
  "replace-with-non-interrupting-escalation-start",
]);
