package vn.angiang.plan72.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Reads and writes {@code substitution}. */
@Component
class SubstitutionRows {

    private static final String SELECT = "select * from substitution where ";

    private final JdbcClient jdbc;

    SubstitutionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Substitution> forDeputy(String username) {
        return list("deputy_username = :v order by from_day desc, id desc", username);
    }

    List<Substitution> of(String username) {
        return list("absent_username = :v or deputy_username = :v order by from_day desc, id desc", username);
    }

    /** Of everybody who holds or held a post in the unit. */
    List<Substitution> ofUnit(String unitCode) {
        return list(
                "absent_username in (select username from position where unit_code = :v) order by from_day desc, id desc",
                unitCode);
    }

    Optional<Substitution> byId(long id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id)
                .query(SubstitutionRows::row)
                .optional();
    }

    /** Makes concurrent acts on the same two people wait for each other. */
    void lock(String one, String other) {
        jdbc.sql("select username from person where username in (:one, :other) order by username for update")
                .param("one", one)
                .param("other", other)
                .query(String.class)
                .list();
    }

    long insert(Substitution s) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                insert into substitution (absent_username, deputy_username, from_day, to_day, process_keys, reason,
                    created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        s.absentUsername(),
                        s.deputyUsername(),
                        s.from(),
                        s.to(),
                        String.join(",", s.processKeys()),
                        s.reason(),
                        s.createdBy(),
                        s.createdAt())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** @return false when somebody ended it before */
    boolean end(long id, LocalDate on, String by) {
        return jdbc.sql("update substitution set ended_on = ?, ended_by = ? where id = ? and ended_on is null")
                        .params(on, by, id)
                        .update()
                == 1;
    }

    private List<Substitution> list(String where, String value) {
        return jdbc.sql(SELECT + where)
                .param("v", value)
                .query(SubstitutionRows::row)
                .list();
    }

    private static Substitution row(ResultSet rs, int n) throws SQLException {
        String keys = rs.getString("process_keys");
        return new Substitution(
                rs.getLong("id"),
                rs.getString("absent_username"),
                rs.getString("deputy_username"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("to_day", LocalDate.class),
                keys.isEmpty() ? List.of() : List.of(keys.split(",")),
                rs.getString("reason"),
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class),
                rs.getObject("ended_on", LocalDate.class),
                rs.getString("ended_by"));
    }
}
