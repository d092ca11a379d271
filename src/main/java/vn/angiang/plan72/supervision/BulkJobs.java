package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * Acts on many cases. First a dry run: every case with what would happen. Then, confirmed by the same person within the
 * hour, exactly those cases, each in its own transaction; a case that changed meanwhile is left alone and named.
 */
@Service
public class BulkJobs {

    /** The most cases of one job. */
    public static final int MOST = 2000;

    private static final int LONGEST_REASON = 2000;
    private static final Duration CONFIRM_WITHIN = Duration.ofHours(1);

    private final BulkStore store;
    private final SupervisionActs acts;
    private final CaseList list;
    private final MessageSource messages;
    private final Clock clock;

    BulkJobs(BulkStore store, SupervisionActs acts, CaseList list, MessageSource messages, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.list = list;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Looks at every case of the filter and notes what would happen; nothing is done yet.
     *
     * @return number of the job
     * @throws Refusal.Forbidden when the actor has no such acts
     * @throws Refusal.BadInput no reason, no later day, no case or more than {@link #MOST}
     */
    @Transactional
    public long preview(CaseQuery query, SupervisionActs.Order order, Actor actor) {
        if (!acts.mayUse(actor)) {
            throw new Refusal.Forbidden("bulk.forbidden");
        }
        String reason = Texts.clean(order.reason());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw refuse("reason", "bulk.error.reason");
        }
        if (order.act() == BulkAct.MOVE_DUE && order.due() == null) {
            throw refuse("due", "bulk.error.due");
        }
        var clean =
                new SupervisionActs.Order(order.act(), reason, order.act() == BulkAct.MOVE_DUE ? order.due() : null);
        var found = cases(query, actor);
        if (found.isEmpty() || found.size() > MOST) {
            throw refuse("act", found.isEmpty() ? "bulk.error.none" : "bulk.error.tooMany");
        }
        long id = store.create(clean, actor.username(), now());
        for (int i = 0; i < found.size(); i++) {
            CaseFile file = found.get(i);
            var obstacle = acts.obstacle(file, clean, actor);
            store.add(
                    id,
                    i,
                    file,
                    obstacle.isEmpty() ? "PLANNED" : "LEFT",
                    obstacle.map(this::words).orElse(null));
        }
        return id;
    }

    private List<CaseFile> cases(CaseQuery query, Actor actor) {
        var found = new ArrayList<CaseFile>();
        for (int page = 0; found.size() <= MOST; page++) {
            var next = list.find(query.withPage(page, CaseQuery.MOST), actor);
            found.addAll(next.cases());
            if (!next.more()) {
                break;
            }
        }
        return found;
    }

    /** The job; only for who ordered it. */
    @Transactional(readOnly = true)
    public BulkJob of(long id, Actor actor) {
        return store.find(id)
                .filter(j -> j.requestedBy().equals(actor.username()))
                .orElseThrow(() -> new Refusal.NotFound("bulk.notFound"));
    }

    /** Cases of the job in their order. */
    @Transactional(readOnly = true)
    public List<BulkJob.Item> items(long id, Actor actor) {
        of(id, actor);
        return store.items(id);
    }

    /**
     * Lets it run.
     *
     * @throws Refusal.Conflict when it was confirmed before, or more than an hour after the dry run
     */
    @Transactional
    public void confirm(long id, Actor actor) {
        BulkJob job = of(id, actor);
        boolean old = job.requestedAt().plus(CONFIRM_WITHIN).isBefore(clock.instant());
        if (old || !store.move(id, "PREVIEW", "RUNNING", null)) {
            throw new Refusal.Conflict(old ? "bulk.tooOld" : "bulk.alreadyConfirmed");
        }
    }

    /** Stops it after the case it is at; what is done stays done. No effect when it is over. */
    @Transactional
    public void stop(long id, Actor actor) {
        of(id, actor);
        store.move(id, "RUNNING", "STOPPED", now());
        store.move(id, "PREVIEW", "STOPPED", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private Refusal.BadInput refuse(String field, String key) {
        return new Refusal.BadInput(
                field, messages.getMessage(key, new Object[] {MOST}, LocaleContextHolder.getLocale()));
    }
}
