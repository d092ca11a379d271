package vn.angiang.plan72.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Opens an Excel file somebody uploaded: macros, bombs and broken files are refused, formulas are never evaluated. */
public final class UploadedWorkbook {

    /** Largest file taken, in bytes. */
    public static final long LARGEST = 10L * 1024 * 1024;

    private static final long LARGEST_ENTRY = 50L * 1024 * 1024;
    private static final long LONGEST_TEXT = 20L * 1024 * 1024;
    private static final int MOST_PARTS = 500;

    static {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMaxTextSize(LONGEST_TEXT);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private UploadedWorkbook() {}

    /**
     * Hands the first sheet to a reader.
     *
     * @param mostRows more are refused
     * @param words message key to words
     * @throws Refusal.BadInput at field {@code tep}: not a workbook, with macros, or too long
     */
    public static <T> T read(InputStream in, int mostRows, UnaryOperator<String> words, Function<XSSFSheet, T> reader) {
        try (var pkg = OPCPackage.open(new BufferedInputStream(in))) {
            if (pkg.getParts().stream().anyMatch(p -> p.getPartName().getName().contains("vbaProject"))) {
                throw refused(words, "document.workbook.macro");
            }
            try (var workbook = new XSSFWorkbook(pkg)) {
                var sheet = workbook.getSheetAt(0);
                if (sheet.getLastRowNum() > mostRows) {
                    throw refused(words, "document.workbook.tooMany");
                }
                return reader.apply(sheet);
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            // POI throws many kinds at files that are broken or built to break it; each means: not a workbook of ours
            throw refused(words, "document.workbook.notReadable");
        }
    }

    private static Refusal.BadInput refused(UnaryOperator<String> words, String key) {
        return new Refusal.BadInput("tep", words.apply(key));
    }

    /** A formula, or the error one left behind: never taken as a value. */
    public static boolean isFormula(@Nullable Cell cell) {
        return cell != null && (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR);
    }

    /** What stands in a cell, as clean text; empty for a blank one. Numbers as Excel holds them. */
    public static String text(@Nullable Cell cell) {
        if (cell == null || isFormula(cell)) {
            return "";
        }
        return switch (cell.getCellType()) {
            case STRING -> Texts.clean(cell.getStringCellValue());
            case NUMERIC ->
                BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }
}
