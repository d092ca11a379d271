package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.ProcessIncidents;
import vn.angiang.plan72.process.ProcessIncidents.Failed;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * What the system tried in vain. Who oversees the programme and administrators see it; administrators see the fault in
 * full and let the system try again, always with a reason and after looking at what will be tried.
 */
@Service
public class Incidents {

    /** The most shown and tried at once. */
    public static final int MOST = 200;

    private static final int LONGEST_REASON = 2000;

    private final ProcessIncidents incidents;
    private final IncidentStore store;
    private final CaseAccess access;
    private final Cases cases;
    private final Units units;
    private final Journal journal;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Incidents(
            ProcessIncidents incidents,
            IncidentStore store,
            CaseAccess access,
            Cases cases,
            Units units,
            Journal journal,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.incidents = incidents;
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.units = units;
        this.journal = journal;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many there are. */
    public long count() {
        return incidents.count();
    }

    /** Whether this person may see incidents. */
    public boolean mayUse(Actor actor) {
        return access.scopeOf(actor).everything() || actor.hasRole(Roles.ADMIN);
    }

    /** Whether this person may read faults in full and let the system try again. */
    public boolean mayRetry(Actor actor) {
        return actor.hasRole(Roles.ADMIN);
    }

    /**
     * The latest, newest first. Of a case the reader may not know of, number and message are left out.
     *
     * @throws Refusal.Forbidden for who may not
     */
    public List<Failed> latest(Actor actor) {
        if (!mayUse(actor)) {
            throw new Refusal.Forbidden("incident.forbidden");
        }
        return incidents.latest(MOST).stream()
                .map(f -> isKnown(f.caseNumber())
                        ? f
                        : new Failed(
                                f.incidentId(),
                                f.jobId(),
                                "",
                                f.processKey(),
                                f.processName(),
                                f.elementName(),
                                "",
                                f.at()))
                .toList();
    }

    /** Whether the signed-in person may know of the case: restricted ones are for their groups. */
    private boolean isKnown(String caseNumber) {
        return !caseNumber.isEmpty() && (!access.isRestricted(caseNumber) || access.isVisible(caseNumber));
    }

    /**
     * The fault in full.
     *
     * @throws Refusal.Forbidden for all but administrators
     * @throws Refusal.NotFound when it is gone, or of a case the reader may not know of
     */
    public String trace(String incidentId, Actor actor) {
        requireAdmin(actor);
        Failed failed = latest(actor).stream()
                .filter(f ->
                        f.incidentId().equals(incidentId) && !f.caseNumber().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("incident.notFound"));
        return incidents.trace(failed.jobId());
    }

    private void requireAdmin(Actor actor) {
        if (!mayRetry(actor)) {
            throw new Refusal.Forbidden("incident.forbidden");
        }
    }

    /**
     * Looks at what would be tried; nothing is done yet.
     *
     * @param chosen ids of incidents
     * @return number of the order
     * @throws Refusal.BadInput no reason (field {@code reason}) or nothing chosen that still is (field {@code chon})
     */
    public long preview(Collection<String> chosen, @Nullable String reason, Actor actor) {
        requireAdmin(actor);
        String clean = Texts.clean(reason);
        if (clean.isEmpty() || clean.length() > LONGEST_REASON) {
            throw refuse("reason", "incident.error.reason");
        }
        var present = incidents.latest(MOST).stream()
                .filter(f -> chosen.contains(f.incidentId()))
                .toList();
        if (present.isEmpty()) {
            throw refuse("chon", "incident.error.none");
        }
        return Optional.ofNullable(transaction.execute(t -> store.create(clean, actor.username(), now(), present)))
                .orElseThrow();
    }

    /** The order with what became of each; only for who gave it. */
    public IncidentRetry of(long id, Actor actor) {
        IncidentRetry order = store.find(id)
                .filter(o -> o.requestedBy().equals(actor.username()))
                .orElseThrow(() -> new Refusal.NotFound("incident.notFound"));
        Map<String, Boolean> now = incidents.failedAgain(order.items().stream()
                .filter(i -> i.result().equals("QUEUED"))
                .map(IncidentRetry.Item::jobId)
                .collect(Collectors.toSet()));
        var items = order.items().stream()
                .map(i -> i.with(
                        isKnown(i.caseNumber()) ? i.caseNumber() : "",
                        !i.result().equals("QUEUED")
                                ? i.result()
                                : !now.containsKey(i.jobId())
                                        ? "RAN"
                                        : now.get(i.jobId()) ? "FAILED_AGAIN" : i.result()))
                .toList();
        return new IncidentRetry(
                order.id(), order.reason(), order.requestedBy(), order.requestedAt(), order.done(), items);
    }

    /**
     * Lets the system try exactly those, each in its own transaction with its entry in the journal.
     *
     * @throws Refusal.Conflict when it was confirmed before
     */
    public void confirm(long id, Actor actor) {
        requireAdmin(actor);
        of(id, actor);
        if (!Boolean.TRUE.equals(transaction.execute(t -> store.confirm(id)))) {
            throw new Refusal.Conflict("incident.alreadyConfirmed");
        }
        IncidentRetry order = store.find(id).orElseThrow();
        for (IncidentRetry.Item item : order.items()) {
            try {
                transaction.executeWithoutResult(t -> retry(order, item, actor));
            } catch (Refusal.Conflict gone) {
                transaction.executeWithoutResult(t -> store.result(id, item.seq(), "GONE"));
            }
        }
    }

    private void retry(IncidentRetry order, IncidentRetry.Item item, Actor actor) {
        incidents.retry(item.jobId());
        store.result(order.id(), item.seq(), "QUEUED");
        var file = cases.find(item.caseNumber());
        journal.record(Act.of(
                file.map(CaseFile::assignerUnit).orElse(units.standingAgency().code()),
                "incident.retried",
                file.map(CaseFile::number).orElse(null),
                actor,
                Map.of("reason", order.reason(), "name", item.elementName())));
    }

    /** Those chosen by their boxes, or all shown. */
    public Set<String> all(Actor actor) {
        return latest(actor).stream().map(Failed::incidentId).collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Refusal.BadInput refuse(String field, String key) {
        return new Refusal.BadInput(field, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
