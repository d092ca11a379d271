package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums of what a district's communes reported and the district accepted. */
@Component
class CommuneSums {

    private final JdbcClient jdbc;

    CommuneSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By indicator; empty for a report that collects nothing from communes. */
    Map<String, Figure.Value> of(Period period, UnitReport district) {
        var sums = new HashMap<String, Figure.Value>();
        if (!period.communes() || district.level() != UnitReport.Level.DISTRICT) {
            return sums;
        }
        jdbc.sql(
                        """
                        select f.indicator_code, sum(f.amount) a, sum(f.numerator) n, sum(f.denominator) d
                        from report_figure f join unit_report r on r.id = f.report_id
                        where r.period_code = ? and r.receiver_unit = ? and r.level = 'COMMUNE' and r.state = ?
                        group by f.indicator_code
                        """)
                .params(period.code(), district.unit(), ReportState.DA_TIEP_NHAN.name())
                .query((rs, n) ->
                        sums.put(rs.getString(1), new Figure.Value(number(rs, 2), number(rs, 3), number(rs, 4))))
                .list();
        return sums;
    }

    private static BigDecimal number(java.sql.ResultSet rs, int column) throws java.sql.SQLException {
        return rs.getBigDecimal(column);
    }
}
