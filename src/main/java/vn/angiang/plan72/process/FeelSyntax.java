package vn.angiang.plan72.process;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** Reads an expression and says what in it is not allowed. Cost of what is allowed is bounded by its length and data. */
final class FeelSyntax {

    static final int MAX_LENGTH = 2000;

    private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();
    private static final Set<String> NODES = Set.of(
            "For",
            "SomeItem",
            "EveryItem",
            "FunctionDefinition",
            "JavaFunctionInvocation",
            "QualifiedFunctionInvocation",
            "IterationContext",
            "Exponentiation");
    /** Functions that cost no more than reading what they are given; rounding to a scale or patterns may cost anything. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "contains",
            "starts with",
            "ends with",
            "string length",
            "upper case",
            "lower case",
            "substring",
            "substring before",
            "substring after",
            "string",
            "string join",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "all",
            "any",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "day of week",
            "week of year",
            "month of year",
            "last day of month",
            "today",
            "now",
            "abs",
            "modulo");

    private FeelSyntax() {}

    static String text(String expression) {
        String text = expression.strip();
        return text.startsWith("=") ? text.substring(1) : text;
    }

    static Optional<String> problem(String expression) {
        if (expression.length() > MAX_LENGTH) {
            return Optional.of("longer than " + MAX_LENGTH + " characters");
        }
        try {
            var parsed = PARSER.parseExpression(text(expression));
            return parsed.isSuccess()
                    ? forbidden(parsed.parsedExpression())
                    : Optional.of(String.valueOf(parsed.failure().message()));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("cannot be read");
        }
    }

    private static Optional<String> forbidden(ParsedExpression parsed) {
        String found = find(parsed.expression());
        return found == null ? Optional.empty() : Optional.of("'" + found + "' is not allowed");
    }

    /** The first node that is not allowed, or null. */
    private static @Nullable String find(Object node) {
        if (NODES.contains(node.getClass().getSimpleName())) {
            return node.getClass().getSimpleName();
        }
        if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
            return call.function();
        }
        var children = node instanceof Iterable<?> list
                ? list.iterator()
                : node instanceof Product product ? product.productIterator() : null;
        while (children != null && children.hasNext()) {
            String found = find(children.next());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
