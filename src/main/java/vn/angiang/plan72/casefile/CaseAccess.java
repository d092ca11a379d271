package vn.angiang.plan72.casefile;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/**
 * Who may see a case: its own units; and everything for the standing agency, the steering committee and the provincial
 * People's Committee (flows, "Common to all"). Asked on every read, write, file and export.
 */
@Service
public class CaseAccess {

    /** Units that see all cases. Codes of the catalogue; default, no legal basis beyond CL.b and III.BCD. */
    static final Set<String> OVERSEERS = Set.of("SLDTBXH", "BCD_TINH", "UBND_TINH", "VP_UBND_TINH");

    private static final Set<String> READING_ROLES = Set.of("officer", "leader", "supervisor", "admin");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CaseAccess(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * What a person may see: everything, or the cases of some units. Restricted cases are for their groups alone, also
     * among those who see everything else.
     */
    public record Scope(boolean everything, Set<String> units, Set<String> groups) {}

    /** What this actor may see. */
    public Scope scopeOf(Actor actor) {
        var units = new TreeSet<String>();
        for (String group : actor.allGroups()) {
            int dot = group.indexOf('.');
            if (dot > 0 && READING_ROLES.contains(group.substring(0, dot))) {
                units.add(group.substring(dot + 1));
            }
        }
        boolean everything = actor.isSystem() || units.stream().anyMatch(OVERSEERS::contains);
        return new Scope(everything, units, Set.copyOf(actor.allGroups()));
    }

    /** Whether the current actor may see a case that exists. */
    @Transactional(readOnly = true)
    public boolean isVisible(String caseNumber) {
        Actor actor = currentActor.get();
        if (isRestricted(caseNumber) && !actor.isSystem()) {
            return !actor.allGroups().isEmpty()
                    && jdbc.sql(
                                            "select count(*) from case_group where case_number = :number and group_name in (:groups)")
                                    .param("number", caseNumber)
                                    .param("groups", actor.allGroups())
                                    .query(Integer.class)
                                    .single()
                            > 0;
        }
        var scope = scopeOf(actor);
        if (scope.everything()) {
            return exists(caseNumber);
        }
        return !scope.units().isEmpty()
                && jdbc.sql("select count(*) from case_unit where case_number = :number and unit_code in (:units)")
                                .param("number", caseNumber)
                                .param("units", scope.units())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether only some groups may know of the case. */
    @Transactional(readOnly = true)
    public boolean isRestricted(String caseNumber) {
        return jdbc.sql("select count(*) from case_file where number = :number and restricted")
                        .param("number", caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Refuses when the current actor may not see the case.
     *
     * @throws Refusal.NotFound when there is no such case
     * @throws Refusal.Forbidden when it belongs to other units
     */
    @Transactional(readOnly = true)
    public void requireVisible(String caseNumber) {
        if (isVisible(caseNumber)) {
            return;
        }
        if (!exists(caseNumber) || isRestricted(caseNumber)) {
            throw new Refusal.NotFound("case.notFound", caseNumber); // not even that there is such a case
        }
        throw new Refusal.Forbidden("case.forbidden", caseNumber);
    }

    private boolean exists(String caseNumber) {
        return jdbc.sql("select count(*) from case_file where number = :number")
                        .param("number", caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
