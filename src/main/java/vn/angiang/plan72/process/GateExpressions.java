package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small language of our expressions: <code>${…}</code> around variables, texts, whole numbers, true and false,
 * {@code == != < > <= >= && || !}, brackets, and calls {@code bean.step(caseNumber, …)} of known steps whose arguments
 * are variables or literals. No property, no index, no other call, no word operator.
 */
final class GateExpressions {

    /** Names the engine or the language itself gives a meaning to. */
    static final Set<String> RESERVED = Set.of(
            "execution",
            "caseExecution",
            "task",
            "externalTask",
            "variableScope",
            "processEngine",
            "processEngineServices",
            "authenticatedUserId",
            "loggedInUser",
            "connector",
            "empty",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "and",
            "or",
            "not",
            "null",
            "instanceof");

    static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|'[^'\\\\$#{}]{0,200}'|[0-9]{1,18}|[a-z][A-Za-z0-9]{0,63}|==|!=|<=|>=|&&|\\|\\||[<>!().,]");
    private static final int MAX_LENGTH = 500;
    private static final int MAX_ARGUMENTS = 5;
    private static final int MAX_DEPTH = 20;

    private final Map<String, Set<String>> steps;

    GateExpressions(Map<String, Set<String>> steps) {
        this.steps = steps;
    }

    /** Where an expression stands decides what it may be. */
    enum Kind {
        /** Anything the language can say. */
        ANY,
        /** Exactly one call of a step. */
        STEP,
        /** One call of a step or one variable. */
        VALUE
    }

    /** Null when fit, otherwise the rule it breaks. */
    @Nullable
    GateRule check(String text, Kind kind) {
        String s = text.strip();
        if (s.length() > MAX_LENGTH || !s.startsWith("${") || !s.endsWith("}")) {
            return GateRule.EXPRESSION_SYNTAX;
        }
        try {
            var parser = new Parser(tokens(s.substring(2, s.length() - 1)));
            return parser.parse(kind);
        } catch (Refused e) {
            return e.rule;
        }
    }

    private static List<String> tokens(String s) {
        var tokens = new ArrayList<String>();
        Matcher m = TOKEN.matcher(s);
        int at = 0;
        while (at < s.length()) {
            if (!m.find(at) || m.start() != at) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
            if (!m.group().isBlank()) {
                tokens.add(m.group());
            }
            at = m.end();
        }
        return tokens;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient GateRule rule;

        Refused(GateRule rule) {
            super(null, null, false, false);
            this.rule = rule;
        }
    }

    private final class Parser {

        private static final Set<String> BINARY = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");

        private final List<String> tokens;
        private int at;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        @Nullable
        GateRule parse(Kind kind) {
            boolean call = tokens.size() > 1 && tokens.get(1).equals(".");
            boolean variable =
                    tokens.size() == 1 && IDENTIFIER.matcher(tokens.get(0)).matches();
            expression(0);
            if (at < tokens.size()) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
            boolean single = tokens.stream().noneMatch(t -> BINARY.contains(t) || t.equals("!"));
            return switch (kind) {
                case ANY -> null;
                case STEP -> call && single ? null : GateRule.EXPRESSION_NOT_STEP;
                case VALUE -> call && single || variable ? null : GateRule.EXPRESSION_NOT_STEP;
            };
        }

        private void expression(int depth) {
            if (depth > MAX_DEPTH) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
            operand(depth);
            while (at < tokens.size() && BINARY.contains(tokens.get(at))) {
                at++;
                operand(depth);
            }
        }

        private void operand(int depth) {
            String t = next();
            if (t.equals("!")) {
                operand(depth + 1);
            } else if (t.equals("(")) {
                expression(depth + 1);
                expect(")");
            } else if (isLiteral(t)) {
                return;
            } else if (at < tokens.size() && tokens.get(at).equals(".")) {
                call(t);
            } else {
                variable(t);
            }
        }

        private void call(String bean) {
            expect(".");
            String method = next();
            var methods = steps.get(bean);
            if (methods == null || !methods.contains(method)) {
                throw new Refused(GateRule.EXPRESSION_STEP);
            }
            expect("(");
            if (!"caseNumber".equals(next())) {
                throw new Refused(GateRule.EXPRESSION_CASE);
            }
            int arguments = 1;
            while (at < tokens.size() && tokens.get(at).equals(",")) {
                at++;
                String argument = next();
                if (!isLiteral(argument)) {
                    variable(argument);
                }
                if (++arguments > MAX_ARGUMENTS) {
                    throw new Refused(GateRule.EXPRESSION_SYNTAX);
                }
            }
            expect(")");
        }

        private void variable(String name) {
            if (!IDENTIFIER.matcher(name).matches()) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
            if (RESERVED.contains(name) || steps.containsKey(name)) {
                throw new Refused(GateRule.EXPRESSION_NAME);
            }
        }

        private boolean isLiteral(String t) {
            return t.startsWith("'") || Character.isDigit(t.charAt(0)) || t.equals("true") || t.equals("false");
        }

        private String next() {
            if (at >= tokens.size()) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
            return tokens.get(at++);
        }

        private void expect(String token) {
            if (!next().equals(token)) {
                throw new Refused(GateRule.EXPRESSION_SYNTAX);
            }
        }
    }
}
