package vn.angiang.plan72.modelling;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The smallest process that passes the gate: one task of the lead unit, with one form. Every new process begins so. */
final class NewModel {

    private static final String BPMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_@KEY@" targetNamespace="https://angiang.gov.vn/ke-hoach-72/@KEY@" exporter="Camunda Modeler" exporterVersion="5.30.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
              <bpmn:process id="@KEY@" name="@NAME@" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <bpmn:documentation>@NAME@. Căn cứ: mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                <bpmn:startEvent id="Event_caseOpened" name="Đã mở hồ sơ">
                  <bpmn:documentation>Hồ sơ được mở.</bpmn:documentation>
                  <bpmn:outgoing>Flow_caseOpened</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:userTask id="UserTask_doWork" name="Thực hiện công việc" camunda:formRef="doWork" camunda:formRefBinding="deployment" camunda:candidateGroups="officer.${leadUnit}" camunda:dueDate="${caseSteps.dueIn(caseNumber,5)}">
                  <bpmn:documentation>Đơn vị chủ trì thực hiện. Thời hạn: mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                  <bpmn:incoming>Flow_caseOpened</bpmn:incoming>
                  <bpmn:outgoing>Flow_workDone</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:endEvent id="Event_workDone" name="Đã thực hiện">
                  <bpmn:documentation>Công việc đã được thực hiện.</bpmn:documentation>
                  <bpmn:incoming>Flow_workDone</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_caseOpened" sourceRef="Event_caseOpened" targetRef="UserTask_doWork" />
                <bpmn:sequenceFlow id="Flow_workDone" sourceRef="UserTask_doWork" targetRef="Event_workDone" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="BPMNDiagram_@KEY@">
                <bpmndi:BPMNPlane id="BPMNPlane_@KEY@" bpmnElement="@KEY@">
                  <bpmndi:BPMNShape id="Event_caseOpened_di" bpmnElement="Event_caseOpened">
                    <dc:Bounds x="162" y="142" width="36" height="36" />
                    <bpmndi:BPMNLabel>
                      <dc:Bounds x="135" y="183" width="90" height="14" />
                    </bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="UserTask_doWork_di" bpmnElement="UserTask_doWork">
                    <dc:Bounds x="270" y="120" width="100" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Event_workDone_di" bpmnElement="Event_workDone">
                    <dc:Bounds x="442" y="142" width="36" height="36" />
                    <bpmndi:BPMNLabel>
                      <dc:Bounds x="415" y="183" width="90" height="14" />
                    </bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_caseOpened_di" bpmnElement="Flow_caseOpened">
                    <di:waypoint x="198" y="160" />
                    <di:waypoint x="270" y="160" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_workDone_di" bpmnElement="Flow_workDone">
                    <di:waypoint x="370" y="160" />
                    <di:waypoint x="442" y="160" />
                  </bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private static final String DMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_@KEY@" name="@NAME@" namespace="https://angiang.gov.vn/ke-hoach-72/@KEY@" exporter="Camunda Modeler" exporterVersion="5.30.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
              <decision id="@KEY@" name="@NAME@" camunda:historyTimeToLive="P3650D">
                <description>@NAME@. Căn cứ: mặc định, chưa có căn cứ pháp lý.</description>
                <decisionTable id="DecisionTable_@KEY@" hitPolicy="FIRST">
                  <input id="Input_1" label="Loại">
                    <inputExpression id="InputExpression_1" typeRef="string">
                      <text>kind</text>
                    </inputExpression>
                  </input>
                  <output id="Output_1" label="Kết quả" name="result" typeRef="string" />
                  <rule id="Rule_1">
                    <inputEntry id="InputEntry_1">
                      <text></text>
                    </inputEntry>
                    <outputEntry id="OutputEntry_1">
                      <text>"DEFAULT"</text>
                    </outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="DMNDiagram_@KEY@">
                  <dmndi:DMNShape id="DMNShape_@KEY@" dmnElementRef="@KEY@">
                    <dc:Bounds x="160" y="80" width="180" height="80" />
                  </dmndi:DMNShape>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """;

    private static final String FORM =
            """
            {
              "components": [
                {
                  "type": "textarea",
                  "id": "Field_result",
                  "key": "result",
                  "layout": {
                    "row": "Row_result",
                    "columns": null
                  },
                  "label": "Kết quả",
                  "validate": {
                    "maxLength": 2000,
                    "required": true
                  }
                }
              ],
              "type": "default",
              "id": "@KEY@",
              "executionPlatform": "Camunda Platform",
              "executionPlatformVersion": "7.24.0",
              "exporter": {
                "name": "Camunda Modeler",
                "version": "5.30.0"
              },
              "schemaVersion": 18
            }
            """;

    private NewModel() {}

    /** Process and form of a folder. */
    static Map<String, String> files(String folder, String name) {
        return Map.of(
                ModelNames.processFile(folder),
                filled(BPMN, ModelNames.camelCase(folder), name),
                ModelNames.formFile(folder, "do-work"),
                form("do-work"));
    }

    /** A decision table with one rule that always holds. */
    static String decision(String fileName, String name) {
        return filled(DMN, ModelNames.camelCase(fileName), name);
    }

    /** A form with one field. */
    static String form(String fileName) {
        return filled(FORM, ModelNames.camelCase(fileName), "");
    }

    private static String filled(String template, String key, String name) {
        return template.replace("@KEY@", key)
                .replace(
                        "@NAME@",
                        HtmlUtils.htmlEscape(name, "UTF-8").replace("${", "").replace("#{", ""));
    }
}
