package vn.angiang.plan72.web.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says beyond the operations: who may ask, and how things go wrong. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();
    private static final Map<String, String> WHEN_CHANGING = new LinkedHashMap<>();

    static {
        ALWAYS.put("400", "A parameter, the JSON or an answer is wrong; 'errors' names each mistake");
        ALWAYS.put("401", "Nobody is signed in");
        ALWAYS.put("403", "The person may not see or do this");
        ALWAYS.put("404", "There is no such thing");
        ALWAYS.put("405", "The address does not know this method");
        ALWAYS.put("406", "Only JSON can be answered");
        ALWAYS.put("409", "Somebody was faster, or the state no longer allows it");
        ALWAYS.put("429", "Too many failed sign-ins; see Retry-After");
        ALWAYS.put("500", "A fault of the system; 'reference' finds it in the log");
        WHEN_CHANGING.put("413", "The body is larger than 2 MB");
        WHEN_CHANGING.put("415", "The body is not JSON");
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Kế hoạch 72 – giao diện cho chương trình")
                                .version("v1")
                                .description(
                                        "Tasks, cases and obligations of Kế hoạch 72/KH-UBND (An Giang, 2017). Dates are ISO"
                                                + " 8601; days are those of Asia/Ho_Chi_Minh. The same rules hold as on the pages."))
                .addServersItem(new Server().url("/").description("This installation"))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("For programs, over TLS only"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("SID")
                                        .description("The browser's session (__Host-SID in production); changes also"
                                                + " need the page's token in the header X-CSRF-TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance().readAll(ProblemJson.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().forEach(path -> path.readOperationsMap().forEach(ApiDescription::describe));
        };
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        ALWAYS.forEach((status, words) -> operation.getResponses().addApiResponse(status, problem(words)));
        if (method != PathItem.HttpMethod.GET) {
            WHEN_CHANGING.forEach((status, words) -> operation.getResponses().addApiResponse(status, problem(words)));
        }
    }

    private static ApiResponse problem(String words) {
        return new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
