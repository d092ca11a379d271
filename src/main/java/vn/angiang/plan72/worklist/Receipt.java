package vn.angiang.plan72.worklist;

import java.util.List;
import vn.angiang.plan72.journal.FormSnapshots.FormSnapshot;

/**
 * What a person gets for a completed task.
 *
 * @param snapshot the sealed answer; its id is the number of the receipt
 * @param waiting where the case waits now; empty when it is over
 */
public record Receipt(FormSnapshot snapshot, List<WorkItem> waiting) {}
