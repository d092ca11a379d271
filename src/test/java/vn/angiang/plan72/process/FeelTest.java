package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

    private final Feel feel =
            new CamundaFeel(Clock.fixed(Instant.parse("2017-02-28T18:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    @Test
    void conditionsAreReadWithAndWithoutAnEqualsSign() {
        var context = Map.of("acceptance", "RETURN", "money", new BigDecimal("1.5"), "years", 2L);
        assertThat(feel.test("=acceptance = \"RETURN\"", context)).isTrue();
        assertThat(feel.test("acceptance != \"RETURN\"", context)).isFalse();
        assertThat(feel.test("money > 1 and years in (1, 2)", context)).isTrue();
    }

    @Test
    void aMissingNameCountsAsNull() {
        assertThat(feel.test("= acceptance != \"PROPOSE\"", Map.of())).isTrue();
        assertThat(feel.test("= acceptance = null", new HashMap<>())).isTrue();
        assertThat(feel.evaluate("= missing.deeper + 1", Map.of())).isNull();
    }

    @Test
    void listsAndOptionsOfTheContextCanBeAsked() {
        Map<String, Object> context = Map.of("units", List.of("SYT", "STC"), "rows", List.of(Map.of("value", "A")));
        assertThat(feel.test("=list contains(units, \"SYT\")", context)).isTrue();
        assertThat(feel.test("=count(rows[value = \"A\"]) = 1", context)).isTrue();
    }

    @Test
    void todayIsTheSystemsOwnDay() {
        assertThat(feel.test("=today() = date(\"2017-03-01\")", Map.of())).isTrue();
        assertThat(feel.test("=date(due) < today()", Map.of("due", "2017-02-28")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=for i in 1..1000000000 return i",
                "=some x in [1,2] satisfies x > 1",
                "={f: function(x) x, y: f(1)}.y",
                "=function(a) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }",
                "=matches(x, \"(a+)+$\")",
                "=9 ** 999999999",
                "=string(number(\"1E999999999\"))",
                "=round up(1, 999999999)",
                "=if true then [count([floor(1, 999999999)])] else 1",
                "=decimal(1, 100000000)",
                "=a.b(1)",
                "=unknown function(1)",
                "=1 +",
                "",
                "="
            })
    void whatCouldRunLongOrReachOutIsNeverEvaluated(String expression) {
        assertThat(Feel.problem(expression)).isPresent();
        assertThat(feel.evaluate(expression, Map.of("x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")))
                .isNull();
    }

    @Test
    void noExpressionMakesItThrow() {
        assertThat(feel.evaluate("((((".repeat(400), Map.of())).isNull();
        assertThat(feel.evaluate("-".repeat(1999) + "1", Map.of()))
                .satisfiesAnyOf(v -> assertThat(v).isNull(), v -> assertThat(v).isInstanceOf(Number.class));
        assertThat(feel.evaluate("x".repeat(5000), Map.of())).isNull();
        assertThat(feel.evaluate("\u0000\uD800 = \"", Map.of())).isNull();
        assertThat(feel.evaluate("a.b = 1", Map.of("a", new Object()))).isNotEqualTo(true);
    }

    @Test
    void theConditionsOfOurFormsAreAllAllowed() {
        for (String expression : List.of(
                "=acceptance != \"RETURN\" and acceptance != \"PROPOSE\"",
                "=if needsMoney then money > 0 else false",
                "=not(list contains(choices, \"OTHER\"))",
                "=string length(reason) > 10")) {
            assertThat(Feel.problem(expression)).as(expression).isEmpty();
        }
    }
}
