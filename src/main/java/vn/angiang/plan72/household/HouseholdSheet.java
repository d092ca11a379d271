package vn.angiang.plan72.household;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.shared.FieldError;

/** Reads one uploaded list and collects every fault. Used once. */
final class HouseholdSheet {

    static final int INDICATORS = 10;
    static final int FIRST_INDICATOR = 10;
    static final int COLUMNS = FIRST_INDICATOR + INDICATORS;

    static final Codes AREAS = new Codes(Map.of("NT", "RURAL", "TT", "URBAN"));
    static final Codes CLASSES = new Codes(Map.of("N", "POOR", "CN", "NEAR_POOR", "K", "NONE"));
    private static final Codes YES_NO = new Codes(Map.of("C", "YES", "K", "NO"));
    static final Pattern CODE = Pattern.compile("[A-Za-z0-9./-]{1,30}");
    static final int MOST_MEMBERS = 50;
    static final int MOST_POINTS = 500;
    private static final int LONGEST = 200;

    private final HouseholdWords words;
    private final Map<String, HouseholdStore.Known> known;
    private final HouseholdClasses.Rater rater;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    /** Texts of the row that is being read: each cell is looked at once. */
    private final String[] cells = new String[COLUMNS];

    HouseholdSheet(HouseholdWords words, Map<String, HouseholdStore.Known> known, HouseholdClasses.Rater rater) {
        this.words = words;
        this.known = known;
        this.rater = rater;
    }

    /** What stands in a cell for what is meant. */
    record Codes(Map<String, String> meaning) {

        @Nullable
        String of(String typed) {
            return meaning.get(typed.toUpperCase(Locale.ROOT));
        }

        String inverse(String meant) {
            return meaning.entrySet().stream()
                    .filter(e -> e.getValue().equals(meant))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    static String yesNo(boolean yes) {
        return yes ? "C" : "K";
    }

    /** Message key of a column's heading. */
    static String heading(int column) {
        return column < FIRST_INDICATOR ? "household.column." + column : "household.column.indicator";
    }

    List<FieldError> errors() {
        return errors;
    }

    List<HouseholdRow> read(XSSFSheet sheet) {
        var rows = new ArrayList<HouseholdRow>();
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            Row row = sheet.getRow(r);
            if (row != null) {
                int before = errors.size();
                for (int c = 0; c < COLUMNS; c++) {
                    cells[c] = UploadedWorkbook.text(row.getCell(c));
                    if (UploadedWorkbook.isFormula(row.getCell(c))) {
                        wrong(row, c, "household.import.formula");
                    }
                }
                boolean blank = errors.size() == before && Arrays.stream(cells).allMatch(String::isEmpty);
                HouseholdRow read = blank ? null : row(row, before);
                if (read != null) {
                    rows.add(read);
                }
            }
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("tep", words.say("household.import.empty")));
        }
        known.forEach((code, k) -> {
            if (k.counted() && !seen.contains(code)) {
                errors.add(new FieldError("tep", words.say("household.import.missing", code)));
            }
        });
        return rows;
    }

    private @Nullable HouseholdRow row(Row row, int before) {
        String code = text(0).toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            wrong(row, 0, "household.import.code");
        } else if (!seen.add(code)) {
            wrong(row, 0, "household.import.twice");
        }
        String name = words(row, 1, true);
        String hamlet = words(row, 2, false);
        Integer members = whole(row, 3, 1, MOST_MEMBERS, "household.import.members");
        String area = coded(row, 4, AREAS, "household.import.area");
        String previous = coded(row, 5, CLASSES, "household.import.previous");
        boolean wasPoor = "YES".equals(coded(row, 6, YES_NO, "household.import.yesNo"));
        boolean present = "YES".equals(coded(row, 7, YES_NO, "household.import.yesNo"));
        boolean formA = "YES".equals(coded(row, 8, YES_NO, "household.import.yesNo"));
        compare(row, code, previous);
        Integer points = text(9).isEmpty() ? null : whole(row, 9, 0, MOST_POINTS, "household.import.points");
        String marks = marks(row, !text(9).isEmpty());
        if (errors.size() > before || members == null || area == null || previous == null) {
            return null;
        }
        var past = known.get(code);
        boolean needed = formA || !previous.equals("NONE") || past != null && past.counted();
        String result = result(row, area, present, needed, points, marks);
        return errors.size() > before
                ? null
                : new HouseholdRow(
                        code,
                        name,
                        hamlet,
                        members,
                        area,
                        previous,
                        wasPoor || past != null && past.wasPoor(),
                        present,
                        needed,
                        points,
                        marks,
                        result);
    }

    /** The last official result counts, whatever the file says; who came by a request since was not in it. */
    private void compare(Row row, String code, @Nullable String previous) {
        var past = known.get(code);
        if (past != null && previous != null && (past.lastClass() != null || past.yearClass() != null)) {
            String official =
                    past.lastClass() == null || past.lastClass().equals("NOT_POOR") ? "NONE" : past.lastClass();
            if (!official.equals(previous)) {
                wrong(row, 5, "household.import.otherPrevious");
            }
        }
    }

    private @Nullable String result(
            Row row, String area, boolean present, boolean needed, @Nullable Integer points, @Nullable String marks) {
        if (!present) {
            return null;
        }
        if (!needed) {
            return "NOT_POOR";
        }
        if (points == null || marks == null) {
            return null; // listed, to be surveyed
        }
        var rated = rater.rate(area, points, HouseholdRow.deprived(marks));
        if (rated.isEmpty()) {
            wrong(row, 9, "household.import.noThreshold");
        }
        return rated.orElse(null);
    }

    /** Ten marks, or none at all: half a survey is a mistake. */
    private @Nullable String marks(Row row, boolean demanded) {
        var marks = new StringBuilder();
        boolean any = demanded;
        for (int i = 0; i < INDICATORS; i++) {
            any |= !text(FIRST_INDICATOR + i).isEmpty();
        }
        if (!any) {
            return null;
        }
        if (!demanded) {
            wrong(row, 9, "household.import.points");
        }
        for (int i = 0; i < INDICATORS; i++) {
            String mark = text(FIRST_INDICATOR + i);
            if (!mark.equals("0") && !mark.equals("1")) {
                wrong(row, FIRST_INDICATOR + i, "household.import.mark");
            }
            marks.append(mark);
        }
        return marks.length() == INDICATORS ? marks.toString() : null;
    }

    private String text(int column) {
        return cells[column];
    }

    private @Nullable String words(Row row, int column, boolean demanded) {
        String typed = text(column);
        if (typed.length() > LONGEST || demanded && typed.isEmpty()) {
            wrong(row, column, "household.import.text");
        }
        return typed.isEmpty() ? null : typed;
    }

    private @Nullable Integer whole(Row row, int column, int min, int max, String key) {
        String typed = text(column);
        if (typed.matches("\\d{1,4}")) {
            int number = Integer.parseInt(typed);
            if (number >= min && number <= max) {
                return number;
            }
        }
        wrong(row, column, key);
        return null;
    }

    private @Nullable String coded(Row row, int column, Codes codes, String key) {
        String meant = codes.of(text(column));
        if (meant == null) {
            wrong(row, column, key);
        }
        return meant;
    }

    private void wrong(Row row, int column, String key) {
        String address = CellReference.convertNumToColString(column) + (row.getRowNum() + 1);
        errors.add(new FieldError("tep", address + ": " + words.say(key)));
    }
}
