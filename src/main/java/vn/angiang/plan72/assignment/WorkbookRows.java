package vn.angiang.plan72.assignment;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.shared.FieldError;

/** Reads the rows of an uploaded list; collects every mistake with its cell. Formulas and macros are refused. */
final class WorkbookRows {

    private static final int MOST_ROWS = 5000;
    private static final int LONGEST = 4000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final List<FieldError> errors;
    private final UnaryOperator<String> words;

    WorkbookRows(List<FieldError> errors, UnaryOperator<String> words) {
        this.errors = errors;
        this.words = words;
    }

    /** A row as read; {@code number} is that of the sheet, from 1. */
    record Line(
            int number,
            long id,
            long revision,
            String deliverable,
            @Nullable LocalDate due,
            boolean included,
            boolean lead,
            boolean dated) {}

    List<Line> read(InputStream in) {
        return UploadedWorkbook.read(in, MOST_ROWS, words, sheet -> {
            var lines = new ArrayList<Line>();
            for (int r = 1; r <= sheet.getLastRowNum(); r++) {
                Row row = sheet.getRow(r);
                if (row != null && row.getCell(0) != null) {
                    line(row, r + 1, lines);
                }
            }
            return lines;
        });
    }

    private void line(Row row, int number, List<Line> lines) {
        int before = errors.size();
        long id = whole(row.getCell(0), "A" + number);
        long revision = whole(row.getCell(1), "B" + number);
        int known = errors.size();
        String deliverable = text(row.getCell(5), "F" + number);
        boolean fits = !deliverable.isEmpty() && deliverable.codePointCount(0, deliverable.length()) <= LONGEST;
        if (errors.size() == known && !fits) {
            error("F" + number, "programme.import.deliverable");
        }
        LocalDate due = day(row.getCell(6), "G" + number);
        boolean included = mark(row.getCell(7), "H" + number);
        boolean lead = mark(row.getCell(8), "I" + number);
        boolean dated = mark(row.getCell(9), "J" + number);
        if (errors.size() == before) {
            lines.add(new Line(number, id, revision, deliverable, due, included, lead, dated));
        }
    }

    private long whole(@Nullable Cell cell, String address) {
        if (cell == null || cell.getCellType() != CellType.NUMERIC || cell.getNumericCellValue() % 1 != 0) {
            error(address, "programme.import.whole");
            return 0;
        }
        return (long) cell.getNumericCellValue();
    }

    private String text(@Nullable Cell cell, String address) {
        if (UploadedWorkbook.isFormula(cell)) {
            error(address, "programme.import.formula");
        }
        return UploadedWorkbook.text(cell);
    }

    private @Nullable LocalDate day(@Nullable Cell cell, String address) {
        if (cell != null && cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate();
        }
        String typed = text(cell, address);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed, DAY);
        } catch (DateTimeParseException e) {
            error(address, "programme.import.date");
            return null;
        }
    }

    private boolean mark(@Nullable Cell cell, String address) {
        String typed = text(cell, address);
        if (!typed.isEmpty() && !typed.equalsIgnoreCase("x")) {
            error(address, "programme.import.mark");
        }
        return typed.equalsIgnoreCase("x");
    }

    private void error(String address, String key) {
        if (errors.size() < 500) {
            errors.add(new FieldError("", address + ": " + words.apply(key)));
        }
    }
}
