package vn.angiang.plan72.web.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.document.official.SafeSheets.Column;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.shared.Actor;

/** A list of cases for spreadsheets: the rows of the screen, all pages, streamed. */
@Component
class CaseSheet {

    private final CaseList list;
    private final Words words;
    private final TransactionTemplate reading;

    CaseSheet(CaseList list, Words words, PlatformTransactionManager transactions) {
        this.list = list;
        this.words = words;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void xlsx(CaseQuery query, Actor actor, OutputStream out) {
        var columns = List.of(
                new Column(words.say("case.number"), 20, Kind.TEXT),
                new Column(words.say("case.title"), 60, Kind.TEXT),
                new Column(words.say("case.clause"), 14, Kind.TEXT),
                new Column(words.say("case.lead"), 30, Kind.TEXT),
                new Column(words.say("case.state"), 20, Kind.TEXT),
                new Column(words.say("case.flag"), 20, Kind.TEXT),
                new Column(words.say("case.due"), 14, Kind.DATE),
                new Column(words.say("case.due.first"), 14, Kind.DATE));
        reading.executeWithoutResult(t -> {
            try (var rows = list.stream(query, actor)) {
                SafeSheets.xlsx(out, new SafeSheets.Sheet(words.say("cases.title"), columns, rows.map(this::values)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void csv(CaseQuery query, Actor actor, OutputStream out) {
        reading.executeWithoutResult(t -> {
            try (var rows = list.stream(query, actor)) {
                write(
                        out,
                        "\uFEFF"
                                + SafeSheets.csv(
                                        words.say("case.number"),
                                        words.say("case.title"),
                                        words.say("case.clause"),
                                        words.say("case.lead"),
                                        words.say("case.state"),
                                        words.say("case.flag"),
                                        words.say("case.due"),
                                        words.say("case.due.first")));
                rows.forEach(file -> write(
                        out,
                        SafeSheets.csv(
                                file.number(),
                                file.title(),
                                file.obligationId() == null ? "" : file.obligationId(),
                                words.unit(file.leadUnit()),
                                words.say(file.state().messageKey()),
                                words.say(words.flag(file).messageKey()),
                                file.dueOn() == null ? "" : words.day(file.dueOn()),
                                file.originalDueOn() == null ? "" : words.day(file.originalDueOn()))));
            }
        });
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<@Nullable Object> values(CaseFile file) {
        return Arrays.asList(
                file.number(),
                file.title(),
                file.obligationId(),
                words.unit(file.leadUnit()),
                words.say(file.state().messageKey()),
                words.say(words.flag(file).messageKey()),
                file.dueOn(),
                file.originalDueOn());
    }
}
