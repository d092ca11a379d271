package vn.angiang.plan72.capital;

import org.springframework.stereotype.Component;
import vn.angiang.plan72.worklist.Inbox;

/** Whether a draft waits for the leader's signature. A case that was taken away holds nothing. */
@Component
class LedgerLocks {

    private final Inbox inbox;

    LedgerLocks(Inbox inbox) {
        this.inbox = inbox;
    }

    boolean holds(Ledger ledger) {
        return ledger.lockedCase() != null
                && inbox.ofCase(ledger.lockedCase()).stream()
                        .anyMatch(w -> w.taskKey().equals("UserTask_approveAllocation")
                                && w.unitCode().equals(ledger.district()));
    }
}
