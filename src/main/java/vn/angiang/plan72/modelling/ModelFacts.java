package vn.angiang.plan72.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the files of a draft name, read as text: a draft may be broken, and nothing of it is run or resolved here.
 */
final class ModelFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*([a-z]\\w*)\\.[a-z]\\w*\\(");
    private static final Pattern GROUPS = Pattern.compile("candidateGroups=\"([^\"]{1,500})\"");
    private static final Pattern LOOP = Pattern.compile("elementVariable=\"([a-z]\\w{0,63})\"");
    private static final Pattern RESULT = Pattern.compile("resultVariable=\"([a-z]\\w{0,63})\"");
    private static final Pattern MESSAGE =
            Pattern.compile("<(?:\\w+:)?message\\s[^>]*?name=\"([a-z]\\w*\\.[a-z]\\w*)\"");
    private static final Pattern DECISION =
            Pattern.compile("<(?:\\w+:)?decision\\s+id=\"([A-Za-z]\\w{0,127})\"(?:\\s+name=\"([^\"]{0,300})\")?");

    private final Map<String, String> files;

    /** @param files text by name */
    ModelFacts(Map<String, String> files) {
        this.files = files;
    }

    TreeSet<String> beans() {
        return found(BEAN, ".bpmn");
    }

    TreeSet<String> groups() {
        var groups = new TreeSet<String>();
        found(GROUPS, ".bpmn").forEach(g -> List.of(g.split("\\s*,\\s*")).forEach(groups::add));
        return groups;
    }

    TreeSet<String> loopVariables() {
        return found(LOOP, ".bpmn");
    }

    TreeSet<String> resultVariables() {
        return found(RESULT, ".bpmn");
    }

    TreeSet<String> messages() {
        return found(MESSAGE, ".bpmn");
    }

    /** Id to name of each table. */
    Map<String, String> decisions() {
        var found = new TreeMap<String, String>();
        texts(".dmn").forEach(text -> DECISION.matcher(text)
                .results()
                .forEach(m -> found.put(m.group(1), m.group(2) == null ? m.group(1) : m.group(2))));
        return found;
    }

    /** Ids of the forms. */
    TreeSet<String> forms() {
        var found = new TreeSet<String>();
        files.keySet().stream()
                .filter(n -> n.endsWith(".form"))
                .forEach(n -> found.add(
                        ModelNames.camelCase(n.substring(n.lastIndexOf('/') + 1, n.length() - ".form".length()))));
        return found;
    }

    /** Variable that a form writes, to the label of the field that asks. */
    Map<String, String> routes() {
        var found = new TreeMap<String, String>();
        for (String text : texts(".form")) {
            try {
                routes(JSON.readTree(text).path("components"), found);
            } catch (JsonProcessingException e) {
                continue; // the gate says what is wrong with it
            }
        }
        return found;
    }

    private static void routes(JsonNode components, Map<String, String> found) {
        for (JsonNode component : components) {
            String route = component.path("properties").path("route").asText("");
            if (!route.isEmpty()) {
                found.put(route, component.path("label").asText(route));
            }
            routes(component.path("components"), found);
        }
    }

    private TreeSet<String> found(Pattern pattern, String ending) {
        var found = new TreeSet<String>();
        texts(ending).forEach(text -> pattern.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .forEach(found::add));
        return found;
    }

    private List<String> texts(String ending) {
        return files.entrySet().stream()
                .filter(f -> f.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .toList();
    }
}
