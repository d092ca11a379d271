package vn.angiang.plan72.capital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code capital_ledger} and what belongs to it. */
@Repository
class LedgerStore {

    private static final String KEY = " where plan_year = ? and district_code = ?";

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the ledger of a district and year when there is none. */
    void ensure(int year, String district) {
        if (find(year, district).isEmpty()) {
            jdbc.sql(
                            "insert into capital_ledger(plan_year, district_code, revision, in_january, upper_late, next_quarter)"
                                    + " values (?, ?, 1, 0, false, 1)")
                    .params(year, district)
                    .update();
        }
    }

    /** @throws Refusal.NotFound when the district has none in that year */
    Ledger of(int year, String district) {
        return find(year, district).orElseThrow(() -> new Refusal.NotFound("capital.ledger.unknown"));
    }

    Optional<Ledger> find(int year, String district) {
        return jdbc.sql("select * from capital_ledger" + KEY)
                .params(year, district)
                .query(this::map)
                .optional();
    }

    List<Ledger> ofYear(int year) {
        return jdbc.sql("select * from capital_ledger where plan_year = ? order by district_code")
                .param(year)
                .query(this::map)
                .list();
    }

    List<Integer> years() {
        return jdbc.sql("select distinct plan_year from capital_round order by plan_year desc")
                .query(Integer.class)
                .list();
    }

    /** One step on, unless somebody else was first. */
    boolean advance(Ledger ledger, long revision) {
        return jdbc.sql("update capital_ledger set revision = revision + 1" + KEY + " and revision = ?")
                        .params(ledger.year(), ledger.district(), revision)
                        .update()
                == 1;
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(Ledger ledger, Map<String, ?> values) {
        set(ledger.year(), ledger.district(), values);
    }

    void set(int year, String district, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update capital_ledger set " + columns
                        + ", revision = revision + 1 where plan_year = :year and district_code = :district")
                .param("year", year)
                .param("district", district);
        for (var value : values.entrySet()) {
            statement = statement.param(
                    value.getKey(), value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue());
        }
        statement.update();
    }

    void draftOwn(Ledger ledger, Source source, long amount) {
        int there = jdbc.sql("update capital_own set amount = ?" + KEY + " and source = ?")
                .params(amount, ledger.year(), ledger.district(), source.name())
                .update();
        if (there == 0) {
            jdbc.sql("insert into capital_own(plan_year, district_code, source, amount, signed_amount)"
                            + " values (?, ?, ?, ?, 0)")
                    .params(ledger.year(), ledger.district(), source.name(), amount)
                    .update();
        }
    }

    void draftLine(long id, long amount) {
        jdbc.sql("update capital_line set amount = ? where id = ?")
                .params(amount, id)
                .update();
    }

    /** @throws Refusal.Conflict when somebody else wrote the same line just now */
    void addLine(Ledger ledger, Source source, Project project, String place, String work, long amount) {
        try {
            jdbc.sql("insert into capital_line(plan_year, district_code, source, project, place, work, amount,"
                            + " signed_amount, disbursed) values (?, ?, ?, ?, ?, ?, ?, 0, 0)")
                    .params(ledger.year(), ledger.district(), source.name(), project.name(), place, work, amount)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("capital.changed");
        }
    }

    void dropLine(long id) {
        jdbc.sql("delete from capital_line where id = ?").param(id).update();
    }

    /** The draft becomes what counts; lines struck out go. */
    void sign(Ledger ledger) {
        jdbc.sql("update capital_own set signed_amount = amount" + KEY)
                .params(ledger.year(), ledger.district())
                .update();
        jdbc.sql("update capital_line set signed_amount = amount" + KEY)
                .params(ledger.year(), ledger.district())
                .update();
        jdbc.sql("delete from capital_line" + KEY + " and amount = 0 and disbursed = 0 and not exists"
                        + " (select 1 from capital_quarter_line q where q.line_id = capital_line.id)")
                .params(ledger.year(), ledger.district())
                .update();
    }

    void disbursed(long id, long amount) {
        jdbc.sql("update capital_line set disbursed = ? where id = ?")
                .params(amount, id)
                .update();
    }

    void settled(long id, long amount) {
        jdbc.sql("update capital_line set settled = ? where id = ?")
                .params(amount, id)
                .update();
    }

    /** Figures have been entered for the quarter that is open. */
    void quarterEntered(Ledger ledger, LocalDate dueOn) {
        if (ledger.quarter(ledger.nextQuarter()).isEmpty()) {
            jdbc.sql(
                            "insert into capital_quarter(plan_year, district_code, quarter, entered, allocated, disbursed, due_on)"
                                    + " values (?, ?, ?, true, 0, 0, ?)")
                    .params(ledger.year(), ledger.district(), ledger.nextQuarter(), dueOn)
                    .update();
        }
    }

    void quarterSlow(Ledger ledger, String cause, String reason, String remedy) {
        jdbc.sql("update capital_quarter set slow_cause = ?, slow_reason = ?, remedy = ?" + KEY + " and quarter = ?")
                .params(cause, reason, remedy, ledger.year(), ledger.district(), ledger.nextQuarter())
                .update();
    }

    /** Keeps the figures of the quarter and goes on to the next. */
    void closeQuarter(Ledger ledger, LocalDate on) {
        jdbc.sql("update capital_quarter set allocated = ?, disbursed = ?, reported_on = ?" + KEY + " and quarter = ?")
                .params(ledger.signed(), ledger.disbursed(), on, ledger.year(), ledger.district(), ledger.nextQuarter())
                .update();
        for (Line line : ledger.lines()) {
            jdbc.sql("insert into capital_quarter_line(line_id, quarter, amount) values (?, ?, ?)")
                    .params(line.id(), ledger.nextQuarter(), line.disbursed())
                    .update();
        }
        set(ledger, Map.of("next_quarter", ledger.nextQuarter() + 1));
    }

    /** What stood at the end of a closed quarter, by line. */
    Map<Long, Long> atEndOf(Ledger ledger, int quarter) {
        return jdbc
                .sql("select q.line_id, q.amount from capital_quarter_line q join capital_line l on l.id = q.line_id"
                        + " where l.plan_year = ? and l.district_code = ? and q.quarter = ?")
                .params(ledger.year(), ledger.district(), quarter)
                .query((rs, n) -> Map.entry(rs.getLong(1), rs.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void followedBy(String caseNumber, Ledger ledger) {
        jdbc.sql("insert into capital_follow_up(case_number, plan_year, district_code) values (?, ?, ?)")
                .params(caseNumber, ledger.year(), ledger.district())
                .update();
    }

    /** The ledger a case follows, or empty when it follows none. */
    Optional<Ledger> followed(String caseNumber) {
        return jdbc.sql("select l.* from capital_ledger l join capital_follow_up f on f.plan_year = l.plan_year"
                        + " and f.district_code = l.district_code where f.case_number = ?")
                .param(caseNumber)
                .query(this::map)
                .optional();
    }

    private Ledger map(ResultSet rs, int row) throws SQLException {
        int year = rs.getInt("plan_year");
        String district = rs.getString("district_code");
        return new Ledger(
                year,
                district,
                rs.getLong("revision"),
                rs.getString("locked_case"),
                rs.getString("allocated_case"),
                rs.getString("decision_no"),
                date(rs, "decided_on"),
                date(rs, "allocated_on"),
                date(rs, "due_on"),
                rs.getLong("in_january"),
                rs.getString("late_cause"),
                rs.getString("late_reason"),
                rs.getBoolean("upper_late"),
                rs.getString("follow_case"),
                rs.getInt("next_quarter"),
                date(rs, "settlement_due_on"),
                date(rs, "settled_on"),
                rs.getString("settlement_reason"),
                given(year, district),
                own(year, district, "amount"),
                own(year, district, "signed_amount"),
                lines(year, district),
                quarters(year, district));
    }

    private static @Nullable LocalDate date(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private List<Given> given(int year, String district) {
        return jdbc.sql("select g.* from capital_given g join capital_round r on r.case_number = g.case_number"
                        + " where r.plan_year = ? and g.district_code = ? and r.decided_on is not null"
                        + " order by g.source, g.project, g.case_number")
                .params(year, district)
                .query(RoundStore::given)
                .list();
    }

    private Map<Source, Long> own(int year, String district, String column) {
        var own = new EnumMap<Source, Long>(Source.class);
        jdbc.sql("select source, " + column + " as amount from capital_own" + KEY)
                .params(year, district)
                .query((rs, n) -> Map.entry(Source.valueOf(rs.getString(1)), rs.getLong(2)))
                .list()
                .forEach(e -> own.put(e.getKey(), e.getValue()));
        return own;
    }

    private List<Line> lines(int year, String district) {
        return jdbc.sql("select * from capital_line" + KEY + " order by source, project, place, id")
                .params(year, district)
                .query((rs, n) -> new Line(
                        rs.getLong("id"),
                        Source.valueOf(rs.getString("source")),
                        Project.valueOf(rs.getString("project")),
                        rs.getString("place"),
                        rs.getString("work"),
                        rs.getLong("amount"),
                        rs.getLong("signed_amount"),
                        rs.getLong("disbursed"),
                        rs.getObject("settled", Long.class)))
                .list();
    }

    private List<Quarter> quarters(int year, String district) {
        return jdbc.sql("select * from capital_quarter" + KEY + " order by quarter")
                .params(year, district)
                .query((rs, n) -> new Quarter(
                        rs.getInt("quarter"),
                        rs.getBoolean("entered"),
                        rs.getLong("allocated"),
                        rs.getLong("disbursed"),
                        date(rs, "reported_on"),
                        date(rs, "due_on"),
                        rs.getString("slow_cause"),
                        rs.getString("slow_reason"),
                        rs.getString("remedy")))
                .list();
    }
}
