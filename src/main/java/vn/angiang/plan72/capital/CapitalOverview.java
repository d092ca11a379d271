package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;

/** Given, allocated, disbursed and settled of a year: by district, source or project, within what the actor may see. */
@Service
public class CapitalOverview {

    private final LedgerStore store;
    private final CapitalAccess access;
    private final Units units;
    private final CapitalWords words;

    CapitalOverview(LedgerStore store, CapitalAccess access, Units units, CapitalWords words) {
        this.store = store;
        this.access = access;
        this.units = units;
        this.words = words;
    }

    /** What the rows stand for. */
    public enum By {
        DISTRICT,
        SOURCE,
        PROJECT
    }

    /**
     * One row, in đồng.
     *
     * @param code district, source or project
     */
    public record Row(String code, String name, long given, long allocated, long disbursed, long settled) {

        /** The row with more added. */
        public Row plus(long moreGiven, long moreAllocated, long moreDisbursed, long moreSettled) {
            return new Row(
                    code,
                    name,
                    Math.addExact(given, moreGiven),
                    Math.addExact(allocated, moreAllocated),
                    Math.addExact(disbursed, moreDisbursed),
                    Math.addExact(settled, moreSettled));
        }

        /** Not yet allocated. */
        public long difference() {
            return given - allocated;
        }
    }

    /** A year's ledgers that the actor may see, in the order of districts. */
    @Transactional(readOnly = true)
    public List<Ledger> ledgers(int year, Actor actor) {
        return store.ofYear(year).stream()
                .filter(l -> access.sees(actor, l.district()))
                .toList();
    }

    /** Whether the actor sees every district. */
    public boolean seesAll(Actor actor) {
        return access.seesAll(actor);
    }

    /** Years with capital, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return store.years();
    }

    /** Rows of a year. */
    @Transactional(readOnly = true)
    public List<Row> rows(int year, By by, Actor actor) {
        var rows = new LinkedHashMap<String, Row>();
        for (Ledger l : ledgers(year, actor)) {
            for (Given g : l.given()) {
                add(rows, by, l, g.source(), g.project(), g.amount(), 0, 0, 0);
            }
            l.signedOwn().forEach((source, amount) -> {
                if (by != By.PROJECT) {
                    add(rows, by, l, source, Project.KHAC, amount, 0, 0, 0);
                }
            });
            for (Line line : l.lines()) {
                long settled = line.settled() == null ? 0 : line.settled();
                // Own money is brought by source only: by project it counts as brought where it is allocated.
                long brought = by == By.PROJECT && line.source().own() ? line.signed() : 0;
                add(rows, by, l, line.source(), line.project(), brought, line.signed(), line.disbursed(), settled);
            }
        }
        return rows.values().stream()
                .filter(r -> r.given() != 0 || r.allocated() != 0)
                .toList();
    }

    private void add(
            Map<String, Row> rows,
            By by,
            Ledger ledger,
            Source source,
            Project project,
            long given,
            long allocated,
            long disbursed,
            long settled) {
        String code =
                switch (by) {
                    case DISTRICT -> ledger.district();
                    case SOURCE -> source.name();
                    case PROJECT -> project.name();
                };
        rows.computeIfAbsent(code, c -> new Row(c, nameOf(by, c), 0, 0, 0, 0));
        rows.computeIfPresent(code, (c, row) -> row.plus(given, allocated, disbursed, settled));
    }

    private String nameOf(By by, String code) {
        return switch (by) {
            case DISTRICT -> units.nameOf(code);
            case SOURCE -> words.say("capital.source." + code);
            case PROJECT -> words.say("capital.project." + code);
        };
    }

    /** What one row is made of: the signed lines behind it, each with its ledger. */
    @Transactional(readOnly = true)
    public List<Part> behind(int year, By by, String code, Actor actor) {
        var parts = new ArrayList<Part>();
        for (Ledger l : ledgers(year, actor)) {
            for (Line line : l.signedLines()) {
                String of =
                        switch (by) {
                            case DISTRICT -> l.district();
                            case SOURCE -> line.source().name();
                            case PROJECT -> line.project().name();
                        };
                if (of.equals(code)) {
                    parts.add(new Part(l, line));
                }
            }
        }
        return parts;
    }

    /** A line and the ledger it stands in. */
    public record Part(Ledger ledger, Line line) {}
}
