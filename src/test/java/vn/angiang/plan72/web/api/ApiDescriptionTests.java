package vn.angiang.plan72.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class ApiDescriptionTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private JsonNode description() throws Exception {
        var response = mvc.perform(get("/api/v1/openapi").with(user("officer.syt")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return json.readTree(response.getContentAsByteArray());
    }

    @Test
    void everyAddressOfTheInterfaceIsDescribedAndNothingElse() throws Exception {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(p -> p.startsWith("/api/") && !p.startsWith("/api/v1/openapi"))
                .forEach(p -> info.getMethodsCondition().getMethods().forEach(m -> mapped.add(m + " " + p))));
        var described = new TreeSet<String>();
        description().get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(m -> described.add(m.toUpperCase() + " " + path.getKey())));
        assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(9);
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() throws Exception {
        var api = description();
        api.get("paths").forEach(path -> path.fields().forEachRemaining(operation -> {
            var it = operation.getValue();
            assertThat(it.path("summary").asText())
                    .as(it.path("operationId").asText())
                    .isNotBlank();
            assertThat(it.get("responses").has("401")).isTrue();
            assertThat(it.at("/responses/409/content/application~1problem+json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/Problem");
            boolean success =
                    it.get("responses").has("200") || it.get("responses").has("204");
            assertThat(success).isTrue();
            if (operation.getKey().equals("post")) {
                assertThat(it.get("responses").has("413")).isTrue();
            }
        }));
        assertThat(api.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(api.at("/components/securitySchemes/session/in").asText()).isEqualTo("cookie");
        assertThat(api.at("/components/schemas/Task/properties/dueOn/format").asText())
                .isEqualTo("date");
        assertThat(api.at("/components/schemas/Problem/properties/errors").isMissingNode())
                .isFalse();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        var api = description();
        for (String reference : api.findValuesAsText("$ref")) {
            assertThat(api.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void strangersDoNotGetTheDescription() throws Exception {
        mvc.perform(get("/api/v1/openapi")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/openapi.yaml")).andExpect(status().isUnauthorized());
    }
}
