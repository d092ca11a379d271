package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a process needs from outside to be tried, read from its text: variables, calls of steps, called processes. */
final class TrialFacts {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]{1,500})}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-z]\\w{0,63})(?!\\s*\\(|\\w|\\.[a-z])");
    private static final Pattern CALL = Pattern.compile("([a-z]\\w*)\\.([a-z]\\w*)\\(");
    private static final Pattern RESULT = Pattern.compile(
            "camunda:expression=\"\\$\\{([a-z]\\w*\\.[a-z]\\w*)\\([^\"]*\"[^>]*?camunda:resultVariable=\"([a-z]\\w*)\"");
    private static final Pattern COLLECTION = Pattern.compile("camunda:collection=\"\\$\\{([a-z]\\w*)}\"");
    private static final Pattern CALLED = Pattern.compile("calledElement=\"([^\"]{1,70})\"");
    private static final Pattern PASSED_ON = Pattern.compile("<camunda:in\\s[^>]*?source=\"([a-z]\\w*)\"");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private final String text;
    private final ModelFacts model;

    /** @param files text by name */
    TrialFacts(Map<String, String> files) {
        this.model = new ModelFacts(files);
        this.text = files.entrySet().stream()
                .filter(f -> f.getKey().endsWith(".bpmn"))
                .map(f -> f.getValue()
                        .replace("&#39;", "'")
                        .replace("&apos;", "'")
                        .replace("&quot;", "'"))
                .findFirst()
                .orElse("");
    }

    /** Variables nobody in the model sets: {@code bean} names and answers of forms are not among them. */
    Set<String> variables() {
        var found = new TreeSet<String>();
        EXPRESSION.matcher(text).results().forEach(e -> {
            String plain = LITERAL.matcher(e.group(1)).replaceAll("''");
            NAME.matcher(plain).results().forEach(n -> found.add(n.group(1)));
        });
        PASSED_ON.matcher(text).results().forEach(p -> found.add(p.group(1)));
        found.removeAll(WORDS);
        found.removeAll(model.routes().keySet());
        found.removeAll(model.resultVariables());
        found.removeAll(model.loopVariables());
        found.removeAll(Set.of("caseNumber", "leadUnit", "year"));
        return found;
    }

    /** Steps called, as {@code bean.step}. */
    Set<String> steps() {
        var found = new LinkedHashSet<String>();
        EXPRESSION.matcher(text).results().forEach(e -> CALL.matcher(e.group(1))
                .results()
                .forEach(c -> found.add(c.group(1) + "." + c.group(2))));
        return found;
    }

    /** Whether the model goes through the values of this variable. */
    boolean isCollection(String variable) {
        return COLLECTION.matcher(text).results().anyMatch(c -> c.group(1).equals(variable));
    }

    /** Values the model compares a variable with. */
    List<String> options(String variable) {
        var found = new LinkedHashSet<String>();
        var compared = Pattern.compile("(?<![\\w.])" + variable + "\\s*[!=]=\\s*(?:'([^']{1,100})'|(true|false))");
        compared.matcher(text).results().forEach(m -> found.add(m.group(1) == null ? m.group(2) : m.group(1)));
        return new ArrayList<>(found);
    }

    /** Values the model compares the answer of a step with. */
    List<String> optionsOfStep(String step) {
        var found = new LinkedHashSet<String>();
        RESULT.matcher(text)
                .results()
                .filter(r -> r.group(1).equals(step))
                .forEach(r -> found.addAll(options(r.group(2))));
        Pattern.compile(Pattern.quote(step) + "\\([^)]*\\)\\s*[!=]=\\s*'([^']{1,100})'")
                .matcher(text)
                .results()
                .forEach(m -> found.add(m.group(1)));
        return new ArrayList<>(found);
    }

    /** Keys of called processes; which one may be decided by a variable, then the answer is every one there is. */
    Map<String, String> called(String own, Map<String, String> all) {
        var found = new LinkedHashMap<String, String>();
        CALLED.matcher(text).results().map(c -> c.group(1)).forEach(key -> {
            if (key.startsWith("$")) {
                found.putAll(all);
            } else {
                found.put(key, all.getOrDefault(key, key));
            }
        });
        found.remove(own);
        return found;
    }
}
