package vn.angiang.plan72.capital;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/**
 * The tables as Excel workbooks, out and in again. All or nothing: every fault is named with its cell, and one fault
 * keeps everything out. The second sheet says which table the file belongs to.
 */
@Service
public class CapitalWorkbook {

    private static final int MOST_ROWS = 2000;
    private static final int MOST_ERRORS = 500;
    private static final int NARROW = 14;
    private static final int MIDDLE = 24;
    private static final int WIDE = 50;

    private static final List<TypedRow.Column> OF_ROUND =
            List.of(TypedRow.Column.DISTRICT, TypedRow.Column.SOURCE, TypedRow.Column.PROJECT, TypedRow.Column.AMOUNT);
    private static final List<TypedRow.Column> OF_LEDGER = List.of(
            TypedRow.Column.SOURCE,
            TypedRow.Column.PROJECT,
            TypedRow.Column.COMMUNE,
            TypedRow.Column.WORK,
            TypedRow.Column.AMOUNT);

    private final Rounds rounds;
    private final Ledgers ledgers;
    private final CapitalOverview overview;
    private final Units units;
    private final CapitalWords words;

    CapitalWorkbook(Rounds rounds, Ledgers ledgers, CapitalOverview overview, Units units, CapitalWords words) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.overview = overview;
        this.units = units;
        this.words = words;
    }

    /** The table of a round as a template. */
    public void roundTemplate(String caseNumber, Actor actor, OutputStream out) throws IOException {
        Round round = rounds.of(caseNumber, actor);
        var rows = round.given().stream()
                .map(g -> Arrays.<Object>asList(
                        g.district(), g.source().name(), g.project().name(), g.amount()));
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(words.say("capital.sheet.given"), columns(OF_ROUND), rows),
                about(caseNumber),
                codes(units.districts().stream().map(u -> List.of(u.code(), u.nameVi()))));
    }

    /** The table of a district's ledger as a template, with what is drafted so far. */
    public void ledgerTemplate(int year, String district, Actor actor, OutputStream out) throws IOException {
        var sheet = ledgers.sheet(year, district, actor);
        var rows = sheet.ledger().lines().stream()
                .filter(l -> l.amount() > 0)
                .map(l ->
                        Arrays.<Object>asList(l.source().name(), l.project().name(), l.place(), l.work(), l.amount()));
        var places = Stream.concat(Stream.of(units.byCode(district)), units.childrenOf(district).stream())
                .map(u -> List.of(u.code(), u.nameVi()));
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(words.say("capital.sheet.lines"), columns(OF_LEDGER), rows),
                about(keyOf(year, district)),
                codes(places),
                balance(sheet.balance()));
    }

    private SafeSheets.Sheet balance(Balance balance) {
        return new SafeSheets.Sheet(
                words.say("capital.sheet.balance"),
                List.of(
                        column("capital.column.SOURCE", WIDE, Kind.TEXT),
                        column("capital.column.PROJECT", WIDE, Kind.TEXT),
                        column("capital.given", MIDDLE, Kind.WHOLE)),
                balance.rows().stream()
                        .map(r -> Arrays.<Object>asList(
                                words.say(r.source().messageKey()),
                                r.project() == null ? "" : words.say(r.project().messageKey()),
                                r.given())));
    }

    private static String keyOf(int year, String district) {
        return year + "/" + district;
    }

    private SafeSheets.Sheet about(String key) {
        return new SafeSheets.Sheet(
                words.say("capital.sheet.about"),
                List.of(column("capital.sheet.belongs", MIDDLE, Kind.TEXT)),
                Stream.of(List.of(key)));
    }

    private SafeSheets.Sheet codes(Stream<List<String>> places) {
        var options = Stream.concat(
                Arrays.stream(Source.values()).map(s -> List.of(s.name(), words.say(s.messageKey()))),
                Arrays.stream(Project.values()).map(p -> List.of(p.name(), words.say(p.messageKey()))));
        return new SafeSheets.Sheet(
                words.say("capital.sheet.codes"),
                List.of(column("capital.sheet.code", NARROW, Kind.TEXT), column("capital.sheet.name", WIDE, Kind.TEXT)),
                Stream.concat(options, places));
    }

    private List<SafeSheets.Column> columns(List<TypedRow.Column> columns) {
        return columns.stream()
                .map(c -> column(
                        "capital.column." + c.name(),
                        c == TypedRow.Column.WORK ? WIDE : MIDDLE,
                        c == TypedRow.Column.AMOUNT ? Kind.WHOLE : Kind.TEXT))
                .toList();
    }

    private SafeSheets.Column column(String key, int width, Kind kind) {
        return new SafeSheets.Column(words.say(key), width, kind);
    }

    /**
     * Takes a filled-in table of a round.
     *
     * @throws Refusal.BadInput with every fault and its cell; nothing was taken then
     */
    @Transactional
    public int readRound(String caseNumber, long revision, InputStream in, Actor by) {
        return rounds.save(caseNumber, revision, rows(in, caseNumber, OF_ROUND), by);
    }

    /**
     * Takes a filled-in table of a ledger, in place of the draft.
     *
     * @throws Refusal.BadInput with every fault and its cell; nothing was taken then
     */
    @Transactional
    public int readLedger(int year, String district, long revision, InputStream in, Actor by) {
        return ledgers.saveAllocation(
                year, district, revision, rows(in, keyOf(year, district), OF_LEDGER), Map.of(), by);
    }

    private List<TypedRow> rows(InputStream in, String key, List<TypedRow.Column> columns) {
        var errors = new ArrayList<FieldError>();
        var rows = UploadedWorkbook.read(in, MOST_ROWS, words::say, sheet -> rows(sheet, key, columns, errors));
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS))));
        }
        return rows;
    }

    private List<TypedRow> rows(XSSFSheet sheet, String key, List<TypedRow.Column> columns, List<FieldError> errors) {
        if (!key.equals(keyOf(sheet))) {
            errors.add(new FieldError("tep", words.say("capital.import.other")));
            return List.of();
        }
        var rows = new ArrayList<TypedRow>();
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            Row row = sheet.getRow(r);
            if (row != null) {
                rows.add(row(row, columns, errors));
            }
        }
        return rows;
    }

    private static String keyOf(XSSFSheet sheet) {
        var workbook = sheet.getWorkbook();
        Row row =
                workbook.getNumberOfSheets() < 2 ? null : workbook.getSheetAt(1).getRow(1);
        return row == null ? "" : UploadedWorkbook.text(row.getCell(0));
    }

    private TypedRow row(Row row, List<TypedRow.Column> columns, List<FieldError> errors) {
        TypedRow.Place place = (column, message) -> new FieldError(
                "tep", (char) ('A' + columns.indexOf(column)) + "" + (row.getRowNum() + 1) + ": " + message);
        for (TypedRow.Column column : columns) {
            if (UploadedWorkbook.isFormula(row.getCell(columns.indexOf(column)))) {
                errors.add(place.at(column, words.say("capital.import.formula")));
            }
        }
        return new TypedRow(
                place,
                cell(row, columns, TypedRow.Column.DISTRICT),
                cell(row, columns, TypedRow.Column.SOURCE),
                cell(row, columns, TypedRow.Column.PROJECT),
                cell(row, columns, TypedRow.Column.COMMUNE),
                cell(row, columns, TypedRow.Column.WORK),
                cell(row, columns, TypedRow.Column.AMOUNT));
    }

    private static String cell(Row row, List<TypedRow.Column> columns, TypedRow.Column column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : UploadedWorkbook.text(row.getCell(at));
    }

    /** A year as the actor may see it: sums by district, source and project, and every signed line with its case. */
    @Transactional(readOnly = true)
    public void export(int year, Actor actor, OutputStream out) throws IOException {
        var lines = overview.ledgers(year, actor).stream().flatMap(l -> l.signedLines().stream()
                .map(line -> Arrays.<Object>asList(
                        l.district(),
                        units.nameOf(l.district()),
                        words.say(line.source().messageKey()),
                        words.say(line.project().messageKey()),
                        units.nameOf(line.place()),
                        line.work(),
                        line.signed(),
                        line.disbursed(),
                        line.settled(),
                        l.allocatedCase())));
        SafeSheets.xlsx(
                out,
                sums(year, CapitalOverview.By.DISTRICT, actor),
                sums(year, CapitalOverview.By.SOURCE, actor),
                sums(year, CapitalOverview.By.PROJECT, actor),
                new SafeSheets.Sheet(
                        words.say("capital.sheet.lines"),
                        List.of(
                                column("capital.sheet.code", NARROW, Kind.TEXT),
                                column("capital.column.DISTRICT", MIDDLE, Kind.TEXT),
                                column("capital.column.SOURCE", MIDDLE, Kind.TEXT),
                                column("capital.column.PROJECT", MIDDLE, Kind.TEXT),
                                column("capital.column.COMMUNE", MIDDLE, Kind.TEXT),
                                column("capital.column.WORK", WIDE, Kind.TEXT),
                                column("capital.allocated", MIDDLE, Kind.WHOLE),
                                column("capital.disbursed", MIDDLE, Kind.WHOLE),
                                column("capital.settled", MIDDLE, Kind.WHOLE),
                                column("case.number", MIDDLE, Kind.TEXT)),
                        lines));
    }

    private SafeSheets.Sheet sums(int year, CapitalOverview.By by, Actor actor) {
        return new SafeSheets.Sheet(
                words.say("capital.by." + by.name()),
                List.of(
                        column("capital.sheet.code", NARROW, Kind.TEXT),
                        column("capital.by." + by.name(), WIDE, Kind.TEXT),
                        column("capital.given", MIDDLE, Kind.WHOLE),
                        column("capital.allocated", MIDDLE, Kind.WHOLE),
                        column("capital.disbursed", MIDDLE, Kind.WHOLE),
                        column("capital.settled", MIDDLE, Kind.WHOLE)),
                overview.rows(year, by, actor).stream()
                        .map(r -> Arrays.<Object>asList(
                                r.code(), r.name(), r.given(), r.allocated(), r.disbursed(), r.settled())));
    }
}
