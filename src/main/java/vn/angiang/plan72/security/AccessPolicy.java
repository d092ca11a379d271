package vn.angiang.plan72.security;

import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/**
 * The rules by role that pages share; also for {@code @PreAuthorize("@accessPolicy.admin()")}. Rules about a single case
 * or task live with the case or task.
 */
@Component("accessPolicy")
public class AccessPolicy {

    /** Ủy ban nhân dân tỉnh: issues the plan and gives its yearly tasks (plan, IV). */
    private static final String PROVINCE_COMMITTEE = "UBND_TINH";

    private final CurrentActor currentActor;
    private final Units units;

    AccessPolicy(CurrentActor currentActor, Units units) {
        this.currentActor = currentActor;
        this.units = units;
    }

    public boolean isAdmin(Actor actor) {
        return actor.hasRole(Roles.ADMIN);
    }

    public boolean isModeler(Actor actor) {
        return actor.hasRole(Roles.MODELER);
    }

    /** Sees everything, urges, decides nothing: supervisors and leaders of the province's People's Committee. */
    public boolean isSupervisor(Actor actor) {
        return actor.hasRole(Roles.SUPERVISOR) || actor.has(Roles.LEADER, PROVINCE_COMMITTEE);
    }

    public boolean isLeader(Actor actor) {
        return actor.hasRole(Roles.LEADER);
    }

    /** Works in the programme's standing agency (cơ quan thường trực), as officer or leader. */
    public boolean isStandingAgency(Actor actor) {
        String agency = units.standingAgency().code();
        return actor.has(Roles.OFFICER, agency) || actor.has(Roles.LEADER, agency);
    }

    /** May prepare or issue the year's tasks: standing agency and leaders of the province's People's Committee. */
    public boolean mayAssignYear(Actor actor) {
        return isStandingAgency(actor) || actor.has(Roles.LEADER, PROVINCE_COMMITTEE);
    }

    /** Whether the signed-in person is an administrator. */
    public boolean admin() {
        return currentActor.signedIn().map(this::isAdmin).orElse(false);
    }

    /** Whether the signed-in person is a modeler. */
    public boolean modeler() {
        return currentActor.signedIn().map(this::isModeler).orElse(false);
    }

    /** Whether the signed-in person supervises. */
    public boolean supervisor() {
        return currentActor.signedIn().map(this::isSupervisor).orElse(false);
    }

    /**
     * The signed-in person, who must be an administrator.
     *
     * @throws Refusal.Forbidden otherwise
     */
    public Actor requireAdmin() {
        Actor actor = currentActor.get();
        if (!isAdmin(actor)) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
        return actor;
    }
}
