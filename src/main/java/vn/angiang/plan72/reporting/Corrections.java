package vn.angiang.plan72.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Corrections of locked figures: numbered, with reason, by the standing agency's leader; nothing changes silently. */
@Service
public class Corrections {

    private static final int LONGEST_REASON = 2000;

    private final JdbcClient jdbc;
    private final PeriodStore periods;
    private final ReportStore reports;
    private final FigureStore figures;
    private final Measures measures;
    private final Parameters parameters;
    private final Units units;
    private final Journal journal;
    private final ReportingWords words;
    private final Clock clock;

    Corrections(
            JdbcClient jdbc,
            PeriodStore periods,
            ReportStore reports,
            FigureStore figures,
            Measures measures,
            Parameters parameters,
            Units units,
            Journal journal,
            ReportingWords words,
            Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.reports = reports;
        this.figures = figures;
        this.measures = measures;
        this.parameters = parameters;
        this.units = units;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** A correction that was made. */
    public record Correction(
            String period,
            int number,
            String unit,
            String indicator,
            Figure.Value before,
            Figure.Value after,
            String reason,
            String madeByName,
            Instant madeAt) {}

    /** Corrections of a period, in order of their numbers. */
    @Transactional(readOnly = true)
    public List<Correction> of(String period) {
        return jdbc.sql("select c.*, r.unit_code from report_correction c join unit_report r on r.id = c.report_id"
                        + " where c.period_code = ? order by c.number")
                .param(period)
                .query(Corrections::map)
                .list();
    }

    /** Whether this person may correct. */
    public boolean may(Actor actor) {
        return actor.has("leader", units.standingAgency().code());
    }

    /**
     * Corrects a figure that counts.
     *
     * @return number of the correction within its period
     * @throws Refusal.Forbidden unless the standing agency's leader corrects
     * @throws Refusal.Conflict when the period is not locked yet, or the unit has no accepted report
     * @throws Refusal.BadInput without reason, without change, or for an impossible figure
     */
    @Transactional
    public int correct(String periodCode, String unit, String indicator, Figure.Value value, String reason, Actor by) {
        if (!may(by)) {
            throw new Refusal.Forbidden("reporting.correction.notYours");
        }
        periods.lock(periodCode);
        Period period = periods.find(periodCode)
                .filter(Period::isLocked)
                .filter(p -> p.state() != Period.State.WITHDRAWN)
                .orElseThrow(() -> new Refusal.Conflict("reporting.correction.notLocked"));
        UnitReport report = reports.find(period.code(), unit)
                .filter(r -> r.state().counts())
                .orElseThrow(() -> new Refusal.Conflict("reporting.correction.noReport"));
        Figure old = figures.of(report.id()).get(indicator);
        if (old == null) {
            throw words.refuse("indicator", "reporting.check.notAsked", indicator);
        }
        String why = Texts.clean(reason);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw words.refuse("reason", "reporting.correction.reason");
        }
        var problems = new FigureChecks(measures, parameters.whole("report.jump.percent")).impossible(indicator, value);
        if (value.isBlank() || !problems.isEmpty()) {
            throw words.refuse(
                    "value",
                    value.isBlank()
                            ? "reporting.correction.value"
                            : problems.get(0).key());
        }
        if (old.value().same(value)) {
            throw words.refuse("value", "reporting.correction.same");
        }
        int number = next(period.code());
        insert(period, number, report, old, value, why, by);
        figures.correct(report.id(), indicator, value, number);
        journal.record(Act.of(
                units.standingAgency().code(),
                "reporting.corrected",
                report.caseNumber(),
                by,
                Map.of(
                        "period", period.code(),
                        "number", number,
                        "unit", unit,
                        "indicator", indicator,
                        "from", String.valueOf(old.value()),
                        "to", String.valueOf(value),
                        "reason", why)));
        return number;
    }

    private int next(String period) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from report_correction where period_code = ?")
                .param(period)
                .query(Integer.class)
                .single();
    }

    private void insert(
            Period period, int number, UnitReport report, Figure old, Figure.Value value, String why, Actor by) {
        jdbc.sql(
                        """
                        insert into report_correction(period_code, number, report_id, indicator_code, old_amount,
                            old_numerator, old_denominator, new_amount, new_numerator, new_denominator, reason, made_by,
                            made_by_name, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(period.code())
                .param(number)
                .param(report.id())
                .param(old.indicator())
                .param(old.value().amount())
                .param(old.value().numerator())
                .param(old.value().denominator())
                .param(value.amount())
                .param(value.numerator())
                .param(value.denominator())
                .param(why)
                .param(by.username())
                .param(by.fullName())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Correction map(ResultSet rs, int row) throws SQLException {
        return new Correction(
                rs.getString("period_code"),
                rs.getInt("number"),
                rs.getString("unit_code"),
                rs.getString("indicator_code"),
                new Figure.Value(
                        rs.getBigDecimal("old_amount"),
                        rs.getBigDecimal("old_numerator"),
                        rs.getBigDecimal("old_denominator")),
                new Figure.Value(
                        rs.getBigDecimal("new_amount"),
                        rs.getBigDecimal("new_numerator"),
                        rs.getBigDecimal("new_denominator")),
                rs.getString("reason"),
                rs.getString("made_by_name"),
                rs.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
