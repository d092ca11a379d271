package vn.angiang.plan72.support;

import java.util.regex.Pattern;

/** A text that matches an expression of an address, made up: for names of things that do not exist. */
public final class Forged {

    private final String expression;
    private int at;

    private Forged(String expression) {
        this.expression = expression;
    }

    /** The shortest made-up text: sets give their first sign, repetitions their least, alternatives their first. */
    public static String matching(Pattern pattern) {
        if (pattern.pattern().equals(".+")) {
            return "khong-co";
        }
        String text = new Forged(pattern.pattern()).sequence();
        if (!pattern.matcher(text).matches()) {
            throw new AssertionError("Cannot make up a text for " + pattern + ": " + text);
        }
        return text;
    }

    private String sequence() {
        var text = new StringBuilder();
        while (at < expression.length() && peek() != ')' && peek() != '|') {
            text.append(one());
        }
        if (at < expression.length() && peek() == '|') {
            skipAlternatives();
        }
        return text.toString();
    }

    private void skipAlternatives() {
        int depth = 0;
        while (at < expression.length() && (depth > 0 || peek() != ')')) {
            depth += peek() == '(' ? 1 : peek() == ')' ? -1 : 0;
            at++;
        }
    }

    private String one() {
        String unit =
                switch (peek()) {
                    case '[' -> set();
                    case '(' -> group();
                    case '\\' -> escaped();
                    case '.' -> {
                        at++;
                        yield "x";
                    }
                    default -> String.valueOf(expression.charAt(at++));
                };
        return unit.repeat(least());
    }

    private String set() {
        String first = expression.charAt(at + 1) == '\\' ? "9" : String.valueOf(expression.charAt(at + 1));
        at = expression.indexOf(']', at) + 1;
        return first;
    }

    private String group() {
        at++;
        if (expression.startsWith("?:", at)) {
            at += 2;
        }
        String text = sequence();
        at++;
        return text;
    }

    private String escaped() {
        char kind = expression.charAt(at + 1);
        at += 2;
        return kind == 'd' ? "9" : kind == 'w' ? "w" : String.valueOf(kind);
    }

    private int least() {
        if (at >= expression.length()) {
            return 1;
        }
        switch (peek()) {
            case '{' -> {
                int end = expression.indexOf('}', at);
                String bounds = expression.substring(at + 1, end);
                at = end + 1;
                return Integer.parseInt(bounds.split(",")[0]);
            }
            case '*', '?' -> {
                at++;
                return 0;
            }
            case '+' -> {
                at++;
                return 1;
            }
            default -> {
                return 1;
            }
        }
    }

    private char peek() {
        return expression.charAt(at);
    }
}
