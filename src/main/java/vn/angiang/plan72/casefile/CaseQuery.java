package vn.angiang.plan72.casefile;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null or empty means any. Begin with {@link #all()}.
 *
 * @param text searched without accents
 * @param unit lead unit
 * @param matter obligations, or clauses of cases without obligation; null any
 * @param open true open only, false closed only, null both
 * @param bucket where it stands, as boards count it
 * @param selection only cases another module selects; null any
 * @param page page, from 0
 * @param size rows wanted, 1 to 200
 */
public record CaseQuery(
        @Nullable String text,
        @Nullable String unit,
        @Nullable Matter matter,
        @Nullable Integer year,
        @Nullable String state,
        @Nullable Boolean open,
        @Nullable String processKey,
        @Nullable CaseBucket bucket,
        @Nullable Selection selection,
        int page,
        int size) {

    /** The most rows of one page. */
    public static final int MOST = 200;

    /** What cases are about. */
    public record Matter(Set<String> obligations, Set<String> clauses) {

        /** One obligation. */
        public static Matter obligation(String id) {
            return new Matter(Set.of(id), Set.of());
        }
    }

    /**
     * Cases whose number a module finds in its own tables, restricted ones never among them.
     *
     * @param sql query of numbers, written by the program; what people typed stands in the values
     * @param open whether they are all open ones, which are found faster
     * @param values of the named parameters of the query, whose names begin with {@code sel}; {@code today} is there too
     */
    public record Selection(String sql, boolean open, Map<String, Object> values) {}

    public CaseQuery {
        size = Math.max(1, Math.min(MOST, size));
        page = Math.max(0, Math.min(10_000, page));
    }

    /** Everything, a whole page of it. */
    public static CaseQuery all() {
        return new CaseQuery(null, null, null, null, null, null, null, null, null, 0, MOST);
    }

    public CaseQuery withText(@Nullable String text) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withUnit(@Nullable String unit) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withMatter(@Nullable Matter matter) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withYear(@Nullable Integer year) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withState(@Nullable String state, @Nullable Boolean open) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withProcess(@Nullable String processKey) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withBucket(@Nullable CaseBucket bucket) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    /** Whether nothing but a selection is asked for. */
    boolean onlySelects() {
        return selection != null
                && matter == null
                && year == null
                && open == null
                && bucket == null
                && Stream.of(text, unit, state, processKey).allMatch(s -> s == null || s.isBlank());
    }

    public CaseQuery withSelection(@Nullable Selection selection) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }

    public CaseQuery withPage(int page, int size) {
        return new CaseQuery(text, unit, matter, year, state, open, processKey, bucket, selection, page, size);
    }
}
