package vn.angiang.plan72.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What to list in an inbox.
 *
 * @param view mine, or the unit's
 * @param text searched without accents in number, step, title and clause
 * @param due which due dates
 * @param free only tasks nobody holds
 * @param after where the page before ended ({@code yyyy-MM-dd~taskId}), or null for the first
 * @param size rows wanted, 1 to 100
 */
public record InboxQuery(
        View view,
        @Nullable String text,
        @Nullable String processKey,
        @Nullable String taskKey,
        Due due,
        boolean free,
        @Nullable String after,
        int size) {

    /** Whose tasks. */
    public enum View {
        MINE,
        UNIT
    }

    /** Which due dates. */
    public enum Due {
        ANY,
        OVERDUE,
        NEAR
    }

    public InboxQuery {
        size = Math.max(1, Math.min(100, size));
    }

    public static InboxQuery of(View view) {
        return new InboxQuery(view, null, null, null, Due.ANY, false, null, 25);
    }
}
