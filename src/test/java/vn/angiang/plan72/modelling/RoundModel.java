package vn.angiang.plan72.modelling;

/** The smallest process with a way back that waits for nobody: after the task, "again" tells the leader and asks again. */
final class RoundModel {

    private RoundModel() {}

    static String form(String text) {
        return text.replace(
                        "\"components\": [",
                        """
                "components": [
                    {
                      "type": "radio",
                      "id": "Field_again",
                      "key": "again",
                      "label": "Có báo lại không?",
                      "values": [{"label": "Có", "value": "YES"}, {"label": "Không", "value": "NO"}],
                      "validate": {"required": true},
                      "properties": {"route": "again"}
                    },""")
                .replaceAll("(?s),\\s*\\{\\s*\"type\": \"textarea\".*?\\}\\s*\\}(?=\\s*])", "");
    }

    static String process(String text) {
        return text.replace("<bpmn:outgoing>Flow_workDone</bpmn:outgoing>", "<bpmn:outgoing>Flow_asked</bpmn:outgoing>")
                .replace("<bpmn:incoming>Flow_workDone</bpmn:incoming>", "<bpmn:incoming>Flow_again_no</bpmn:incoming>")
                .replace(
                        "<bpmn:sequenceFlow id=\"Flow_workDone\" sourceRef=\"UserTask_doWork\" targetRef=\"Event_workDone\" />",
                        """
                        <bpmn:exclusiveGateway id="Gateway_again" name="Có báo lại không?">
                          <bpmn:documentation>Mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                          <bpmn:incoming>Flow_asked</bpmn:incoming>
                          <bpmn:incoming>Flow_told</bpmn:incoming>
                          <bpmn:outgoing>Flow_again_yes</bpmn:outgoing>
                          <bpmn:outgoing>Flow_again_no</bpmn:outgoing>
                        </bpmn:exclusiveGateway>
                        <bpmn:serviceTask id="ServiceTask_tell" name="Báo lãnh đạo" camunda:expression="${caseSteps.tell(caseNumber,'leader',leadUnit,'Đã xong')}">
                          <bpmn:documentation>Mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                          <bpmn:incoming>Flow_again_yes</bpmn:incoming>
                          <bpmn:outgoing>Flow_told</bpmn:outgoing>
                        </bpmn:serviceTask>
                        <bpmn:sequenceFlow id="Flow_asked" sourceRef="UserTask_doWork" targetRef="Gateway_again" />
                        <bpmn:sequenceFlow id="Flow_again_yes" name="Có" sourceRef="Gateway_again" targetRef="ServiceTask_tell">
                          <bpmn:documentation>Báo lại. Mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${again == 'YES'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_again_no" name="Không" sourceRef="Gateway_again" targetRef="Event_workDone">
                          <bpmn:documentation>Thôi. Mặc định, chưa có căn cứ pháp lý.</bpmn:documentation>
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${again == 'NO'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_told" sourceRef="ServiceTask_tell" targetRef="Gateway_again" />
                        """)
                .replaceAll("(?s)<bpmndi:BPMNEdge id=\"Flow_workDone_di\".*?</bpmndi:BPMNEdge>", "");
    }
}
