package vn.angiang.plan72.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes {@code obligation} and its lists. */
final class ObligationRows {

    private static final String LEAD = "LEAD";
    private static final String COORDINATING_NAMED = "COORDINATING_NAMED";
    private static final String COORDINATING_SUGGESTED = "COORDINATING_SUGGESTED";
    private static final String RECIPIENT_NAMED = "RECIPIENT_NAMED";
    private static final String RECIPIENT_SUGGESTED = "RECIPIENT_SUGGESTED";

    private ObligationRows() {}

    static Map<String, Obligation> read(JdbcClient jdbc) {
        var parties = lists(
                jdbc,
                "select concat(obligation_id, concat('/', party)), unit_code from obligation_party"
                        + " order by obligation_id, party, sort");
        var deliverables =
                lists(jdbc, "select obligation_id, text_vi from obligation_deliverable order by obligation_id, sort");
        var flows = lists(jdbc, "select obligation_id, flow from obligation_also_flow order by obligation_id, sort");
        var indicators = lists(
                jdbc, "select obligation_id, indicator_code from obligation_indicator order by obligation_id, sort");
        var all = new LinkedHashMap<String, Obligation>();
        jdbc.sql("select * from obligation order by sort")
                .query((rs, n) -> {
                    String id = rs.getString("id");
                    return new Obligation(
                            id,
                            rs.getString("clause"),
                            rs.getString("paraphrase_vi"),
                            rs.getString("paraphrase_en"),
                            of(parties, id + "/" + LEAD),
                            rs.getString("lead_basis"),
                            of(parties, id + "/" + COORDINATING_NAMED),
                            of(parties, id + "/" + COORDINATING_SUGGESTED),
                            of(parties, id + "/" + RECIPIENT_NAMED),
                            of(parties, id + "/" + RECIPIENT_SUGGESTED),
                            rs.getString("approver"),
                            rs.getString("approver_basis"),
                            rs.getString("modality"),
                            rs.getString("kind"),
                            rs.getString("explicit_deadline_vi"),
                            rs.getString("suggested_schedule"),
                            of(deliverables, id),
                            rs.getString("evidence_en"),
                            rs.getString("flow"),
                            of(flows, id),
                            rs.getString("special_flow"),
                            rs.getString("fan_out"),
                            of(indicators, id),
                            rs.getString("note"));
                })
                .list()
                .forEach(o -> all.put(o.id(), o));
        return all;
    }

    static void insert(JdbcTemplate jdbc, Obligation o, int sort) {
        jdbc.update(
                """
                insert into obligation (id, clause, clause_id, paraphrase_vi, paraphrase_en, lead_basis, approver,
                    approver_basis, modality, kind, explicit_deadline_vi, suggested_schedule, evidence_en, flow,
                    special_flow, fan_out, note, sort)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                o.id(),
                o.clause(),
                o.clauseId(),
                o.paraphraseVi(),
                o.paraphraseEn(),
                o.leadBasis(),
                o.approver(),
                o.approverBasis(),
                o.modality(),
                o.kind(),
                o.explicitDeadlineVi(),
                o.suggestedSchedule(),
                o.evidenceEn(),
                o.flow(),
                o.specialFlow(),
                o.fanOut(),
                o.note(),
                sort);
        String party = "insert into obligation_party (unit_code, sort, obligation_id, party) values (?, ?, ?, ?)";
        insertList(jdbc, party, o.lead(), o.id(), LEAD);
        insertList(jdbc, party, o.coordinatingNamed(), o.id(), COORDINATING_NAMED);
        insertList(jdbc, party, o.coordinatingSuggested(), o.id(), COORDINATING_SUGGESTED);
        insertList(jdbc, party, o.recipientNamed(), o.id(), RECIPIENT_NAMED);
        insertList(jdbc, party, o.recipientSuggested(), o.id(), RECIPIENT_SUGGESTED);
        insertList(
                jdbc,
                "insert into obligation_deliverable (text_vi, sort, obligation_id) values (?, ?, ?)",
                o.deliverablesVi(),
                o.id());
        insertList(
                jdbc,
                "insert into obligation_also_flow (flow, sort, obligation_id) values (?, ?, ?)",
                o.alsoFlows(),
                o.id());
        insertList(
                jdbc,
                "insert into obligation_indicator (indicator_code, sort, obligation_id) values (?, ?, ?)",
                o.indicators(),
                o.id());
    }

    private static void insertList(JdbcTemplate jdbc, String sql, List<String> values, String... owner) {
        var rows = new ArrayList<Object[]>();
        for (String value : values) {
            var row = new ArrayList<Object>(List.of(value, rows.size() + 1));
            row.addAll(List.of(owner));
            rows.add(row.toArray());
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static Map<String, List<String>> lists(JdbcClient jdbc, String sql) {
        var lists = new HashMap<String, List<String>>();
        jdbc.sql(sql)
                .query((rs, n) -> lists.computeIfAbsent(rs.getString(1), k -> new ArrayList<>())
                        .add(rs.getString(2)))
                .list();
        return lists;
    }

    private static List<String> of(Map<String, List<String>> lists, String key) {
        return lists.getOrDefault(key, List.of());
    }
}
