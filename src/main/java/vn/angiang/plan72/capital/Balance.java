package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was given against what is allocated, to the đồng. What the province gives has to be met by source and project;
 * what the district brings itself by source.
 */
public record Balance(List<Row> rows) {

    public Balance {
        rows = List.copyOf(rows);
    }

    /**
     * One sum to be met.
     *
     * @param project null where any project will do
     */
    public record Row(Source source, @Nullable Project project, long given, long allocated) {

        /** Still to be allocated; negative when too much is. */
        public long difference() {
            return Math.subtractExact(given, allocated);
        }
    }

    /** The balance of a draft. */
    static Balance of(List<Given> given, Map<Source, Long> own, List<Line> lines) {
        return of(given, own, lines, Line::amount);
    }

    private static Balance of(
            List<Given> given, Map<Source, Long> own, List<Line> lines, ToLongFunction<Line> amountOf) {
        var rows = new ArrayList<Row>();
        for (Source source : Source.values()) {
            if (source.own()) {
                long allocated = sum(lines, source, null, amountOf);
                long brought = own.getOrDefault(source, 0L);
                if (brought != 0 || allocated != 0) {
                    rows.add(new Row(source, null, brought, allocated));
                }
                continue;
            }
            var byProject = new EnumMap<Project, Long>(Project.class);
            given.stream()
                    .filter(g -> g.source() == source)
                    .forEach(g -> byProject.merge(g.project(), g.amount(), Math::addExact));
            for (Project project : Project.values()) {
                long allocated = sum(lines, source, project, amountOf);
                if (byProject.containsKey(project) || allocated != 0) {
                    rows.add(new Row(source, project, byProject.getOrDefault(project, 0L), allocated));
                }
            }
        }
        return new Balance(rows);
    }

    private static long sum(List<Line> lines, Source source, @Nullable Project project, ToLongFunction<Line> amountOf) {
        return lines.stream()
                .filter(l -> l.source() == source && (project == null || l.project() == project))
                .mapToLong(amountOf)
                .reduce(0, Math::addExact);
    }

    /** Whether every sum is met, to the đồng. */
    public boolean isEqual() {
        return rows.stream().allMatch(r -> r.difference() == 0);
    }

    /** All that was given or brought. */
    public long given() {
        return rows.stream().mapToLong(Row::given).reduce(0, Math::addExact);
    }

    /** All that is allocated. */
    public long allocated() {
        return rows.stream().mapToLong(Row::allocated).reduce(0, Math::addExact);
    }
}
