package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.process.InstanceMigration;
import vn.angiang.plan72.process.InstanceMigration.Waiting;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * Moves running cases to another version: first a look at every one of them, then, confirmed by the same person within
 * the hour, exactly those chosen, each in its own transaction.
 */
@Service
public class Migrations {

    /** The most cases of one migration. */
    public static final int MOST = 5000;

    private static final int LONGEST_REASON = 2000;
    private static final Duration CONFIRM_WITHIN = Duration.ofHours(1);

    private final MigrationStore store;
    private final ReleasedModels released;
    private final InstanceMigration engine;
    private final CaseAccess access;
    private final Modelers modelers;
    private final Clock clock;

    Migrations(
            MigrationStore store,
            ReleasedModels released,
            InstanceMigration engine,
            CaseAccess access,
            Modelers modelers,
            Clock clock) {
        this.store = store;
        this.released = released;
        this.engine = engine;
        this.access = access;
        this.modelers = modelers;
        this.clock = clock;
    }

    /**
     * What is known before anything is chosen.
     *
     * @param steps label of each old step that goes over by itself, to the label of the new one
     * @param unmapped old steps at which cases wait and which do not go over by themselves: element to label
     * @param targets steps of the new version they could be mapped to: element to label
     * @param cases cases on the old version
     */
    public record Outlook(
            int fromVersion,
            int toVersion,
            Map<String, String> steps,
            Map<String, String> unmapped,
            Map<String, String> targets,
            int cases) {}

    /** Looks from an older version to the latest. */
    @Transactional(readOnly = true)
    public Outlook look(String folder, String fromDefinition, Actor by) {
        modelers.require(by);
        var from = released.version(folder, fromDefinition);
        var to = latest(folder);
        var way = engine.way(from.definitionId(), to.definitionId(), Map.of());
        var old = engine.labels(from.definitionId());
        var now = engine.labels(to.definitionId());
        var waiting = engine.waiting(from.definitionId());
        var steps = new LinkedHashMap<String, String>();
        way.steps().forEach((a, b) -> steps.put(old.getOrDefault(a, a), now.getOrDefault(b, b)));
        var unmapped = new TreeMap<String, String>();
        waiting.forEach(w -> w.elements().stream()
                .filter(e -> !way.steps().containsKey(e))
                .forEach(e -> unmapped.put(e, old.getOrDefault(e, e))));
        return new Outlook(
                from.number(), to.number(), steps, unmapped, engine.activities(to.definitionId()), waiting.size());
    }

    /**
     * Notes for every case of the old version whether it would go over; nothing is done yet.
     *
     * @param byHand old element to new element, for steps that do not go over by themselves
     * @return number of the migration
     * @throws Refusal.BadInput without a reason, or when the engine refuses the mapping
     */
    @Transactional
    public long preview(String folder, String fromDefinition, Map<String, String> byHand, String reason, Actor by) {
        modelers.require(by);
        String clean = Texts.clean(reason);
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_REASON) {
            throw modelers.mistake("reason", "modelling.migration.error.reason", LONGEST_REASON);
        }
        var from = released.version(folder, fromDefinition);
        var to = latest(folder);
        if (from.definitionId().equals(to.definitionId())) {
            throw new Refusal.Conflict("modelling.migration.sameVersion");
        }
        Set<String> targets = engine.activities(to.definitionId()).keySet();
        var mapped = byHand.entrySet().stream()
                .filter(e -> targets.contains(e.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var way = engine.way(from.definitionId(), to.definitionId(), mapped);
        if (!way.problems().isEmpty()) {
            throw modelers.mistake("mapping", "modelling.migration.error.mapping", String.join("; ", way.problems()));
        }
        List<Waiting> waiting = engine.waiting(from.definitionId());
        if (waiting.isEmpty() || waiting.size() > MOST) {
            throw new Refusal.Conflict(
                    waiting.isEmpty() ? "modelling.migration.none" : "modelling.migration.tooMany", MOST);
        }
        long id = store.create(folder, from, to, mapped, clean, by.username());
        var labels = engine.labels(from.definitionId());
        for (int i = 0; i < waiting.size(); i++) {
            Waiting w = waiting.get(i);
            store.add(id, i, w, said(w.elements(), labels), obstacle(w, way, labels));
        }
        return id;
    }

    private @org.jspecify.annotations.Nullable String obstacle(
            Waiting w, InstanceMigration.Way way, Map<String, String> labels) {
        var lost =
                w.elements().stream().filter(e -> !way.steps().containsKey(e)).toList();
        return lost.isEmpty() ? null : modelers.say("modelling.migration.notMapped", said(lost, labels));
    }

    private static String said(List<String> elements, Map<String, String> labels) {
        String said =
                elements.stream().map(e -> labels.getOrDefault(e, e)).sorted().collect(Collectors.joining(", "));
        return said.length() <= 1000 ? said : said.substring(0, 999) + "…";
    }

    /** @throws Refusal.NotFound when there is none of this number */
    @Transactional(readOnly = true)
    public Migration of(long id, Actor by) {
        modelers.require(by);
        return store.find(id).orElseThrow(() -> new Refusal.NotFound("modelling.migration.unknown"));
    }

    /** Migrations of a folder that were confirmed, newest first. */
    @Transactional(readOnly = true)
    public List<Migration> ofFolder(String folder, Actor by) {
        modelers.require(by);
        return store.ofFolder(folder);
    }

    /** Its cases; the number of a restricted case only for who may see it, else empty. */
    @Transactional(readOnly = true)
    public List<Migration.Item> items(long id, Actor by) {
        of(id, by);
        var items = new ArrayList<Migration.Item>();
        for (Migration.Item i : store.items(id)) {
            boolean hidden = access.isRestricted(i.caseNumber()) && !access.isVisible(i.caseNumber());
            items.add(hidden ? new Migration.Item(i.seq(), i.instanceId(), "", i.steps(), i.result(), i.message()) : i);
        }
        return items;
    }

    /**
     * Lets it run, for the chosen cases only.
     *
     * @param chosen positions of the list
     * @throws Refusal.Conflict when nothing is chosen, it was confirmed before, or more than an hour after the look
     */
    @Transactional
    public void confirm(long id, Set<Integer> chosen, Actor by) {
        Migration migration = of(id, by);
        if (!migration.requestedBy().equals(by.username())) {
            throw new Refusal.Forbidden("modelling.migration.notYours");
        }
        if (migration.requestedAt().plus(CONFIRM_WITHIN).isBefore(clock.instant())) {
            throw new Refusal.Conflict("modelling.migration.tooOld");
        }
        int planned = 0;
        for (Migration.Item item : store.items(id)) {
            if (item.result().equals("PLANNED")) {
                if (chosen.contains(item.seq())) {
                    planned++;
                } else {
                    store.result(id, item.seq(), "LEFT", modelers.say("modelling.migration.notChosen"));
                }
            }
        }
        if (planned == 0) {
            throw new Refusal.Conflict("modelling.migration.none");
        }
        if (!store.move(id, "PREVIEW", "RUNNING")) {
            throw new Refusal.Conflict("modelling.migration.confirmed");
        }
    }

    /** Stops it after the case it is at; what went over stays over. */
    @Transactional
    public void stop(long id, Actor by) {
        of(id, by);
        store.move(id, "RUNNING", "STOPPED");
        store.move(id, "PREVIEW", "STOPPED");
    }

    private ReleasedModels.Version latest(String folder) {
        return released.latest(folder).orElseThrow(() -> new Refusal.NotFound("modelling.folder.unknown", folder));
    }
}
