package vn.angiang.plan72.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;

/** The 97 obligations, from memory. */
@Service
public class Obligations {

    private final Snapshot<Map<String, Obligation>> obligations;
    private final Clauses clauses;

    Obligations(JdbcClient jdbc, Clauses clauses) {
        this.obligations = new Snapshot<>(() -> ObligationRows.read(jdbc));
        this.clauses = clauses;
    }

    /** @throws Refusal.NotFound when there is no such obligation */
    public Obligation byId(String id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("refusal.obligation.notFound", id));
    }

    public Optional<Obligation> find(String id) {
        return Optional.ofNullable(obligations.get().get(id));
    }

    /** In catalogue order. */
    public List<Obligation> all() {
        return List.copyOf(obligations.get().values());
    }

    /** Of the clause and of all clauses below it, in catalogue order. */
    public List<Obligation> ofClause(String clauseId) {
        var ids = new HashSet<>(clauses.subtree(clauseId));
        return all().stream().filter(o -> ids.contains(o.clauseId())).toList();
    }

    void refresh() {
        obligations.clear();
    }
}
