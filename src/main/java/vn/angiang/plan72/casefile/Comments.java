package vn.angiang.plan72.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** What people write to each other on a case. */
@Service
public class Comments {

    /** Longest comment, in characters. */
    public static final int MAX_LENGTH = 4000;

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final Journal journal;
    private final Clock clock;

    Comments(JdbcClient jdbc, CaseAccess access, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** A comment as shown. */
    public record Comment(long id, Instant at, String author, String authorName, String unitCode, String text) {}

    /**
     * Adds a comment to a case the actor may see.
     *
     * @param tooLong words to use when it is longer than {@link #MAX_LENGTH}
     * @param empty words to use when there is nothing in it
     * @throws Refusal.BadInput when it is empty or too long
     */
    @Transactional
    public void add(String caseNumber, String text, Actor by, String empty, String tooLong) {
        access.requireVisible(caseNumber);
        String clean = Texts.clean(text);
        if (clean.isEmpty()) {
            throw new Refusal.BadInput(List.of(new FieldError("text", empty)));
        }
        if (clean.codePointCount(0, clean.length()) > MAX_LENGTH) {
            throw new Refusal.BadInput(List.of(new FieldError("text", tooLong)));
        }
        String unit = by.unitCodes().stream().findFirst().orElse("");
        jdbc.sql("insert into case_comment(case_number, at, author, author_name, unit_code, text)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        by.username(),
                        by.fullName(),
                        unit,
                        clean)
                .update();
        journal.record(
                Act.of(unit.isEmpty() ? "HE_THONG" : unit, "case.commented", caseNumber, by, Map.of("text", clean)));
    }

    /** Comments on a case, newest first. The caller has asked {@link CaseAccess}. */
    @Transactional(readOnly = true)
    public List<Comment> of(String caseNumber) {
        return jdbc.sql("select * from case_comment where case_number = :number order by at desc, id desc")
                .param("number", caseNumber)
                .query((rs, i) -> new Comment(
                        rs.getLong("id"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("author"),
                        rs.getString("author_name"),
                        rs.getString("unit_code"),
                        rs.getString("text")))
                .list();
    }
}
