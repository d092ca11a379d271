package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether models may be deployed, before the engine has parsed a byte of them: deploying a model is deploying
 * code, and some attributes run at parse time already. Works by allow-list only: an element, attribute, word of an
 * expression or form component that is not listed is refused (docs/generated/model-gate.md names them all).
 */
public class ModelGate {

    private static final Pattern NAME =
            Pattern.compile("(?:bpmn/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/[a-z][a-z0-9]*(?:-[a-z0-9]+)*\\.(?:bpmn|dmn))"
                    + "|(?:forms/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/[a-z][a-z0-9]*(?:-[a-z0-9]+)*\\.form)");
    private static final int MAX_BYTES = 1_000_000;
    static final int MAX_FILES = 100;

    private final GateExpressions expressions;

    /** @param steps bean name to the names of the methods a model may call on it */
    public ModelGate(Map<String, Set<String>> steps) {
        this.expressions = new GateExpressions(steps);
    }

    /** One file of a deployment, e.g. {@code bpmn/assignment/assignment.bpmn}. */
    public record Resource(String name, byte[] content) {}

    /**
     * One reason to refuse.
     *
     * @param elementId id of the element, when it has one
     * @param code name of the rule, stable
     * @param messageVi what the modeler reads
     */
    public record Problem(String resource, @Nullable String elementId, String code, String messageVi) {}

    /** All files of one deployment, together; an empty answer means it may be deployed. */
    public List<Problem> check(List<Resource> deployment) {
        var problems = new ArrayList<Problem>();
        if (deployment.size() > MAX_FILES) {
            new GateFindings("", problems).add(null, GateRule.RESOURCE_TOO_MANY);
            return problems;
        }
        var fit = deployment.stream().filter(r -> nameAndSizeFit(r, problems)).toList();
        oneFolder(fit, problems);

        var references = new References();
        for (Resource file : fit) {
            var findings = new GateFindings(file.name(), problems);
            if (file.name().endsWith(".bpmn")) {
                new BpmnGate(expressions, findings, references).check(file);
            } else if (file.name().endsWith(".dmn")) {
                new DmnGate(findings, references).check(file);
            } else {
                new FormGate(findings, references).check(file);
            }
        }
        references.resolve(problems);
        return List.copyOf(problems);
    }

    /** Whether name and size of a file are such that it is looked into at all. */
    static boolean isFit(Resource file) {
        return NAME.matcher(file.name()).matches() && file.content().length <= MAX_BYTES;
    }

    private static boolean nameAndSizeFit(Resource file, List<Problem> problems) {
        var findings = new GateFindings(file.name(), problems);
        boolean named = NAME.matcher(file.name()).matches();
        if (!named) {
            findings.add(null, GateRule.RESOURCE_NAME, file.name());
        }
        boolean small = file.content().length <= MAX_BYTES;
        if (!small) {
            findings.add(null, GateRule.RESOURCE_TOO_LARGE, file.name());
        }
        return named && small;
    }

    private static void oneFolder(List<Resource> files, List<Problem> problems) {
        var folders = new TreeSet<String>();
        var names = new HashSet<String>();
        for (Resource file : files) {
            folders.add(file.name().split("/")[1]);
            if (!names.add(file.name())) {
                new GateFindings(file.name(), problems).add(null, GateRule.RESOURCE_TWICE, file.name());
            }
        }
        if (folders.size() > 1) {
            new GateFindings("", problems).add(null, GateRule.RESOURCE_FOLDER, folders);
        }
    }

    /** {@code unit-report} as {@code unitReport}. */
    static String camelCase(String kebab) {
        var words = kebab.split("-");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    /** The file's own name without folder and ending, in camel case. */
    static String keyOf(String resourceName) {
        String file = resourceName.substring(resourceName.lastIndexOf('/') + 1);
        return camelCase(file.substring(0, file.indexOf('.')));
    }

    /** What the files of a deployment say of each other. */
    static final class References {

        record Use(GateFindings by, @Nullable String elementId, String name) {}

        private final Set<String> forms = new HashSet<>();
        private final Set<String> decisions = new HashSet<>();
        private final List<Use> formUses = new ArrayList<>();
        private final List<Use> decisionUses = new ArrayList<>();
        private int processes;

        void process() {
            processes++;
        }

        void form(String id, GateFindings findings) {
            if (!forms.add(id)) {
                findings.add(id, GateRule.FORM_TWICE, id);
            }
        }

        void decision(String id, GateFindings findings) {
            if (!decisions.add(id)) {
                findings.add(id, GateRule.DECISION_TWICE, id);
            }
        }

        void usesForm(GateFindings by, @Nullable String elementId, String form) {
            formUses.add(new Use(by, elementId, form));
        }

        void usesDecision(GateFindings by, @Nullable String elementId, String decision) {
            decisionUses.add(new Use(by, elementId, decision));
        }

        void resolve(List<Problem> problems) {
            if (processes != 1) {
                new GateFindings("", problems).add(null, GateRule.PROCESS_COUNT, processes);
            }
            formUses.stream().filter(u -> !forms.contains(u.name())).forEach(u -> u.by().add(
                            u.elementId(), GateRule.FORM_MISSING, u.name()));
            decisionUses.stream().filter(u -> !decisions.contains(u.name())).forEach(u -> u.by().add(
                            u.elementId(), GateRule.DECISION_MISSING, u.name()));
        }
    }
}
