package vn.angiang.plan72.household;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;

/**
 * Takes the names out of old reviews, some months after the official result (parameter {@code household.keep.months};
 * default, no legal basis). Classes and sums stay; each commune's journal says how many.
 */
@Component
public class HouseholdErasure {

    private final HouseholdStore store;
    private final ReviewDays days;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final boolean scheduled;

    HouseholdErasure(
            HouseholdStore store,
            ReviewDays days,
            Journal journal,
            TransactionOperations transaction,
            @Value("${plan72.household.scheduled:true}") boolean scheduled) {
        this.store = store;
        this.days = days;
        this.journal = journal;
        this.transaction = transaction;
        this.scheduled = scheduled;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 21_600_000)
    void byItself() {
        if (scheduled) {
            erase();
        }
    }

    /** Erases what is old; returns how many households. */
    public int erase() {
        Integer erased = transaction.execute(tx -> {
            var counted = store.erase(days.eraseBefore(), days.today());
            counted.forEach((commune, n) ->
                    journal.record(Act.of(commune, "household.erased", null, Actor.SYSTEM, Map.of("households", n))));
            return counted.values().stream().mapToInt(Integer::intValue).sum();
        });
        return erased == null ? 0 : erased;
    }
}
