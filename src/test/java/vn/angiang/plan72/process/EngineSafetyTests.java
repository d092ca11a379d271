package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.angiang.plan72.support.IntegrationTest;

/** What an embedded engine leaves open by default stays closed here. */
@IntegrationTest
class EngineSafetyTests {

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void asAJobThread() {
        RequestContextHolder.resetRequestAttributes();
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
        RequestContextHolder.resetRequestAttributes();
    }

    private Object evaluate(String expression) {
        return configuration.getCommandExecutorTxRequired().execute(context -> configuration
                .getExpressionManager()
                .createExpression(expression)
                .getValue(new ExecutionEntity()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${dataSource}",
                "${processEngine}",
                "${execution.processEngineServices}",
                "${assignmentSteps.getClass()}",
                "${assignmentSteps.flow}",
                "${T(java.lang.Runtime)}",
                "${applicationContext.getBean('dataSource')}",
                "#{systemProperties['user.home']}",
            })
    void anExpressionReachesNothingButVariablesAndSteps(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
    }

    @Test
    void aTaskQueryCannotSmuggleAnExpressionThroughAnOrQuery() {
        identity.setAuthentication("officer.sldtbxh", List.of("officer.SLDTBXH"));
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(
                                "${''.getClass().forName('java.lang.System').getProperty('java.version')}")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python"})
    void noScriptRuns(String language) {
        assertThatThrownBy(() -> configuration.getScriptEngineResolver().getScriptEngine(language, false))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void onAWebThreadTheEngineRefusesToWorkForNobody() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThatThrownBy(() -> tasks.createTaskQuery().list()).hasMessageContaining("without a signed-in person");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("assignment"))
                .hasMessageContaining("without a signed-in person");
    }

    @Test
    void aCallPastTheSeamHasNoRights() {
        identity.setAuthentication("officer.sldtbxh", List.of("officer.SLDTBXH"));
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("assignment", "X", Map.of("caseNumber", "X")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("bpmn/x/x.bpmn", "<x/>")
                        .deploy())
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aHostileModelIsRefusedBeforeItIsParsed() {
        String shell =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <bpmn:process id="evil" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Event_start"/>
                    <bpmn:sequenceFlow id="Flow_a" sourceRef="Event_start" targetRef="ServiceTask_shell"/>
                    <bpmn:serviceTask id="ServiceTask_shell" camunda:type="shell"/>
                  </bpmn:process>
                </bpmn:definitions>
                """;
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("bpmn/evil/evil.bpmn", shell)
                        .deploy())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("refused");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("evil")
                        .count())
                .isZero();
    }

    @Test
    void serialisedJavaObjectsAreNotTaken() {
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(Variables.SerializationDataFormats.JSON.getName())
                .isEqualTo(configuration.getDefaultSerializationFormat());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/version",
                "/camunda/app/cockpit/default/",
                "/camunda/api/admin/setup/default/user/create",
                "/api/admin/setup/default/user/create",
                "/h2-console",
                "/actuator/env",
                "/actuator/heapdump",
            })
    void theEnginesOwnDoorsAreNotThere(String path) throws Exception {
        mvc.perform(get(path).with(user("officer.sldtbxh"))).andExpect(status().is4xxClientError());
    }
}
