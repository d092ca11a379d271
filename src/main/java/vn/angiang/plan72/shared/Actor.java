package vn.angiang.plan72.shared;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The person (or the system itself) who acts, with the groups that carry the authority.
 *
 * @param username sign-in name, lower case
 * @param fullName as shown to colleagues
 * @param groups own groups, {@code <role>.<unitCode>}, e.g. {@code officer.SLDTBXH}
 * @param standIns absences this person covers today (thay thế khi vắng)
 * @param ip address of the request, or null when no request is behind the act
 */
public record Actor(
        String username, String fullName, List<String> groups, List<StandIn> standIns, @Nullable String ip) {

    /** The system itself: timers, batches, start-up. */
    public static final Actor SYSTEM = new Actor("he-thong", "Hệ thống", List.of(), List.of(), null);

    public Actor {
        groups = List.copyOf(groups);
        standIns = List.copyOf(standIns);
    }

    /**
     * One absence covered by the actor.
     *
     * @param username the absent person
     * @param fullName the absent person's name
     * @param groups groups of the absent person that are covered
     * @param processKeys process keys the substitution is limited to; empty means all
     */
    public record StandIn(String username, String fullName, List<String> groups, List<String> processKeys) {
        public StandIn {
            groups = List.copyOf(groups);
            processKeys = List.copyOf(processKeys);
        }

        /** Whether the substitution covers tasks of this process. */
        public boolean covers(String processKey) {
            return processKeys.isEmpty() || processKeys.contains(processKey);
        }
    }

    /** A pair of role and unit, as carried by a group name. */
    public static String group(String role, String unitCode) {
        return role + "." + unitCode;
    }

    public boolean isSystem() {
        return username.equals(SYSTEM.username);
    }

    /** Own groups only. */
    public boolean has(String role, String unitCode) {
        return groups.contains(group(role, unitCode));
    }

    /** Whether the actor holds the role in any unit, e.g. {@code modeler}. */
    public boolean hasRole(String role) {
        return groups.stream().anyMatch(g -> g.startsWith(role + "."));
    }

    /** Own groups and those of covered absences. */
    public Set<String> allGroups() {
        var all = new LinkedHashSet<>(groups);
        standIns.forEach(s -> all.addAll(s.groups()));
        return all;
    }

    /** Codes of the units in which the actor holds own groups, sorted. */
    public Set<String> unitCodes() {
        return unitsOf(groups);
    }

    /** Codes of own units and of units covered for an absent person, sorted. */
    public Set<String> allUnitCodes() {
        return unitsOf(allGroups());
    }

    /** The absence through which the actor may act for one of these groups, when no own group allows it. */
    public Optional<StandIn> standInFor(Collection<String> candidateGroups, String processKey) {
        if (groups.stream().anyMatch(candidateGroups::contains)) {
            return Optional.empty();
        }
        return standIns.stream()
                .filter(s -> s.covers(processKey))
                .filter(s -> s.groups().stream().anyMatch(candidateGroups::contains))
                .findFirst();
    }

    private static Set<String> unitsOf(Collection<String> groups) {
        var codes = new TreeSet<String>();
        for (String g : groups) {
            int dot = g.indexOf('.');
            if (dot > 0) {
                codes.add(g.substring(dot + 1));
            }
        }
        return codes;
    }
}
