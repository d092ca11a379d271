import Linter from "bpmnlint/lib/linter";
import StaticResolver from "bpmnlint/lib/resolver/static-resolver";
import recommended from "bpmnlint/config/recommended";
import conditionalFlows from "bpmnlint/rules/conditional-flows";
import endEventRequired from "bpmnlint/rules/end-event-required";
import eventBasedGateway from "bpmnlint/rules/event-based-gateway";
import eventSubProcess from "bpmnlint/rules/event-sub-process-typed-start-event";
import fakeJoin from "bpmnlint/rules/fake-join";
import global from "bpmnlint/rules/global";
import labelRequired from "bpmnlint/rules/label-required";
import noBpmndi from "bpmnlint/rules/no-bpmndi";
import noDisconnected from "bpmnlint/rules/no-disconnected";
import noDuplicates from "bpmnlint/rules/no-duplicate-sequence-flows";
import noJoinFork from "bpmnlint/rules/no-gateway-join-fork";
import noImplicitEnd from "bpmnlint/rules/no-implicit-end";
import noImplicitSplit from "bpmnlint/rules/no-implicit-split";
import noImplicitStart from "bpmnlint/rules/no-implicit-start";
import noOverlapping from "bpmnlint/rules/no-overlapping-elements";
import singleBlankStart from "bpmnlint/rules/single-blank-start-event";
import singleDefinition from "bpmnlint/rules/single-event-definition";
import startRequired from "bpmnlint/rules/start-event-required";
import subProcessStart from "bpmnlint/rules/sub-process-blank-start-event";
import superfluousGateway from "bpmnlint/rules/superfluous-gateway";
import superfluousTermination from "bpmnlint/rules/superfluous-termination";
import { OUR_RULES } from "./rules/index.js";

// bpmnlint while editing: the recommended rules as far as their elements exist here, and ours. Each has its words in
// Vietnamese; where the gate says the same, the code is the gate's, so that nothing is said twice.

const RECOMMENDED = {
  "conditional-flows": [conditionalFlows, "Đường ra khỏi cổng cần điều kiện, hoặc là nhánh mặc định"],
  "end-event-required": [endEventRequired, "Chưa có sự kiện kết thúc"],
  "event-based-gateway": [eventBasedGateway, "Sau cổng chờ sự kiện phải có từ hai sự kiện chờ"],
  "event-sub-process-typed-start-event": [eventSubProcess, "Quy trình con theo sự kiện phải bắt đầu bằng giờ, thông điệp hoặc báo cáo vượt cấp"],
  "fake-join": [fakeJoin, "Nhiều đường vào mà không qua cổng: mỗi đường vào chạy một lần"],
  global: [global, "Thông điệp hoặc mã này trùng, thiếu tên hoặc không được dùng"],
  "label-required": [labelRequired, "Chưa có tên"],
  "no-bpmndi": [noBpmndi, "Phần tử không có hình trên sơ đồ"],
  "no-disconnected": [noDisconnected, "Chưa nối với phần tử nào"],
  "no-duplicate-sequence-flows": [noDuplicates, "Hai đường đi trùng nhau"],
  "no-gateway-join-fork": [noJoinFork, "Một cổng vừa gộp vừa tách; hãy dùng hai cổng"],
  "no-implicit-end": [noImplicitEnd, "Sau bước này không có gì; hãy nối tới bước sau hoặc sự kiện kết thúc"],
  "no-implicit-split": [noImplicitSplit, "Nhiều đường ra mà không qua cổng: tất cả cùng chạy"],
  "no-implicit-start": [noImplicitStart, "Không có đường nào dẫn tới bước này"],
  "no-overlapping-elements": [noOverlapping, "Chồng lên phần tử khác"],
  "single-blank-start-event": [singleBlankStart, "Chỉ được có một sự kiện bắt đầu"],
  "single-event-definition": [singleDefinition, "Mỗi sự kiện chỉ có một loại"],
  "start-event-required": [startRequired, "Chưa có sự kiện bắt đầu"],
  "sub-process-blank-start-event": [subProcessStart, "Quy trình con phải bắt đầu bằng sự kiện thường"],
  "superfluous-gateway": [superfluousGateway, "Cổng chỉ có một đường vào và một đường ra: không cần"],
  "superfluous-termination": [superfluousTermination, "Không cần “kết thúc toàn bộ”: không còn gì khác đang chạy"],
};
// Our models flow into a task from several answers on purpose (returned reports), so that is not worth a warning.
const OFF = { "fake-join": "off" };

const resolver = new StaticResolver({
  "config:bpmnlint/recommended": recommended,
  ...Object.fromEntries(Object.entries(RECOMMENDED).map(([name, [rule]]) => [`rule:bpmnlint/${name}`, rule])),
  ...Object.fromEntries(Object.entries(OUR_RULES).map(([name, rule]) => [`rule:bpmnlint-plugin-plan72/${name}`, rule])),
});

const config = {
  rules: {
    ...Object.fromEntries(Object.keys(RECOMMENDED).map((name) => [name, OFF[name] ?? recommended.rules[name] ?? "error"])),
    ...Object.fromEntries(Object.entries(OUR_RULES).map(([name, rule]) => [`plan72/${name}`, rule.category])),
  },
};

/** Problems of the model as `{elementId, code, severity, message}`. */
export async function lint(definitions) {
  const results = await new Linter({ config, resolver }).lint(definitions);
  return Object.entries(results).flatMap(([name, reports]) =>
    reports
      .filter(({ category }) => category === "error" || category === "warn")
      .map((report) => ({
        elementId: report.id,
        code: report.code ?? name,
        severity: report.category === "error" ? "error" : "warning",
        message: RECOMMENDED[name]?.[1] ?? report.message,
      })),
  );
}
