package vn.angiang.plan72.document.official;

import java.util.List;

/** How the columns of a table share its width: by what stands in them, so that words and numbers are not cut. */
final class ColumnShares {

    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_TEXT = 60;
    private static final int NARROWEST = 4;
    /** Digits that fit into a line, and how much of it numbers may take before all columns shrink alike. */
    private static final int LINE = 72;

    private static final int MOST_FOR_NUMBERS = 700;

    private ColumnShares() {}

    /** Parts of 1000, which they add up to; one for each heading. A number is never broken, so its column comes first. */
    static int[] of(OfficialDocument.Block.Table table) {
        int columns = table.headings().size();
        var weights = new double[columns];
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            weights[c] = weight(table, c);
            sum += weights[c];
        }
        var shares = new double[columns];
        double taken = 0;
        double others = 0;
        for (int c = 0; c < columns; c++) {
            double needed = table.numericColumns().contains(c) ? 1000.0 * longestNumber(table, c) / LINE : 0;
            if (needed > 1000 * weights[c] / sum) {
                shares[c] = needed;
                taken += needed;
            } else {
                others += weights[c];
            }
        }
        boolean fits = taken < MOST_FOR_NUMBERS;
        var rounded = new int[columns];
        int rest = 1000;
        for (int c = 0; c < columns; c++) {
            double share =
                    !fits ? 1000 * weights[c] / sum : shares[c] > 0 ? shares[c] : (1000 - taken) * weights[c] / others;
            rounded[c] = c == columns - 1 ? rest : (int) Math.round(share);
            rest -= rounded[c];
        }
        return rounded;
    }

    private static int longestNumber(OfficialDocument.Block.Table table, int column) {
        return 2
                + table.rows().stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0);
    }

    /** Characters of the longest word, more for longer texts, with the padding of a cell. */
    private static double weight(OfficialDocument.Block.Table table, int column) {
        int word = Math.max(NARROWEST, longestWord(table.headings().get(column)));
        long characters = 0;
        for (List<String> row : table.rows()) {
            String cell = row.get(column);
            word = Math.max(word, longestWord(cell));
            characters += Math.min(LONGEST_TEXT, cell.length());
        }
        double usual =
                table.rows().isEmpty() ? 0 : (double) characters / table.rows().size();
        return Math.max(Math.min(word, LONGEST_WORD), usual) + 2;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < text.length() && longest < LONGEST_WORD; i++) {
            length = Character.isWhitespace(text.charAt(i)) ? 0 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
