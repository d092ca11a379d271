package vn.angiang.plan72.supervision;

import java.time.Instant;
import java.util.List;

/**
 * An order to try failed jobs once more.
 *
 * @param done whether it was confirmed
 */
public record IncidentRetry(
        long id, String reason, String requestedBy, Instant requestedAt, boolean done, List<Item> items) {

    /**
     * One job of it.
     *
     * @param caseNumber empty when the reader may not know of the case
     * @param result {@code PLANNED}; after confirmation {@code QUEUED}, {@code GONE} (was over already), and as time goes
     *     {@code RAN} or {@code FAILED_AGAIN}
     */
    public record Item(
            int seq, String jobId, String caseNumber, String processName, String elementName, String result) {

        Item with(String number, String now) {
            return new Item(seq, jobId, number, processName, elementName, now);
        }
    }

    /** How many are to be tried, or were. */
    public long planned() {
        return items.stream().filter(i -> !i.result().equals("GONE")).count();
    }
}
