package vn.angiang.plan72.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.secrecy.SealedRows;
import vn.angiang.plan72.secrecy.SecretBox;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code opinion} and what belongs to it. */
@Repository
class OpinionStore implements SealedRows {

    /** What the public did and a job has yet to hand to the process. */
    static final String START = "START";

    static final String RATING = "RATING";

    private final JdbcClient jdbc;

    private final SecretBox box;

    OpinionStore(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** What an opinion begins with. */
    record Beginning(
            String caseNumber,
            String origin,
            @Nullable String senderUnit,
            @Nullable String topic,
            @Nullable String placeUnit,
            @Nullable String text,
            Instant sentAt,
            @Nullable String submissionId,
            @Nullable String waiting) {}

    /** @throws org.springframework.dao.DuplicateKeyException when the same page was sent twice */
    void insert(Beginning b) {
        jdbc.sql("insert into opinion(case_number, origin, sender_unit, state, topic, place_unit, text, head_concerned,"
                        + " inspected, rounds, sent_at, submission_id, waiting)"
                        + " values (?, ?, ?, 'RECEIVED', ?, ?, ?, false, false, 0, ?, ?, ?)")
                .param(b.caseNumber)
                .param(b.origin)
                .param(b.senderUnit)
                .param(b.topic)
                .param(b.placeUnit)
                .param(b.text)
                .param(OffsetDateTime.ofInstant(b.sentAt, ZoneOffset.UTC))
                .param(b.submissionId)
                .param(b.waiting)
                .update();
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(String number, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update opinion set " + columns + " where case_number = :caseNumber")
                .param("caseNumber", number);
        for (var value : values.entrySet()) {
            statement = statement.param(
                    value.getKey(), value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue());
        }
        statement.update();
    }

    Optional<Opinion> find(String number) {
        return jdbc.sql("select * from opinion where case_number = ?")
                .param(number)
                .query(OpinionStore::map)
                .optional();
    }

    /** @throws Refusal.NotFound when there is none of this number */
    Opinion of(String number) {
        return find(number).orElseThrow(() -> new Refusal.NotFound("case.notFound", number));
    }

    /** Takes a rating if the answer still waits for one; whether it did. One of two at the same moment wins. */
    boolean rate(String number, String rating, String text, LocalDate on) {
        return jdbc.sql("update opinion set rating = ?, rating_text = ?, rated_on = ?, waiting = 'RATING'"
                                + " where case_number = ? and state = 'ANSWERED' and origin = 'PUBLIC' and rating is null"
                                + " and waiting is null and rating_due_on >= ?")
                        .params(rating, text, on, number, on)
                        .update()
                > 0;
    }

    boolean wasSent(String submissionId) {
        return jdbc.sql("select count(*) from opinion where submission_id = ?")
                        .param(submissionId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Cases that wait to be handed to the process, longest first. */
    List<String> waiting(int most) {
        return jdbc.sql("select case_number from opinion where waiting is not null order by sent_at, case_number"
                        + " fetch first " + most + " rows only")
                .query(String.class)
                .list();
    }

    /** What waits, locked; empty when it no longer does or another node has it. */
    Optional<String> take(String number) {
        return jdbc.sql("select waiting from opinion where case_number = ? and waiting is not null"
                        + " for update skip locked")
                .param(number)
                .query(String.class)
                .optional();
    }

    void code(String hash, String number) {
        jdbc.sql("insert into opinion_code(code_hash, case_number) values (?, ?)")
                .params(hash, number)
                .update();
    }

    Optional<String> byCode(String hash) {
        return jdbc.sql("select case_number from opinion_code where code_hash = ?")
                .param(hash)
                .query(String.class)
                .optional();
    }

    void sender(String number, Opinions.Sender sender) {
        jdbc.sql("insert into opinion_sender(case_number, full_name, contact) values (?, ?, ?)")
                .params(number, box.seal(sender.name(), name(number)), box.seal(sender.contact(), contact(number)))
                .update();
    }

    private static String name(String number) {
        return "opinion_sender/" + number + "/full_name";
    }

    private static String contact(String number) {
        return "opinion_sender/" + number + "/contact";
    }

    Optional<Opinions.Sender> sender(String number) {
        return jdbc.sql("select full_name, contact from opinion_sender where case_number = ?")
                .param(number)
                .query((rs, n) -> new Opinions.Sender(
                        box.open(rs.getString(1), name(number)), box.open(rs.getString(2), contact(number))))
                .optional();
    }

    @Override
    public String table() {
        return "opinion_sender";
    }

    @Override
    @Transactional
    public int renewSome() {
        var old = jdbc.sql("select case_number from opinion_sender where full_name not like :current"
                        + " or contact not like :current order by case_number fetch first 100 rows only")
                .param("current", box.current() + "%")
                .query(String.class)
                .list();
        for (String number : old) {
            sender(number).ifPresent(sender -> {
                if (eraseSender(number)) {
                    sender(number, sender);
                }
            });
        }
        return old.size();
    }

    /** Cases closed before this moment whose sender is still known. */
    List<String> sendersBefore(Instant closedBefore, int most) {
        return jdbc.sql("select s.case_number from opinion_sender s join case_file c on c.number = s.case_number"
                        + " where c.closed_at < ? order by s.case_number fetch first " + most + " rows only")
                .param(OffsetDateTime.ofInstant(closedBefore, ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    boolean eraseSender(String number) {
        return jdbc.sql("delete from opinion_sender where case_number = ?")
                        .param(number)
                        .update()
                > 0;
    }

    /** Opinions of cases these units take part in, or all; newest first. */
    List<Opinion> list(boolean everything, Set<String> units, int most) {
        if (!everything && units.isEmpty()) {
            return List.of();
        }
        String mine = everything
                ? ""
                : " where exists (select 1 from case_unit u where u.case_number = o.case_number and u.unit_code in (:units))";
        var statement = jdbc.sql("select o.* from opinion o" + mine
                + " order by o.sent_at desc, o.case_number desc fetch first " + most + " rows only");
        return (everything ? statement : statement.param("units", units))
                .query(OpinionStore::map)
                .list();
    }

    private static Opinion map(ResultSet rs, int row) throws SQLException {
        return new Opinion(
                rs.getString("case_number"),
                rs.getString("origin"),
                rs.getString("sender_unit"),
                rs.getString("state"),
                rs.getString("topic"),
                rs.getString("place_unit"),
                rs.getString("text"),
                rs.getString("proposed_unit"),
                rs.getString("answer_unit"),
                rs.getString("concerned_unit"),
                rs.getBoolean("head_concerned"),
                rs.getString("grave_text"),
                rs.getBoolean("inspected"),
                rs.getString("refused_reason"),
                rs.getString("answer_draft"),
                rs.getString("answer"),
                rs.getObject("answer_due_on", LocalDate.class),
                rs.getObject("answered_on", LocalDate.class),
                rs.getInt("rounds"),
                rs.getString("rating"),
                rs.getString("rating_text"),
                rs.getObject("rating_due_on", LocalDate.class),
                rs.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
