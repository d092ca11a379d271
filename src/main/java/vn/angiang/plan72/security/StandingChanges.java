package vn.angiang.plan72.security;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.angiang.plan72.organization.StaffChanged;
import vn.angiang.plan72.organization.SubstitutionChanged;
import vn.angiang.plan72.organization.UnitChanged;

/** Posts, substitutions and units that change here count at once; those changed on another node within a minute. */
@Component
class StandingChanges {

    private final Standing standing;

    StandingChanges(Standing standing) {
        this.standing = standing;
    }

    @TransactionalEventListener(
            classes = {StaffChanged.class, SubstitutionChanged.class, UnitChanged.class},
            fallbackExecution = true)
    public void changed() {
        standing.forgetAll();
    }
}
