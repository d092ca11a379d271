package vn.angiang.plan72.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Whatever the units report, the province's figures equal the sum of what the districts' accepted reports say. */
class ConsolidationProperties {

    private static final List<String> DISTRICTS = List.of("H883", "H884", "H886", "H887", "H888", "H889");
    private static final JdbcTemplate TEMPLATE = new JdbcTemplate(tables());
    private final JdbcClient jdbc = JdbcClient.create(TEMPLATE);
    private final PeriodStore periods = new PeriodStore(jdbc, TEMPLATE);
    private final ReportStore reports = new ReportStore(jdbc);
    private final FigureStore figures = new FigureStore(jdbc, TEMPLATE);
    private final Measures measures = new Measures();
    private final Consolidation consolidation = new Consolidation(jdbc, measures, periods, reports, figures);
    private static int next;

    private static DataSource tables() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0110__reporting.sql")).execute(source);
        return source;
    }

    /** What one district says; null is blank, a correction may follow. */
    record Said(ReportState state, Long count, Long numerator, Long more, Long correctedTo) {}

    @Provide
    Arbitrary<List<Said>> said() {
        Arbitrary<Long> number = Arbitraries.longs().between(0, 2_000_000).injectNull(0.2);
        return Combinators.combine(Arbitraries.of(ReportState.values()), number, number, number, number.injectNull(0.5))
                .as(Said::new)
                .list()
                .ofSize(DISTRICTS.size());
    }

    @Property(tries = 60)
    void sumsEqualTheirSources(@ForAll("said") List<Said> all) {
        Period period = period("T-" + next++);
        BigDecimal poor = null;
        BigDecimal numerator = null;
        BigDecimal denominator = null;
        int given = 0;
        for (int i = 0; i < all.size(); i++) {
            Said s = all.get(i);
            long id = report(period, DISTRICTS.get(i), s);
            boolean counts = s.state.counts();
            Long now = s.correctedTo != null && s.count != null ? s.correctedTo : s.count;
            if (counts && now != null) {
                poor = plus(poor, now);
                given++;
            }
            if (counts && s.numerator != null && s.more != null) {
                numerator = plus(numerator, s.numerator);
                denominator = plus(denominator, s.numerator + s.more);
            }
            assertThat(id).isPositive();
        }
        var lines = consolidation.of(period);
        var count = line(lines, "POV_HH");
        assertThat(count.asked()).isEqualTo(DISTRICTS.size());
        assertThat(count.given()).isEqualTo(given);
        assertThat(count.shown()).usingComparator(nullSafe()).isEqualTo(poor);
        var rate = line(lines, "POV_RATE");
        assertThat(rate.total().numerator()).usingComparator(nullSafe()).isEqualTo(numerator);
        assertThat(rate.total().denominator()).usingComparator(nullSafe()).isEqualTo(denominator);
        assertThat(line(lines, "GAP_UR").shown())
                .as("what does not add up has no sum")
                .isNull();
    }

    private static java.util.Comparator<BigDecimal> nullSafe() {
        return java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder());
    }

    private static Consolidation.Line line(List<Consolidation.Line> lines, String code) {
        return lines.stream()
                .filter(l -> l.measure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal plus(BigDecimal sum, long n) {
        return (sum == null ? BigDecimal.ZERO : sum).add(BigDecimal.valueOf(n));
    }

    private Period period(String code) {
        LocalDate day = LocalDate.of(2017, 3, 15);
        var period = new Period(
                code,
                PeriodKind.QUARTER,
                2017,
                code,
                day,
                day,
                day,
                day,
                day,
                false,
                Period.State.CONSOLIDATING,
                code,
                null,
                null,
                null,
                null,
                null,
                null);
        periods.insert(period, Set.of("POV_HH", "POV_RATE", "GAP_UR"));
        return period;
    }

    private long report(Period period, String unit, Said s) {
        long id = reports.insert(
                period.code(), unit, UnitReport.Level.DISTRICT, "SLDTBXH", period.code() + unit, period.dueOn());
        figures.ask(id, List.of("POV_HH", "POV_RATE", "GAP_UR"));
        var changes = new ArrayList<FigureStore.Change>();
        if (s.count != null) {
            changes.add(change("POV_HH", Figure.Value.of(BigDecimal.valueOf(s.count))));
            changes.add(change("GAP_UR", Figure.Value.of(BigDecimal.valueOf(s.count))));
        }
        if (s.numerator != null && s.more != null) {
            changes.add(change(
                    "POV_RATE",
                    Figure.Value.ratio(BigDecimal.valueOf(s.numerator), BigDecimal.valueOf(s.numerator + s.more))));
        }
        figures.write(id, changes);
        reports.state(id, s.state);
        if (s.correctedTo != null && s.count != null) {
            figures.correct(id, "POV_HH", Figure.Value.of(BigDecimal.valueOf(s.correctedTo)), 1);
        }
        return id;
    }

    private static FigureStore.Change change(String indicator, Figure.Value value) {
        return new FigureStore.Change(indicator, value, null, "officer", "Người thử", Instant.EPOCH, "FORM");
    }
}
