package vn.angiang.plan72.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the application answers, as the framework knows them: what is added tomorrow is walked tomorrow. */
public final class Mappings {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** An address and how it is asked. */
    public record Door(HttpMethod method, String pattern, HandlerMethod handler) {

        public boolean changes() {
            return !HttpMethod.GET.equals(method);
        }

        public boolean isApi() {
            return pattern.startsWith("/api/");
        }

        /** Names of its variables with the expression each must match. */
        public Map<String, Pattern> variables() {
            var variables = new LinkedHashMap<String, Pattern>();
            var matcher = VARIABLE.matcher(pattern);
            while (matcher.find()) {
                variables.put(matcher.group(1), Pattern.compile(Objects.requireNonNullElse(matcher.group(2), ".+")));
            }
            return variables;
        }

        /** The address with its variables filled; not encoded. */
        public String filled(Function<String, String> value) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(v -> java.util.regex.Matcher.quoteReplacement(value.apply(v.group(1))))
                    .replace("/**", "/1");
        }

        /** Names of the inputs its method asks for one by one. */
        public List<String> inputs() {
            var names = new ArrayList<String>();
            for (var parameter : handler.getMethod().getParameters()) {
                var asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
                if (asked != null && !parameter.getType().getName().contains("Multipart")) {
                    names.add(asked.name().isEmpty() ? parameter.getName() : asked.name());
                }
            }
            return names;
        }
    }

    private Mappings() {}

    public static List<Door> of(RequestMappingHandlerMapping mappings) {
        var doors = new ArrayList<Door>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                if (!pattern.equals("/error")) {
                    var methods = info.getMethodsCondition().getMethods();
                    (methods.isEmpty() ? Stream.of(RequestMethod.GET, RequestMethod.POST) : methods.stream())
                            .forEach(m -> doors.add(new Door(m.asHttpMethod(), pattern, handler)));
                }
            }
        });
        doors.sort(java.util.Comparator.comparing(Door::pattern)
                .thenComparing(d -> d.method().name()));
        return doors;
    }
}
