package vn.angiang.plan72.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedNumber;

/**
 * The sheet of one unit and period as an Excel workbook, out and in again. All or nothing: every fault is named with its
 * cell, and one fault keeps everything out. A blank cell leaves the present figure as it is.
 */
@Service
public class ReportWorkbook {

    private static final int MOST_ROWS = 1000;
    private static final int FIRST_ROW = 1;
    private static final int MOST_ERRORS = 500;

    private final UnitReports reports;
    private final ReportSheets sheets;
    private final ReportingWords words;

    ReportWorkbook(UnitReports reports, ReportSheets sheets, ReportingWords words) {
        this.reports = reports;
        this.sheets = sheets;
        this.words = words;
    }

    /** Writes the template of a report, with what is entered so far. */
    public void write(String caseNumber, Actor actor, Locale locale, OutputStream out) throws IOException {
        sheets.template(reports.sheet(caseNumber, actor), locale, out);
    }

    /**
     * Takes a filled-in template.
     *
     * @param revision of the report on the page it was uploaded from
     * @return how many figures changed
     * @throws Refusal.BadInput with every fault and its cell; nothing was taken then
     */
    @Transactional
    public int read(String caseNumber, long revision, InputStream in, Actor by) {
        var sheet = reports.sheet(caseNumber, by);
        var errors = new ArrayList<FieldError>();
        var entries = UploadedWorkbook.read(in, MOST_ROWS, words::say, s -> entries(s, sheet, errors));
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS))));
        }
        return reports.save(caseNumber, revision, entries, "EXCEL", by);
    }

    private List<UnitReports.Entry> entries(XSSFSheet s, UnitReports.Sheet sheet, List<FieldError> errors) {
        String found = caseOf(s);
        if (!found.equals(sheet.report().caseNumber())) {
            errors.add(new FieldError("tep", words.say("reporting.import.otherReport", "B4", found)));
            return List.of();
        }
        Map<String, UnitReports.Line> lines =
                sheet.lines().stream().collect(Collectors.toMap(l -> l.measure().code(), l -> l));
        var entries = new ArrayList<UnitReports.Entry>();
        var seen = new HashSet<String>();
        for (int r = FIRST_ROW; r <= s.getLastRowNum(); r++) {
            Row row = s.getRow(r);
            String code = row == null ? "" : UploadedWorkbook.text(row.getCell(0));
            if (!code.isEmpty()) {
                line(row, code, lines, seen, errors).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** The second sheet says which report the workbook belongs to. */
    private static String caseOf(XSSFSheet sheet) {
        var workbook = sheet.getWorkbook();
        Row row =
                workbook.getNumberOfSheets() < 2 ? null : workbook.getSheetAt(1).getRow(3);
        return row == null ? "" : UploadedWorkbook.text(row.getCell(1));
    }

    private Optional<UnitReports.Entry> line(
            Row row, String code, Map<String, UnitReports.Line> lines, Set<String> seen, List<FieldError> errors) {
        int number = row.getRowNum() + 1;
        UnitReports.Line line = lines.get(code);
        if (line == null || !seen.add(code)) {
            error(errors, "A" + number, line == null ? "reporting.import.unknown" : "reporting.import.twice");
            return Optional.empty();
        }
        Measure m = line.measure();
        int before = errors.size();
        BigDecimal first = number(row.getCell(4), "E" + number, m, errors);
        BigDecimal second = number(row.getCell(5), "F" + number, m, errors);
        if (second != null && !m.isRatio()) {
            error(errors, "F" + number, "reporting.import.noDenominator");
        }
        if (UploadedWorkbook.isFormula(row.getCell(6))) {
            error(errors, "G" + number, "reporting.import.formula");
        }
        String typed = UploadedWorkbook.text(row.getCell(6));
        if (errors.size() > before) {
            return Optional.empty();
        }
        Figure.Value old = line.figure().value();
        var value = m.isRatio()
                ? Figure.Value.ratio(
                        first == null ? old.numerator() : first, second == null ? old.denominator() : second)
                : Figure.Value.of(first == null ? old.amount() : first);
        String reason = typed.isEmpty() ? line.figure().reason() : typed;
        return Optional.of(new UnitReports.Entry(code, value, reason));
    }

    private @Nullable BigDecimal number(@Nullable Cell cell, String address, Measure m, List<FieldError> errors) {
        if (UploadedWorkbook.isFormula(cell)) {
            error(errors, address, "reporting.import.formula");
            return null;
        }
        String typed = UploadedWorkbook.text(cell);
        if (typed.isEmpty()) {
            return null;
        }
        boolean excelNumber = cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC;
        var number = excelNumber
                ? Optional.of(new BigDecimal(typed))
                        .filter(n -> n.stripTrailingZeros().scale() <= m.decimals() && n.precision() <= 18)
                : TypedNumber.read(typed, m.decimals());
        if (number.isEmpty()) {
            error(errors, address, m.decimals() == 0 ? "reporting.import.whole" : "reporting.import.number");
        }
        return number.orElse(null);
    }

    private void error(List<FieldError> errors, String address, String key) {
        errors.add(new FieldError("tep", address + ": " + words.say(key)));
    }
}
