package vn.angiang.plan72.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/** What the models contain, as Markdown tables: tasks, timers, messages, decisions, variables. */
final class ModelTables {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NOISE = Pattern.compile("'[^']*'|\\b[a-z]\\w*\\.[a-z]\\w*\\(|\\btrue\\b|\\bfalse\\b");
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

    private final ModelFiles model;
    private final StringBuilder out = new StringBuilder();

    ModelTables(ModelFiles model) {
        this.model = model;
    }

    String markdown() {
        out.append("## ")
                .append(model.process().getName())
                .append(" (`")
                .append(model.process().getId())
                .append("`)\n\n");
        out.append(ModelFiles.documentation(model.process())).append("\n");
        tasks();
        timers();
        messages();
        decisions();
        variables();
        return out.toString();
    }

    private void table(String title, List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("\n### ").append(title).append("\n\n");
        row(columns);
        row(columns.stream().map(c -> "---").toList());
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        out.append(cells.stream()
                        .map(c -> c.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append("\n");
    }

    private static String code(String text) {
        return text.isBlank() ? "" : "`" + text + "`";
    }

    private void tasks() {
        table(
                "Việc của người dùng",
                List.of("Việc", "Mã", "Nhóm", "Biểu mẫu"),
                all(UserTask.class).stream()
                        .map(t -> List.of(
                                t.getName(),
                                code(t.getId()),
                                code(ModelFiles.camunda(t, "candidateGroups")),
                                code(ModelFiles.camunda(t, "formRef"))))
                        .toList());
    }

    private void timers() {
        table(
                "Mốc thời gian",
                List.of("Mốc", "Mã", "Khi nào", "Ý nghĩa"),
                all(TimerEventDefinition.class).stream()
                        .map(t -> {
                            var event = (FlowNode) t.getParentElement();
                            var when = t.getTimeDate() == null ? t.getTimeDuration() : t.getTimeDate();
                            return List.of(
                                    event.getName(),
                                    code(event.getId()),
                                    code(when.getTextContent().strip()),
                                    ModelFiles.documentation(event));
                        })
                        .toList());
    }

    private void messages() {
        var rows = new ArrayList<List<String>>();
        for (var m : all(MessageEventDefinition.class)) {
            var event = (FlowElement) m.getParentElement();
            String call = ModelFiles.camunda(m, "expression");
            rows.add(List.of(
                    code(m.getMessage().getName()), call.isEmpty() ? "nhận" : "gửi", code(event.getId()), code(call)));
        }
        for (var e : all(EscalationEventDefinition.class)) {
            var event = (FlowElement) e.getParentElement();
            boolean sends = event.getElementType().getTypeName().equals("endEvent");
            rows.add(List.of(
                    code(e.getEscalation().getEscalationCode()), sends ? "báo lên" : "nhận", code(event.getId()), ""));
        }
        table("Thông điệp và tín hiệu", List.of("Tên", "Chiều", "Ở đâu", "Gọi"), rows);
    }

    private void decisions() {
        table(
                "Bảng quyết định",
                List.of("Việc", "Bảng", "Kết quả vào biến"),
                all(BusinessRuleTask.class).stream()
                        .map(t -> List.of(
                                t.getName(),
                                code(ModelFiles.camunda(t, "decisionRef")),
                                code(ModelFiles.camunda(t, "resultVariable"))))
                        .toList());
    }

    private void variables() {
        Map<String, TreeSet<String>> writers = new TreeMap<>();
        Map<String, TreeSet<String>> readers = new TreeMap<>();
        model.routes().forEach(r -> add(writers, r.variable(), "biểu mẫu " + r.form()));
        model.nodes().forEach(n -> add(writers, ModelFiles.camunda(n, "resultVariable"), n.getId()));
        all(MultiInstanceLoopCharacteristics.class)
                .forEach(m -> add(writers, m.getCamundaElementVariable(), ((FlowNode) m.getParentElement()).getId()));
        reads(readers);
        var names = new TreeSet<>(readers.keySet());
        names.addAll(writers.keySet());
        names.remove("");
        table(
                "Biến",
                List.of("Biến", "Ghi bởi", "Đọc bởi"),
                names.stream()
                        .map(n -> List.of(
                                code(n),
                                String.join(", ", writers.getOrDefault(n, new TreeSet<>(List.of("khi mở quy trình")))),
                                String.join(", ", readers.getOrDefault(n, new TreeSet<>()))))
                        .toList());
    }

    private static void add(Map<String, TreeSet<String>> map, String name, String where) {
        if (name != null && !name.isEmpty()) {
            map.computeIfAbsent(name, n -> new TreeSet<>()).add(where);
        }
    }

    /** Variables read in the expressions and mappings of nodes and in the conditions of their outgoing flows. */
    private void reads(Map<String, TreeSet<String>> readers) {
        for (Path file : PathEngine.files(model.folder())) {
            if (file.toString().endsWith(".bpmn")) {
                var content = PathEngine.read(file).getBytes(StandardCharsets.UTF_8);
                var root = GateXml.read(content, new GateFindings("", new ArrayList<>()));
                reads(Objects.requireNonNull(root).getDocumentElement(), readers);
            }
        }
    }

    private static void reads(Element element, Map<String, TreeSet<String>> readers) {
        boolean flow = "sequenceFlow".equals(element.getLocalName());
        String where = flow ? element.getAttribute("sourceRef") : Objects.requireNonNullElse(GateXml.idOf(element), "");
        String owner = where.contains("Definition_") ? GateXml.idOf(element.getParentNode()) : where;
        GateXml.attributes(element).forEach(a -> reads(a.getValue(), owner, readers));
        reads(GateXml.text(element), owner, readers);
        if (element.getLocalName().equals("in")) {
            add(readers, element.getAttribute("source"), owner);
        }
        for (Element child : GateXml.children(element)) {
            if (flow) {
                reads(GateXml.text(child), owner, readers);
            } else {
                reads(child, readers);
            }
        }
    }

    private static void reads(String text, String owner, Map<String, TreeSet<String>> readers) {
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            var names = NAME.matcher(NOISE.matcher(expressions.group(1)).replaceAll(" "));
            while (names.find()) {
                add(readers, names.group(), owner);
            }
        }
        readers.computeIfPresent("caseNumber", (name, all) -> new TreeSet<>(List.of("mọi bước")));
    }

    private <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.bpmn().getModelElementsByType(type));
    }
}
