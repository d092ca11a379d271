package vn.angiang.plan72.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;

/** The tree of the plan's clauses, in the order of the document. */
@Service
public class Clauses {

    /** Places the catalogue prints in words. */
    private static final Map<String, String> IN_WORDS =
            Map.of("Mở đầu", "P", "Đoạn kết", "CL", "III (câu về BCĐ)", "III.BCD");

    private final Snapshot<List<Clause>> clauses;

    Clauses(JdbcClient jdbc) {
        this.clauses = new Snapshot<>(
                () -> jdbc.sql("select id, parent_id, title_vi, title_en, sort from clause order by sort")
                        .query((rs, n) -> new Clause(
                                rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)))
                        .list());
    }

    public List<Clause> all() {
        return clauses.get();
    }

    public Optional<Clause> find(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** @throws Refusal.NotFound when there is no such clause */
    public Clause byId(String id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("refusal.clause.notFound", id));
    }

    /** The parts without a parent: P, I, II, III, IV, CL. */
    public List<Clause> roots() {
        return all().stream().filter(c -> c.parentId() == null).toList();
    }

    public List<Clause> childrenOf(String id) {
        return all().stream().filter(c -> id.equals(c.parentId())).toList();
    }

    /** The clause and all below it. */
    List<String> subtree(String id) {
        return Stream.concat(Stream.of(id), childrenOf(id).stream().flatMap(c -> subtree(c.id()).stream()))
                .toList();
    }

    /** "IV.13 gạch 5" lies in IV.13, "Đoạn kết" is CL. */
    static String idOf(String printed) {
        String known = IN_WORDS.get(printed);
        if (known != null) {
            return known;
        }
        int space = printed.indexOf(' ');
        return space < 0 ? printed : printed.substring(0, space);
    }

    void refresh() {
        clauses.clear();
    }
}
