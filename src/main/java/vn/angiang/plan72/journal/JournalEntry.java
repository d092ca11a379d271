package vn.angiang.plan72.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded act as read back.
 *
 * @param data the facts of the act, as given when it was recorded
 */
public record JournalEntry(
        String chain,
        long seq,
        Instant at,
        String actor,
        String actorName,
        @Nullable String onBehalfOf,
        String action,
        @Nullable String caseNumber,
        Map<String, Object> data,
        String hash) {}
