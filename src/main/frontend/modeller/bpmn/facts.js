import { getBusinessObject } from "bpmn-js/lib/util/ModelUtil";
import { element } from "../shared/dom.js";

const FACTS = {
  "camunda:formRef": "Biểu mẫu",
  "camunda:candidateGroups": "Nhóm thực hiện",
  "camunda:dueDate": "Hạn",
  "camunda:expression": "Bước xử lý",
  "camunda:decisionRef": "Bảng quyết định",
  calledElement: "Quy trình được gọi",
  "camunda:historyTimeToLive": "Giữ lịch sử",
};

/** What there is to know about the chosen element, for those who may only look. */
export function showFacts(side, chosen, root) {
  const object = getBusinessObject(chosen?.labelTarget ?? chosen ?? root);
  if (!object?.get) {
    side.replaceChildren();
    return;
  }
  const facts = [
    ["Mã", object.id],
    ["Giải thích", object.documentation?.[0]?.text],
    ...Object.entries(FACTS).map(([name, word]) => [word, object.get(name)]),
    ["Điều kiện", object.conditionExpression?.body],
  ].filter(([, value]) => value);
  side.replaceChildren(
    element("h2", {}, object.name || object.id),
    element("dl", {}, ...facts.flatMap(([word, value]) => [element("dt", {}, word), element("dd", {}, value)])),
  );
}
