package vn.angiang.plan72.web.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.angiang.plan72.casefile.CaseFile;

/** Cases as CSV that opens in a spreadsheet without ever becoming a formula. */
final class CaseCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Words words;
    private final StringBuilder csv = new StringBuilder("\uFEFF");

    CaseCsv(Words words) {
        this.words = words;
        row(
                words.say("case.number"),
                words.say("case.title"),
                words.say("case.clause"),
                words.say("case.lead"),
                words.say("case.state"),
                words.say("case.flag"),
                words.say("case.due"),
                words.say("case.due.first"));
    }

    void add(CaseFile file) {
        row(
                file.number(),
                file.title(),
                file.obligationId() == null ? "" : file.obligationId(),
                words.unit(file.leadUnit()),
                words.say(file.state().messageKey()),
                words.say(words.flag(file).messageKey()),
                file.dueOn() == null ? "" : words.day(file.dueOn()),
                file.originalDueOn() == null ? "" : words.day(file.originalDueOn()));
    }

    byte[] bytes() {
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(String... cells) {
        csv.append(Arrays.stream(cells).map(CaseCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
