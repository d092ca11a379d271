package vn.angiang.plan72.taskform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.angiang.plan72.taskform.FormFixture.field;
import static vn.angiang.plan72.taskform.FormFixture.form;
import static vn.angiang.plan72.taskform.FormFixture.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(f -> f.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormOfTheProductIsAllowed(Path file) throws IOException {
        var schema = FormSchema.parse(Files.readString(file));
        assertThat(schema.fields()).isNotEmpty();
        assertThat(schema.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "iframe", "expression", "script", "dynamiclist", "table", "button", "image", ""})
    void aComponentTypeNotOnTheListIsRefused(String type) {
        assertThat(problems(json(field(type, "a", "A")))).anyMatch(p -> p.contains("'" + type + "' is not allowed"));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(problems(json(
                        field("html", "a", "A"),
                        field("textfield", "b", "B"),
                        field("textfield", "b", "B"),
                        field("radio", "c", "C"),
                        field("textfield", "1 d", "D"),
                        field("textfield", "e", ""),
                        field("number", "f", "F", "'validate':{'min':5,'max':1}"))))
                .hasSize(6);
    }

    static Stream<String> unsupported() {
        return Stream.of(
                field("textfield", "method", "A"),
                field("textfield", "in", "A"),
                field("textfield", "a", "=name"),
                field("textfield", "a", "Chào {{name}}"),
                field("textfield", "a", "A", "'onclick':'x'"),
                field("textfield", "a", "A", "'validate':{'custom':'x'}"),
                field("textfield", "a", "A", "'validate':{'pattern':'('}"),
                field("textfield", "a", "A", "'validate':{'maxLength':-1}"),
                field("textfield", "a", "A", "'validate':{'maxLength':'=x'}"),
                field("textfield", "a", "A", "'validate':{'minLength':10,'maxLength':5}"),
                field("textfield", "a", "A", "'validate':{'validationType':'iban'}"),
                field("textfield", "a", "A", "'conditional':{'hide':'=for i in 1..999999999 return i'}"),
                field("textfield", "a", "A", "'conditional':{'hide':'=1 +'}"),
                field("textfield", "a", "A", "'conditional':{'show':'=true'}"),
                field("textfield", "a", "A", "'readonly':'=matches(a, b)'"),
                field("textfield", "a", "A", "'properties':{'errorRequierd':'x'}"),
                field("textfield", "a", "A", "'properties':{'notAfter':'today'}"),
                field("textfield", "a", "A", "'properties':{'route':'x y'}"),
                field("textfield", "a", "A", "'validate':{'maxLength':5000}", "'properties':{'route':'x'}"),
                field("number", "a", "A", "'decimalDigits':2", "'properties':{'route':'x'}"),
                field("number", "a", "A", "'validate':{'max':1e999999999}"),
                field("number", "a", "A", "'serializeToString':true"),
                field("filepicker", "a", "A", "'properties':{'route':'x'}"),
                field("filepicker", "a", "A", "'accept':'image/*'"),
                field("datetime", "a", "A", "'subtype':'datetime'"),
                field("radio", "a", "A", "'values':[]"),
                field("radio", "a", "A", "'values':[{'value':'','label':'x'}]"),
                field("radio", "a", "A", "'values':[{'value':'x','label':'x'},{'value':'x','label':'y'}]"),
                field("radio", "a", "A", "'valuesKey':'k'", "'values':[{'value':'x','label':'x'}]"),
                field("select", "a", "A", "'valuesKey':'k'", "'valuesExpression':'=x'"),
                "{'type':'group','label':'G','path':'x','components':[]}",
                "{'type':'group','label':'G','components':[{'type':'group','label':'H','components':[]}]}");
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void whatNobodyWouldHeedIsRefusedRatherThanIgnored(String component) {
        assertThat(problems(json(component))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"id\":\"b\",\"components\":[]}",
                "x",
                "{} {}"
            })
    void whatIsNoFormIsRefused(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void aTextWithoutALimitGetsOne() {
        assertThat(form(field("textarea", "a", "A")).fields().get(0).maxLength())
                .isEqualTo(4000);
    }

    @Test
    void onlyRoutedAnswersReachTheEngineAndUnansweredOnesAreCleared() {
        var schema = form(
                field("textfield", "a", "A", "'properties':{'route':'accepted'}"),
                field("textfield", "b", "B"),
                field("checkbox", "c", "C", "'properties':{'route':'flag'}"));
        var routing = schema.routing(Map.of("a", "YES", "b", "secret"));
        assertThat(routing)
                .containsEntry("accepted", "YES")
                .containsEntry("flag", null)
                .hasSize(2);
    }

    @Test
    void theSameTextHasTheSameFingerprint() {
        String json = json(field("textfield", "a", "A"));
        assertThat(FormSchema.parse(json).sha256())
                .isEqualTo(FormSchema.parse(json).sha256());
        assertThat(FormSchema.parse(json + " ").sha256())
                .isNotEqualTo(FormSchema.parse(json).sha256());
    }

    @Test
    void noTextMakesItFailOtherwiseThanByRefusing() throws IOException {
        var random = new Random(72);
        String whole = Files.readString(forms().get(0));
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder(whole);
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\",:x1=\u0000\uD800".charAt(random.nextInt(12)));
            }
            try {
                FormSchema.parse(text.toString());
            } catch (InvalidForm e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
        assertThatThrownBy(() -> FormSchema.parse("[".repeat(100_000))).isInstanceOf(InvalidForm.class);
        assertThatThrownBy(() -> FormSchema.parse(" ".repeat(600_000))).isInstanceOf(InvalidForm.class);
        String[] many = new String[300];
        Arrays.setAll(many, i -> field("textfield", "k" + i, "A"));
        assertThat(problems(json(many))).containsExactly("components: more than 200");
    }

    private static List<String> problems(String json) {
        var refused = catchThrowableOfType(InvalidForm.class, () -> FormSchema.parse(json));
        assertThat(refused).as(json).isNotNull();
        return refused.problems();
    }
}
