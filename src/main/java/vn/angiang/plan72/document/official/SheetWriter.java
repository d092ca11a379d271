package vn.angiang.plan72.document.official;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.document.official.SafeSheets.Column;
import vn.angiang.plan72.document.official.SafeSheets.Kind;

/** Fills the sheets of one workbook. */
final class SheetWriter {

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int WIDEST = 255;

    private final SXSSFWorkbook workbook;
    private final CellStyle head;
    private final Map<Kind, CellStyle> styles = new EnumMap<>(Kind.class);

    SheetWriter(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        this.head = head();
        CellStyle text = style("@");
        text.setQuotePrefixed(true);
        text.setWrapText(true);
        styles.put(Kind.TEXT, text);
        styles.put(Kind.WHOLE, style("#,##0"));
        styles.put(Kind.DECIMAL, style("#,##0.##"));
        styles.put(Kind.PERCENT, style("0.0%"));
        styles.put(Kind.DATE, style("dd/mm/yyyy"));
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private CellStyle head() {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setQuotePrefixed(true);
        style.setWrapText(true);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    void write(String name, List<Column> columns, Iterator<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        var sheet = workbook.createSheet(free(name));
        try {
            fill(sheet, columns, rows);
        } finally {
            // Its temporary file is deleted on closing only when nothing is left to be written.
            sheet.flushRows();
        }
    }

    private void fill(
            SXSSFSheet sheet, List<Column> columns, Iterator<? extends List<? extends @Nullable Object>> rows) {
        Row heading = sheet.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            Cell cell = heading.createCell(c);
            cell.setCellValue(SafeSheets.printable(columns.get(c).heading()));
            cell.setCellStyle(head);
            sheet.setColumnWidth(c, Math.max(1, Math.min(WIDEST, columns.get(c).width())) * 256);
        }
        sheet.createFreezePane(0, 1);
        for (int r = 1; rows.hasNext(); r++) {
            fill(sheet.createRow(r), columns, rows.next());
        }
    }

    private void fill(Row row, List<Column> columns, List<? extends @Nullable Object> values) {
        if (values.size() > columns.size()) {
            throw new IllegalArgumentException(
                    "row " + row.getRowNum() + " has " + values.size() + " cells in " + columns.size() + " columns");
        }
        for (int c = 0; c < values.size(); c++) {
            Object value = values.get(c);
            if (value != null) {
                fill(row.createCell(c), columns.get(c).kind(), value);
            }
        }
    }

    private void fill(Cell cell, Kind kind, Object value) {
        if (kind == Kind.DATE && value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(styles.get(kind));
        } else if (kind == Kind.DATE && value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(styles.get(kind));
        } else if (kind != Kind.DATE
                && kind != Kind.TEXT
                && value instanceof Number number
                && Double.isFinite(number.doubleValue())) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.get(kind));
        } else {
            cell.setCellValue(cut(SafeSheets.printable(value.toString())));
            cell.setCellStyle(styles.get(Kind.TEXT));
        }
    }

    /** What a cell can hold, without half a character at the end. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A name no other sheet has, whatever the case of its letters. */
    private String free(String wanted) {
        String safe =
                WorkbookUtil.createSafeSheetName(SafeSheets.printable(wanted).replace('\n', ' '), ' ');
        String name = safe;
        for (int i = 2; workbook.getSheet(name) != null; i++) {
            String end = " (" + i + ")";
            name = safe.substring(0, Math.min(safe.length(), 31 - end.length())) + end;
        }
        return name;
    }
}
