package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel workbook row by row; memory does not grow with their number. Text stays text whatever it begins with,
 * so that no cell can become a formula.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int WINDOW = 100;
    private static final int WIDTH_UNIT = 256;
    /** Most characters a cell of Excel holds. */
    private static final int LONGEST = 32_767;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, true, true);
    private final CellStyle words = workbook.createCellStyle();
    private final CellStyle number = workbook.createCellStyle();
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();
    private SXSSFSheet sheet;
    private int next;

    /** @param name of the first sheet */
    public SheetWriter(String name) {
        workbook.setZip64Mode(Zip64Mode.AsNeeded); // else Java's own reader of streams cannot open it again
        words.setQuotePrefixed(true);
        words.setWrapText(true);
        number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.####"));
        day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setQuotePrefixed(true);
        heading.setWrapText(true);
        heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        this.sheet = workbook.createSheet(name);
    }

    /** Begins another sheet. */
    public SheetWriter sheet(String name) {
        sheet = workbook.createSheet(name);
        next = 0;
        return this;
    }

    /** Widths of the columns in characters. */
    public SheetWriter widths(int... characters) {
        for (int c = 0; c < characters.length; c++) {
            sheet.setColumnWidth(c, characters[c] * WIDTH_UNIT);
        }
        return this;
    }

    /** A row of headings; rows above and this one stay in sight. */
    public SheetWriter headings(String... texts) {
        Row row = sheet.createRow(next++);
        for (int c = 0; c < texts.length; c++) {
            Cell cell = row.createCell(c);
            cell.setCellValue(texts[c]);
            cell.setCellStyle(heading);
        }
        sheet.createFreezePane(0, next);
        return this;
    }

    /** A row: numbers as numbers, days as days, null as an empty cell, anything else as text. */
    public SheetWriter row(@Nullable Object... values) {
        Row row = sheet.createRow(next++);
        for (int c = 0; c < values.length; c++) {
            Object value = values[c];
            if (value != null) {
                fill(row.createCell(c), value);
            }
        }
        return this;
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof BigDecimal || value instanceof Long || value instanceof Integer) {
            cell.setCellValue(((Number) value).doubleValue());
            cell.setCellStyle(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else {
            String text = value.toString();
            cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            cell.setCellStyle(words);
        }
    }

    /** Writes the workbook. */
    public void to(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
