package vn.angiang.plan72.document.official;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.angiang.plan72.document.official.OfficialDocument.Block;

/** Tables of a DOCX: fixed widths, so that Word and others show them alike. */
final class DocxTable {

    private static final int PADDING_MM = 1;
    /** Thickness in eighths of a point. */
    private static final int BORDER_EIGHTHS = 4;

    private static final String BLACK = "000000";
    /** Characters. */
    private static final int LONG_CELL = 500;

    private final XWPFTable table;
    private final int[] widths;

    private DocxTable(XWPFDocument document, int rows, int[] widths, int paddingMm) {
        this.table = document.createTable(rows, widths.length);
        this.widths = widths;
        BigInteger total = DocxStyle.twips(Layout.TEXT_MM);
        table.setWidth(total.intValueExact());
        table.setTableAlignment(TableRowAlign.CENTER);
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        // Said even when nought: a table that says nothing has margins of its own.
        var margins = properties.addNewTblCellMar();
        for (var side : List.of(margins.addNewLeft(), margins.addNewRight())) {
            side.setW(DocxStyle.twips(paddingMm));
            side.setType(STTblWidth.DXA);
        }
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (XWPFTableRow row : table.getRows()) {
            List<XWPFTableCell> cells = row.getTableCells();
            for (int c = 0; c < cells.size(); c++) {
                width(cells.get(c), widths[c]);
            }
        }
    }

    /** Two columns without borders: for the blocks at the head and the foot. */
    static DocxTable layout(XWPFDocument document, int rows, int leftMm, int rightMm) {
        var widths = new int[] {
            DocxStyle.twips(leftMm).intValueExact(), DocxStyle.twips(rightMm).intValueExact()
        };
        var table = new DocxTable(document, rows, widths, 0);
        table.table.removeBorders();
        table.table.getRows().forEach(row -> row.setCantSplitRow(true));
        return table;
    }

    static void data(XWPFDocument document, Block.Table t) {
        int[] shares = ColumnShares.of(t);
        int total = DocxStyle.twips(Layout.TEXT_MM).intValueExact();
        var widths = new int[shares.length];
        for (int c = 0; c < shares.length; c++) {
            widths[c] = total * shares[c] / 1000;
        }
        var table = new DocxTable(document, Math.max(1, t.rows().size()) + 1, widths, PADDING_MM);
        table.borders();
        List<XWPFTableRow> rows = table.table.getRows();
        rows.get(0).setRepeatHeader(true);
        table.fill(rows.get(0), t, t.headings(), true);
        for (int r = 0; r < t.rows().size(); r++) {
            table.fill(rows.get(r + 1), t, t.rows().get(r), false);
        }
        if (t.rows().isEmpty()) {
            table.none(rows.get(1));
        }
    }

    private void borders() {
        var line = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(line, BORDER_EIGHTHS, 0, BLACK);
        table.setBottomBorder(line, BORDER_EIGHTHS, 0, BLACK);
        table.setLeftBorder(line, BORDER_EIGHTHS, 0, BLACK);
        table.setRightBorder(line, BORDER_EIGHTHS, 0, BLACK);
        table.setInsideHBorder(line, BORDER_EIGHTHS, 0, BLACK);
        table.setInsideVBorder(line, BORDER_EIGHTHS, 0, BLACK);
    }

    XWPFTableCell cell(int row, int column) {
        return table.getRow(row).getCell(column);
    }

    private void fill(XWPFTableRow row, Block.Table table, List<String> texts, boolean head) {
        List<XWPFTableCell> cells = row.getTableCells();
        // A row that may be higher than a page has to be allowed to go on.
        row.setCantSplitRow(texts.stream().allMatch(t -> t.length() < LONG_CELL));
        for (int c = 0; c < cells.size(); c++) {
            XWPFTableCell cell = cells.get(c);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            if (head) {
                paragraph.setAlignment(ParagraphAlignment.CENTER);
                paragraph.setKeepNext(true);
            } else if (table.numericColumns().contains(c)) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            DocxStyle.gap(paragraph, 2, 2);
            DocxText.run(paragraph, texts.get(c), Layout.CELL).setBold(head);
        }
    }

    private void none(XWPFTableRow row) {
        for (int c = widths.length - 1; c > 0; c--) {
            row.removeCell(c);
        }
        XWPFTableCell cell = row.getCell(0);
        if (widths.length > 1) {
            cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.length));
        }
        width(cell, DocxStyle.twips(Layout.TEXT_MM).intValueExact());
        new DocxText(cell)
                .centred(Layout.EMPTY_TEXT, Layout.CELL, false)
                .getRuns()
                .forEach(r -> r.setItalic(true));
    }

    private static void width(XWPFTableCell cell, int twips) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }
}
