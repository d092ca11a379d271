package vn.angiang.plan72.capital;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Who sees which district's capital. What one may not see is not there: 404. */
@Component
class CapitalAccess {

    /** Agencies that balance and follow capital (IV.10, IV.11, IV.2): they see every district. */
    private static final Set<String> FINANCE = Set.of("SKHDT", "STC", "BDT", "KBNN_TINH");

    private final CaseAccess access;

    CapitalAccess(CaseAccess access) {
        this.access = access;
    }

    /** Whether the actor sees all districts. */
    boolean seesAll(Actor actor) {
        var scope = access.scopeOf(actor);
        return scope.everything() || scope.units().stream().anyMatch(FINANCE::contains);
    }

    /** Whether the actor sees this district. */
    boolean sees(Actor actor, String district) {
        return seesAll(actor) || access.scopeOf(actor).units().contains(district);
    }

    /** @throws Refusal.NotFound unless the actor sees this district */
    void requireDistrict(Actor actor, String district) {
        if (!sees(actor, district)) {
            throw new Refusal.NotFound("capital.ledger.unknown");
        }
    }

    /** @throws Refusal.NotFound unless the current actor sees this case */
    void requireCase(String caseNumber) {
        if (!access.isVisible(caseNumber)) {
            throw new Refusal.NotFound("case.notFound", caseNumber);
        }
    }
}
