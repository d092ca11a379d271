package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;

/** The units, from memory. Includes units that no longer exist; ask {@link Unit#existsOn} where the day matters. */
@Service
public class Units {

    private final Snapshot<UnitTree> tree;

    Units(JdbcClient jdbc) {
        this.tree = new Snapshot<>(() -> UnitTree.read(jdbc));
    }

    /** @throws Refusal.NotFound when there is no such unit */
    public Unit byCode(String code) {
        return find(code).orElseThrow(() -> new Refusal.NotFound("refusal.unit.notFound", code));
    }

    public Optional<Unit> find(String code) {
        return Optional.ofNullable(tree.get().units().get(code));
    }

    /** All units, posts and groups, province first, then districts each with its communes, groups last. */
    public List<Unit> all() {
        return List.copyOf(tree.get().units().values());
    }

    /** Direct children, in catalogue order. */
    public List<Unit> childrenOf(String code) {
        return List.copyOf(tree.get().children().getOrDefault(code, List.of()));
    }

    /** District-level units (level {@code district}), whatever their type: city, town, district. */
    public List<Unit> districts() {
        return all().stream().filter(u -> u.level().equals("district")).toList();
    }

    public boolean isGroup(String code) {
        return find(code).map(Unit::isGroup).orElse(false);
    }

    /**
     * The units behind a group on that day, groups in groups resolved, in catalogue order and without duplicates. A
     * plain unit stands for itself; a unit that does not exist on that day is left out.
     *
     * @throws Refusal.NotFound when there is no such group or unit
     */
    public List<String> membersOf(String groupCode, LocalDate on) {
        byCode(groupCode);
        var found = new LinkedHashSet<String>();
        collect(tree.get(), groupCode, on, found, new HashSet<>());
        return List.copyOf(found);
    }

    private static void collect(UnitTree tree, String code, LocalDate on, Set<String> found, Set<String> seen) {
        Unit unit = tree.units().get(code);
        if (unit == null || !unit.existsOn(on) || !seen.add(code)) {
            return;
        }
        if (!unit.isGroup()) {
            found.add(code);
            return;
        }
        String level = tree.memberLevels().get(code);
        if (level != null) {
            tree.units().values().stream()
                    .filter(u -> u.level().equals(level) && u.existsOn(on))
                    .forEach(u -> found.add(u.code()));
        }
        for (var member : tree.members().getOrDefault(code, List.of())) {
            if (member.holdsOn(on)) {
                collect(tree, member.memberCode(), on, found, seen);
            }
        }
    }

    /** Whether the unit is the other one or lies below it. */
    public boolean isWithin(String code, String ancestorCode) {
        var seen = new HashSet<String>();
        String at = code;
        while (at != null && seen.add(at)) {
            if (at.equals(ancestorCode)) {
                return true;
            }
            at = find(at).map(Unit::parentCode).orElse(null);
        }
        return false;
    }

    /** The programme's standing agency (cơ quan thường trực); the latest one where the duty has moved. */
    public Unit standingAgency() {
        return all().stream()
                .filter(Unit::standingAgency)
                .max(Comparator.comparing(Unit::validFrom))
                .orElseThrow(() -> new Refusal.NotFound("refusal.unit.noStandingAgency"));
    }

    /** Vietnamese name; the code itself when the unit is unknown. Never throws. */
    public String nameOf(String code) {
        return find(code).map(Unit::nameVi).orElse(code);
    }

    /** The name under which the unit signs: "Ủy ban nhân dân huyện An Phú" for {@code H886}. Never throws. */
    public String actingNameOf(String code) {
        return tree.get().actingNames().getOrDefault(code, code);
    }

    /** Who took over from this unit, directly. */
    public List<UnitSuccessor> successors(String code) {
        return tree.get().successors().stream()
                .filter(s -> s.fromCode().equals(code))
                .toList();
    }

    /** The units that answer on that day for what this unit once did: itself while it exists, else its successors. */
    public List<String> answeringFor(String code, LocalDate on) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(code));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (!seen.add(next)) {
                continue;
            }
            if (byCode(next).existsOn(on)) {
                found.add(next);
            } else {
                successors(next).forEach(s -> open.add(s.toCode()));
            }
        }
        return List.copyOf(found);
    }

    /** Whether the succession is recorded already, in this or the opposite direction. */
    boolean answersAlready(String fromCode, String toCode) {
        return successors(fromCode).stream().anyMatch(s -> s.toCode().equals(toCode))
                || successors(toCode).stream().anyMatch(s -> s.toCode().equals(fromCode));
    }

    void refresh() {
        tree.clear();
    }
}
