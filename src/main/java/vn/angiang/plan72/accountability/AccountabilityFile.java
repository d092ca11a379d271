package vn.angiang.plan72.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.Actor;

/** The evidence of a case, for its page. */
@Service
public class AccountabilityFile {

    private final AccountabilityStore store;
    private final Cases cases;
    private final CaseAccess access;

    AccountabilityFile(AccountabilityStore store, Cases cases, CaseAccess access) {
        this.store = store;
        this.cases = cases;
        this.access = access;
    }

    /** One piece of evidence. */
    public record Item(
            String kind,
            @Nullable String refCase,
            @Nullable LocalDate onDay,
            String text,
            String addedByName,
            Instant addedAt) {}

    /**
     * The file as its page shows it.
     *
     * @param mayAskMoreTime whether this person is the head and may still ask for time
     */
    public record View(
            String number,
            String title,
            boolean open,
            AccountabilityCase facts,
            List<Item> evidence,
            boolean mayAskMoreTime) {}

    /** The file; only those who may know of the case get it. */
    @Transactional(readOnly = true)
    public View of(String number, Actor actor) {
        access.requireVisible(number);
        var file = cases.byNumber(number);
        AccountabilityCase c = store.of(number);
        boolean waits = c.explainDueOn() != null && c.explainedOn() == null && !c.silent() && file.isOpen();
        boolean head = actor.allGroups().contains(Actor.group("leader", c.unit()));
        return new View(
                number,
                file.title(),
                file.isOpen(),
                c,
                store.evidence(number).stream()
                        .map(e -> new Item(e.kind(), e.refCase(), e.onDay(), e.text(), e.addedByName(), e.addedAt()))
                        .toList(),
                waits && head && c.moreTimeState() == null);
    }
}
