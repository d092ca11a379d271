package vn.angiang.plan72.taskform;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.angiang.plan72.taskform.FormFixture.FORMS;
import static vn.angiang.plan72.taskform.FormFixture.VI;
import static vn.angiang.plan72.taskform.FormFixture.check;
import static vn.angiang.plan72.taskform.FormFixture.field;
import static vn.angiang.plan72.taskform.FormFixture.form;
import static vn.angiang.plan72.taskform.FormFixture.mistake;
import static vn.angiang.plan72.taskform.FormFixture.raw;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.angiang.plan72.shared.FieldError;

class FormsTest {

    private static final String REQUIRED = "'validate':{'required':true}";
    private static final String YES_NO = "'values':[{'value':'YES','label':'Đồng ý'},{'value':'NO','label':'Không'}]";

    @Test
    void whatIsMissingIsAskedForInTheWordsOfItsLabel() {
        var schema = form(
                field("textfield", "a", "Lý do", REQUIRED),
                field("select", "b", "Đơn vị chủ trì", REQUIRED, YES_NO),
                field("radio", "c", "Kết quả đạt chưa?", REQUIRED, YES_NO),
                field("checkbox", "d", "Tôi đã kiểm tra", REQUIRED),
                field("filepicker", "e", "Văn bản chứng minh", REQUIRED),
                field("textfield", "f", "UBND xã", REQUIRED),
                field("taglist", "g", "Đơn vị phối hợp", YES_NO, REQUIRED));
        assertThat(check(schema).errors())
                .extracting(FieldError::message)
                .containsExactly(
                        "Nhập lý do",
                        "Chọn đơn vị chủ trì",
                        "Trả lời câu hỏi “Kết quả đạt chưa?”",
                        "Đánh dấu ô “Tôi đã kiểm tra”",
                        "Đính kèm văn bản chứng minh",
                        "Nhập UBND xã",
                        "Chọn đơn vị phối hợp");
    }

    @Test
    void aFormMayBringItsOwnWords() {
        String field = field("textfield", "a", "Lý do", REQUIRED, "'properties':{'errorRequired':'Nêu lý do trả lại'}");
        assertThat(mistake(field, "  ")).isEqualTo("Nêu lý do trả lại");
    }

    @Test
    void noMessageBegsOrNamesCodes() {
        FormFixture.messages();
        var words = java.util.ResourceBundle.getBundle("messages-taskform", Locale.ROOT);
        for (String key : words.keySet()) {
            assertThat(words.getString(key))
                    .doesNotContainIgnoringCase("vui lòng")
                    .doesNotContain("không hợp lệ");
        }
    }

    @Test
    void aTextIsCleanedAndItsLengthCountedInCharactersAPersonSees() {
        var schema = form(field("textarea", "a", "Lý do", "'validate':{'maxLength':5}"));
        assertThat(check(schema, "a", "  hồ\u200B sơ\u202E\u0000 ").answers()).isEqualTo(Map.of("a", "hồ sơ"));
        String decomposed = Normalizer.normalize("hồ sơ", Normalizer.Form.NFD);
        assertThat(check(schema, "a", decomposed).answers()).isEqualTo(Map.of("a", "hồ sơ"));
        assertThat(check(schema, "a", "😀😀😀😀😀").errors()).isEmpty();
    }

    @Test
    void aTextOverItsLimitIsRefusedAndKeptAsTyped() {
        var schema = form(field("textarea", "a", "Lý do"));
        String typed = "ồ".repeat(4001);
        var result = check(schema, "a", typed);
        assertThat(result.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .isEqualTo("Lý do dài tối đa 4.000 ký tự, hiện có 4.001 ký tự"));
        assertThat(result.raw().get("a")).containsExactly(typed);
        assertThat(result.answers()).isEmpty();
        assertThat(check(schema, "a", "ồ".repeat(4000)).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567|2|1234567",
                "1.234.567|2|1234567",
                "1.234.567,8|2|1234567.8",
                "1234567.8|2|1234567.8",
                "1234567,8|2|1234567.8",
                "1.234|0|1234",
                "0.125|3|0.125",
                "0,125|3|0.125",
                "-5|0|-5",
                "1 234 567|0|1234567",
                "−1.500,25|2|-1500.25",
                "12.5|1|12.5",
                "1.500,0|1|1500",
                "007|0|7"
            })
    void numbersAreReadAsVietnameseWritesThemAndPlain(String typed, int digits, BigDecimal value) {
        var answer = check(form(field("number", "a", "Số hộ", "'decimalDigits':" + digits)), "a", typed)
                .answers()
                .get("a");
        assertThat(new BigDecimal(String.valueOf(answer))).isEqualByComparingTo(value);
        assertThat(answer).isInstanceOf(value.stripTrailingZeros().scale() <= 0 ? Long.class : BigDecimal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234|3",
                "1.23.456|2",
                "1,234.5|2",
                "1,000|2",
                "1.2345.678|2",
                "12a|2",
                "1e5|2",
                "NaN|2",
                "--5|2",
                "1,|2",
                "1234567890123456789|0",
                "½|2",
                "１２|0",
                "12,345|2",
                "1.000,001|2",
                "1,5|0"
            })
    void aNumberThatCouldBeMisreadIsRefused(String typed, int digits) {
        assertThat(mistake(field("number", "a", "Số hộ", "'decimalDigits':" + digits), typed))
                .startsWith("Số hộ");
    }

    @Test
    void aNumberOutOfRangeIsToldTheRange() {
        String range = field("number", "a", "Kinh phí", "'validate':{'min':0,'max':1000000}", "'decimalDigits':0");
        assertThat(mistake(range, "1000001")).isEqualTo("Kinh phí phải từ 0 đến 1.000.000");
        assertThat(mistake(range, "1000000")).isEmpty();
        assertThat(mistake(field("number", "a", "Số hộ", "'validate':{'min':1}"), "0"))
                .isEqualTo("Số hộ phải từ 1 trở lên");
    }

    @ParameterizedTest
    @CsvSource({"05/03/2017", "5/3/2017", "2017-03-05", "5.3.2017", "05-03-2017", "' 05/03/2017 '"})
    void datesAreTakenInTheWaysPeopleWriteThem(String typed) {
        assertThat(check(form(field("datetime", "a", "Ngày")), "a", typed).answers())
                .isEqualTo(Map.of("a", "2017-03-05"));
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2017",
        "29/02/2017",
        "2017-13-01",
        "5/3/17",
        "05/03-2017",
        "0/0/2017",
        "1/1/1066",
        "99/99/9999",
        "hôm nay"
    })
    void aDayThatDoesNotExistIsRefused(String typed) {
        assertThat(mistake(field("datetime", "a", "Ngày ký"), typed))
                .isEqualTo("Ngày ký phải là ngày có thật, ví dụ 05/03/2017");
    }

    @Test
    void datesCanBeBoundToTodayADayOrAFact() {
        String done = field("datetime", "a", "Ngày hoàn thành", "'properties':{'notAfter':'today'}");
        assertThat(mistake(done, "02/03/2017")).isEqualTo("Ngày hoàn thành phải từ ngày 01/03/2017 trở về trước");
        assertThat(mistake(done, "01/03/2017")).isEmpty();
        assertThat(mistake(field("datetime", "a", "Hạn", "'disallowPassedDates':true"), "28/02/2017"))
                .isEqualTo("Hạn phải từ ngày 01/03/2017 trở đi");
        var bound = form(field("datetime", "a", "Hạn", "'properties':{'notBefore':'dueOn'}"));
        assertThat(FORMS.check(bound, raw("a", "01/06/2017"), Map.of("dueOn", "2017-06-30"), VI)
                        .errors())
                .hasSize(1);
    }

    @Test
    void formatsAndPatternsAreChecked() {
        String email = field("textfield", "a", "Thư", "'validate':{'validationType':'email'}");
        assertThat(mistake(email, "lan@angiang.gov.vn")).isEmpty();
        assertThat(mistake(email, "lan@angiang")).isNotEmpty();
        String phone = field("textfield", "a", "Điện thoại", "'validate':{'validationType':'phone'}");
        assertThat(mistake(phone, "0296 3852.123")).isEmpty();
        assertThat(mistake(phone, "12")).isNotEmpty();
        String number = field("textfield", "a", "Số", "'validate':{'pattern':'^[0-9]+/QĐ-UBND$'}");
        assertThat(mistake(number, "512/QĐ-UBND")).isEmpty();
        assertThat(mistake(number, "512")).isEqualTo("Số phải viết theo đúng mẫu");
    }

    @Test
    void aPatternThatWouldRunForeverEnds() {
        String evil = field("textfield", "a", "Số", "'validate':{'pattern':'^(a+)+$'}");
        long start = System.nanoTime();
        assertThat(mistake(evil, "a".repeat(4000 - 1) + "!")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        var schema = form(
                field("radio", "a", "A", YES_NO),
                field("checklist", "b", "B", YES_NO),
                field("select", "c", "C", "'valuesKey':'units'"));
        Map<String, Object> context = Map.of("units", List.of(Map.of("value", "SYT", "label", "Sở Y tế")));
        var good = FORMS.check(schema, raw("a", "YES", "b", List.of("NO", "YES", "NO"), "c", "SYT"), context, VI);
        assertThat(good.answers()).isEqualTo(Map.of("a", "YES", "b", List.of("NO", "YES"), "c", "SYT"));
        var bad = FORMS.check(schema, raw("a", "MAYBE", "b", List.of("NO", "X"), "c", "STC"), context, VI);
        assertThat(bad.errors()).extracting(FieldError::field).containsExactly("a", "b", "c");
        assertThat(bad.answers()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNeitherAskedForNorStored() {
        var schema = form(
                field("radio", "accept", "Nhận?", REQUIRED, YES_NO),
                field(
                        "textarea",
                        "reason",
                        "Lý do",
                        REQUIRED,
                        "'conditional':{'hide':'=accept != \\'NO\\''}".replace("\\'", "\\\"")));
        assertThat(check(schema, "accept", "YES", "reason", "cũ").answers()).isEqualTo(Map.of("accept", "YES"));
        assertThat(check(schema, "accept", "NO").errors())
                .extracting(FieldError::field)
                .containsExactly("reason");
    }

    @Test
    void chainsOfConditionsAreFollowedToTheEndInAnyOrder() {
        var schema = form(
                field("textfield", "c", "C", hide("b = null")),
                field("textfield", "b", "B", hide("a = null")),
                field("textfield", "a", "A", hide("start != true")),
                field("checkbox", "start", "S"));
        assertThat(check(schema, "a", "1", "b", "1", "c", "1").answers()).isEqualTo(Map.of("start", false));
        assertThat(check(schema, "start", "true", "a", "1", "b", "1", "c", "1").answers())
                .containsKeys("a", "b", "c");
    }

    @Test
    void conditionsThatChaseEachOtherEnd() {
        var schema = form(
                field("textfield", "a", "A", hide("b != null")),
                field("textfield", "b", "B", hide("a != null")),
                field("textfield", "c", "C", hide("c != null")));
        assertThat(check(schema, "a", "1", "b", "1", "c", "1").answers())
                .doesNotContainKeys("a")
                .containsKey("b");
    }

    @Test
    void aGroupThatIsLeftOutTakesItsFieldsWithIt() {
        var schema = form(
                field("checkbox", "on", "Bật"),
                "{'type':'group','label':'G','conditional':{'hide':'=not(on)'},'components':["
                        + field("textfield", "a", "A", REQUIRED) + "]}");
        assertThat(check(schema).errors()).isEmpty();
        assertThat(check(schema, "on", "true").errors()).hasSize(1);
        var view = FORMS.view(schema, raw("on", "true"), Map.of(), List.of(), VI);
        assertThat(view.sections()).extracting(FormView.Section::heading).containsExactly(null, "G");
    }

    @Test
    void aLockedFieldKeepsItsFactWhateverIsSent() {
        var schema = form(
                field("textfield", "a", "A", "'readonly':true"),
                field("textfield", "b", "B", "'disabled':true", "'defaultValue':'x'"),
                field("checkbox", "locked", "L"),
                field("number", "c", "C", "'readonly':'=locked'", "'defaultValue':1.5"));
        var result =
                FORMS.check(schema, raw("a", "giả", "b", "giả", "locked", "true", "c", "99"), Map.of("a", "thật"), VI);
        assertThat(result.answers()).isEqualTo(Map.of("a", "thật", "locked", true, "c", new BigDecimal("1.5")));
        assertThat(check(schema, "c", "99").answers().get("c")).isEqualTo(99L);
    }

    @Test
    void anEmptyFormShowsFactsAndDefaults() {
        var schema = form(
                field("textfield", "a", "A", "'defaultValue':'mặc định'"),
                field("datetime", "due", "Hạn"),
                field("number", "n", "N", "'defaultValue':1.125", "'decimalDigits':3"));
        var view = FORMS.view(schema, Map.of(), Map.of("due", "2017-03-05"), List.of(), VI);
        assertThat(view.fields()).extracting(FormView.Field::value).containsExactly("mặc định", "05/03/2017", "1,125");
        var typed = FORMS.view(schema, raw("a", ""), Map.of("due", "2017-03-05"), List.of(), VI);
        assertThat(typed.fields()).extracting(FormView.Field::value).containsExactly("", "", "");
    }

    @Test
    void aFieldThatAppearsAfterAnAnswerHasItsDefaultAndOneThatWasEmptiedStaysEmpty() {
        var schema = form(
                field("checkbox", "more", "Thêm"),
                field("number", "n", "N", "'defaultValue':5", "'conditional':{'hide':'=not(more)'}"),
                field("textfield", "a", "A", "'defaultValue':'mặc định'"));
        var before = FORMS.view(schema, raw("a", ""), Map.of(), List.of(), VI);
        assertThat(before.fields()).extracting(FormView.Field::key).doesNotContain("n");
        var typed = FORMS.again(schema, raw("more", "true", "a", ""), Map.of());
        var after = FORMS.view(schema, typed, Map.of(), List.of(), VI);
        assertThat(after.fields()).extracting(FormView.Field::value).containsExactly("true", "5", "");
    }

    @Test
    void answersSurviveBeingShownAndSentAgain() {
        var schema = form(
                field("number", "n", "N", "'decimalDigits':3"),
                field("datetime", "d", "D"),
                field("checklist", "l", "L", YES_NO),
                field("checkbox", "c", "C"));
        Map<String, Object> answers =
                Map.of("n", new BigDecimal("1.125"), "d", "2017-03-05", "l", List.of("YES"), "c", true);
        assertThat(FORMS.check(schema, FORMS.raw(schema, answers), Map.of(), VI).answers())
                .isEqualTo(answers);
    }

    @Test
    void answersAreSummedUpInWords() {
        var schema = form(
                field("radio", "r", "Ý kiến", YES_NO),
                field("datetime", "d", "Ngày"),
                field("number", "n", "Kinh phí", "'appearance':{'suffixAdorner':'đồng'}"),
                field("checkbox", "c", "Đã kiểm tra"),
                field("checklist", "l", "Chọn", YES_NO),
                field("filepicker", "f", "Tệp"));
        Map<String, Object> answers = Map.of(
                "r",
                "YES",
                "d",
                "2017-03-05",
                "n",
                1234567L,
                "c",
                true,
                "l",
                List.of("YES", "NO"),
                "f",
                List.of("id1"));
        assertThat(FORMS.summary(schema, answers, Map.of(), VI))
                .extracting(FormView.Answer::value)
                .containsExactly("Đồng ý", "05/03/2017", "1.234.567 đồng", "Có", "Đồng ý\nKhông", "");
        assertThat(FORMS.summary(schema, answers, Map.of(), VI).get(5).fileIds())
                .containsExactly("id1");
    }

    @Test
    void filesMustBeTheOnesUploadedAndOfTheKindAsked() {
        var schema = form(field("filepicker", "f", "Văn bản", "'accept':'.pdf'"));
        String pdf = UUID.randomUUID().toString();
        String doc = UUID.randomUUID().toString();
        Map<String, Object> context = Map.of(Forms.FILES, Map.of(pdf, "a.PDF", doc, "a.docx"));
        assertThat(FORMS.check(schema, raw("f", pdf), context, VI).answers()).isEqualTo(Map.of("f", List.of(pdf)));
        assertThat(FORMS.check(schema, raw("f", doc), context, VI).errors()).hasSize(1);
        assertThat(FORMS.check(schema, raw("f", UUID.randomUUID().toString()), context, VI)
                        .errors())
                .hasSize(1);
        assertThat(FORMS.check(schema, raw("f", List.of(pdf, doc)), context, VI).errors())
                .hasSize(1);
        assertThat(FORMS.check(schema, raw("f", "../etc"), context, VI).answers())
                .isEmpty();
    }

    @Test
    void noInputMakesItThrow() {
        var schema = form(
                field("textfield", "a", "A", "'validate':{'pattern':'^(x|y)*$','minLength':3}", hide("b = \\\"x\\\"")),
                field("number", "b", "B", "'validate':{'min':1}", hide("string length(a) > 2")),
                field("datetime", "c", "C", hide("date(a) > today()")),
                field("radio", "d", "D", YES_NO),
                field("taglist", "e", "E", "'valuesKey':'units'"),
                field("filepicker", "f", "F", "'multiple':true"),
                field("checkbox", "g", "G", "'readonly':'=b > 3'"));
        var random = new Random(72);
        String[] seeds = {
            "", "x", "YES", "\u0000", "\uD800", "1.234,5", "31/02/2017", "9".repeat(300), "-".repeat(50), "𝟙𝟚", "\n\n"
        };
        for (int i = 0; i < 4000; i++) {
            var raw = new HashMap<String, List<String>>();
            for (String key : List.of("a", "b", "c", "d", "e", "f", "g", noise(random))) {
                var values = new ArrayList<String>();
                for (int j = random.nextInt(3); j > 0; j--) {
                    values.add(
                            random.nextInt(20) == 0
                                    ? null
                                    : random.nextBoolean() ? noise(random) : seeds[random.nextInt(seeds.length)]);
                }
                raw.put(key, random.nextInt(30) == 0 ? null : values);
            }
            Map<String, Object> context = random.nextBoolean()
                    ? Map.of("units", Arrays.asList("x", null, Map.of("value", "SYT")))
                    : Map.of("units", 5, "c", new Object(), "g", List.of(1));
            var result = FORMS.check(schema, raw, context, VI);
            assertThat(result.raw()).isSameAs(raw);
            assertThat(FORMS.view(schema, raw, context, result.errors(), VI).fields())
                    .hasSizeLessThanOrEqualTo(7);
        }
    }

    private static String noise(Random random) {
        var noise = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            noise.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
        }
        return noise.toString();
    }

    private static String hide(String condition) {
        return "'conditional':{'hide':'=" + condition + "'}";
    }
}
