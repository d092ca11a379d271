package vn.angiang.plan72.document.official;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Tables for spreadsheets. A text stays a text whatever it begins with, so no cell is ever taken for a formula. Rows are
 * streamed: memory does not grow with their number. The same rows give the same bytes.
 */
public final class SafeSheets {

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";
    private static final int ROWS_IN_MEMORY = 100;

    private SafeSheets() {}

    /** How the values of a column are shown. What is not of the kind is written as text. */
    public enum Kind {
        TEXT,
        /** Whole number, thousands separated. */
        WHOLE,
        /** Number with up to two decimals. */
        DECIMAL,
        /** Fraction of 1, shown in percent with one decimal. */
        PERCENT,
        /** {@link LocalDate} or {@link LocalDateTime}, shown as day/month/year. */
        DATE
    }

    /** @param width in characters, 1 to 255 */
    public record Column(String heading, int width, Kind kind) {}

    /**
     * One sheet.
     *
     * @param name any text; what a sheet cannot be called is replaced
     * @param rows values by column; null leaves a cell empty. Read once and closed.
     */
    public record Sheet(String name, List<Column> columns, Stream<? extends List<? extends @Nullable Object>> rows) {

        public Sheet {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Writes a workbook (XLSX); leaves {@code out} open.
     *
     * @throws IllegalArgumentException when a row has more cells than there are columns, or a sheet over 1,048,576 rows
     */
    public static void xlsx(OutputStream out, Sheet... sheets) throws IOException {
        Path spool = Files.createTempFile("plan72-", ".xlsx");
        try (var workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false)) {
            // Entries that can be read as a stream; a sheet is never over 4 GB.
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            FixedZip.properties(workbook.getXSSFWorkbook(), FixedZip.START, null, null);
            var writer = new SheetWriter(workbook);
            for (Sheet sheet : sheets) {
                try (var rows = sheet.rows()) {
                    writer.write(sheet.name(), sheet.columns(), rows.iterator());
                }
            }
            try (OutputStream file = Files.newOutputStream(spool)) {
                workbook.write(file);
            }
            try (var file = Files.newInputStream(spool)) {
                FixedZip.copy(file, out);
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /**
     * One line of CSV, comma separated, without line end (which is CR LF; a file for Excel begins with U+FEFF). A text
     * that a spreadsheet could take for a formula begins with an apostrophe, negative numbers included.
     */
    public static String csv(List<String> cells) {
        return cells.stream().map(SafeSheets::escaped).collect(Collectors.joining(","));
    }

    /** The same for cells given one by one. */
    public static String csv(String... cells) {
        return csv(Arrays.asList(cells));
    }

    private static String escaped(String cell) {
        String safe = dangerous(cell) ? "'" + printable(cell) : printable(cell);
        boolean quote = safe.chars().anyMatch(c -> ",;\"\t\n\r".indexOf(c) >= 0) || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Looks behind blanks too, which some programs skip. */
    static boolean dangerous(String cell) {
        String shown = printable(cell);
        return starts(cell) || starts(shown) || starts(shown.replaceFirst("^[\\s\\u00A0\\u3000]+", ""));
    }

    private static boolean starts(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }

    static String printable(String text) {
        return Wording.multiline(text);
    }
}
