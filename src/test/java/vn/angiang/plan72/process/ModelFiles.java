package vn.angiang.plan72.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** One folder of models as the tests read it: the process, its decisions, its forms. */
record ModelFiles(
        String folder, BpmnModelInstance bpmn, Map<String, DmnModelInstance> tables, Map<String, JsonNode> forms) {

    /** Folders below {@code bpmn/}; a new one is checked without touching the tests. */
    static Stream<ModelFiles> all() {
        try (var folders = Files.list(Path.of("bpmn"))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(f -> of(f.getFileName().toString()))
                    .sorted((a, b) -> a.folder().compareTo(b.folder()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFiles of(String folder) {
        BpmnModelInstance bpmn = null;
        var tables = new TreeMap<String, DmnModelInstance>();
        var forms = new TreeMap<String, JsonNode>();
        for (Path file : PathEngine.files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".bpmn")) {
                bpmn = Bpmn.readModelFromFile(file.toFile());
            } else if (name.endsWith(".dmn")) {
                var table = Dmn.readModelFromFile(file.toFile());
                tables.put(
                        table.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class)
                                .iterator()
                                .next()
                                .getId(),
                        table);
            } else {
                JsonNode form = json(file);
                forms.put(form.path("id").asText(), form);
            }
        }
        return new ModelFiles(folder, bpmn, tables, forms);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return bpmn.getModelElementsByType(Process.class).iterator().next();
    }

    List<FlowNode> nodes() {
        return List.copyOf(bpmn.getModelElementsByType(FlowNode.class));
    }

    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse("")
                .strip();
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    static String camunda(BaseElement element, String attribute) {
        String value = element.getAttributeValueNs(GateVocabulary.CAMUNDA, attribute);
        return value == null ? "" : value;
    }

    /** Form, component and route variable of every component that routes. */
    record Route(String form, String variable, List<String> answers) {}

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        forms.forEach((id, form) -> routes(id, form.path("components"), routes));
        return routes;
    }

    private static void routes(String form, JsonNode components, List<Route> routes) {
        for (JsonNode component : components) {
            if (component.path("properties").has("route")) {
                var answers = new ArrayList<String>();
                component
                        .path("values")
                        .forEach(v -> answers.add(v.path("value").asText()));
                routes.add(new Route(
                        form, component.path("properties").path("route").asText(), answers));
            }
            routes(form, component.path("components"), routes);
        }
    }

    @Override
    public String toString() {
        return folder;
    }
}
