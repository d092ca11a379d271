package vn.angiang.plan72.casefile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;

/** How the obligations of the plan stand, in the four official buckets, within what a person may see. */
@Service
public class PlanStatus {

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final CaseBoard board;
    private final NearDue near;

    PlanStatus(JdbcClient jdbc, CaseAccess access, CaseBoard board, NearDue near) {
        this.jdbc = jdbc;
        this.access = access;
        this.board = board;
        this.near = near;
    }

    /**
     * Status by obligation id; obligations without cases are missing. Withdrawn and restricted cases do not count. Who
     * sees everything reads the tally; a unit's own cases are few and are looked at.
     *
     * @param year one year, or null for all
     */
    @Transactional(readOnly = true)
    public Map<String, CaseStatus> byObligation(Actor actor, @Nullable Integer year) {
        var scope = access.scopeOf(actor);
        var found = new HashMap<String, CaseStatus>();
        if (scope.everything()) {
            for (CaseBoard.Row row : board.rows()) {
                if (!row.obligation().isEmpty() && (year == null || year == row.year())) {
                    found.merge(row.obligation(), row.status(), CaseStatus::plus);
                }
            }
            return found;
        }
        if (scope.units().isEmpty()) {
            return Map.of();
        }
        var days = near.now();
        var statement = jdbc.sql(
                        "select c.* from case_file c where c.obligation_id is not null and c.restricted = false"
                                + (year == null ? "" : " and c.plan_year = :year")
                                + " and c.number in (select u.case_number from case_unit u where u.unit_code in (:units))")
                .param("units", scope.units());
        (year == null ? statement : statement.param("year", year))
                .query(CaseRows::map).stream()
                        .filter(c -> c.obligationId() != null)
                        .forEach(c -> found.merge(
                                String.valueOf(c.obligationId()), CaseStatus.of(c.flag(days), c), CaseStatus::plus));
        found.values().removeIf(s -> s.total() == 0);
        return found;
    }
}
