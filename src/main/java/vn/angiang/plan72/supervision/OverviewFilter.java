package vn.angiang.plan72.supervision;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.casefile.CaseBoard;
import vn.angiang.plan72.organization.Units;

/**
 * What the leader's board shows.
 *
 * @param year one year, or null for all
 * @param process one flow, or empty for all
 * @param level one level of units, or empty for all but communes
 * @param order {@code don-vi}, {@code dung-han}, {@code tong} or {@code qua-han}
 */
public record OverviewFilter(@Nullable Integer year, String process, String level, String order) {

    /** In the order of the hierarchy. */
    static final List<String> LEVELS =
            List.of("province", "district", "commune", "organisation", "central", "group", "");

    /** What can be chosen as order; the first is the default. */
    public static final List<String> ORDERS = List.of("qua-han", "dung-han", "tong", "don-vi");

    public OverviewFilter {
        order = ORDERS.contains(order) ? order : ORDERS.get(0);
    }

    boolean takes(CaseBoard.Row row, String levelOfUnit) {
        return takes(row.year(), row.processKey()) && takesLevel(levelOfUnit);
    }

    boolean takes(CaseBoard.Month month, String levelOfUnit) {
        return takes(month.year(), month.processKey()) && takesLevel(levelOfUnit);
    }

    boolean takesLevel(String levelOfUnit) {
        return level.isEmpty() ? !levelOfUnit.equals("commune") : level.equals(levelOfUnit);
    }

    private boolean takes(int ofYear, String ofProcess) {
        return (year == null || year == ofYear) && (process.isEmpty() || process.equals(ofProcess));
    }

    Comparator<Overview.Line> order(Units units) {
        var collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        Comparator<Overview.Line> byName = (a, b) -> collator.compare(units.nameOf(a.unit()), units.nameOf(b.unit()));
        Comparator<Overview.Line> first =
                switch (order) {
                    case "dung-han" -> Comparator.comparingInt(l -> l.status().onTimePercent());
                    case "tong" -> Comparator.comparingInt(l -> -l.status().total());
                    case "don-vi" -> byName;
                    default -> Comparator.comparingInt(l -> -l.status().openOverdue());
                };
        return first.thenComparing(byName);
    }
}
