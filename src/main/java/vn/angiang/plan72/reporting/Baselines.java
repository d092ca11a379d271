package vn.angiang.plan72.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.shared.StartUpLoad;
import vn.angiang.plan72.shared.YamlData;

/**
 * Loads where the programme started from, by district, out of {@code plan/agencies.yaml}. The multidimensional standard
 * and the older income standard are two series; nothing compares or adds them.
 */
@Component
@Order(12)
class Baselines implements ApplicationRunner {

    /** The poverty standard of 2011–2015 by income (plan, opening part: 2.5 %). */
    static final String INCOME = "INCOME_2011_2015";

    private record Poverty(
            @Nullable BigDecimal households,
            @Nullable BigDecimal poor,
            @Nullable BigDecimal nearPoor,
            @Nullable BigDecimal poorRatePct) {}

    private record Old(BigDecimal poor, BigDecimal ratePct) {}

    private record End2016(BigDecimal households, BigDecimal poor, BigDecimal nearPoor) {}

    private record Whole(
            @JsonProperty("end_2015_old_standard_pct") BigDecimal end2015OldStandardPct,
            @JsonProperty("end_2015_multidimensional") Old end2015Multidimensional,
            @JsonProperty("end_2016") End2016 end2016) {}

    private record Province(String code, Whole poverty) {}

    private record District(
            String code,
            @JsonProperty("poverty_end_2016") @Nullable Poverty povertyEnd2016,
            @JsonProperty("poverty_end_2015") @Nullable Poverty povertyEnd2015) {}

    private record File(Province province, List<District> districts) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Measures measures;

    Baselines(JdbcClient jdbc, TransactionOperations transaction, Measures measures) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.measures = measures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        StartUpLoad.run("Baselines", transaction, this::load);
    }

    private void load() {
        if (jdbc.sql("select count(*) from report_baseline")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        var file = YamlData.read("plan/agencies.yaml", File.class);
        for (District d : file.districts) {
            if (d.povertyEnd2016 != null) {
                end2016(d.code, d.povertyEnd2016.households, d.povertyEnd2016.poor, d.povertyEnd2016.nearPoor);
            }
            if (d.povertyEnd2015 != null) {
                end2015(d.code, d.povertyEnd2015.poor, d.povertyEnd2015.poorRatePct);
            }
        }
        var whole = file.province.poverty;
        end2016(file.province.code, whole.end2016.households, whole.end2016.poor, whole.end2016.nearPoor);
        end2015(file.province.code, whole.end2015Multidimensional.poor, whole.end2015Multidimensional.ratePct);
        rate(INCOME, file.province.code, measures.baseline("income_2015"), whole.end2015OldStandardPct);
    }

    private void end2016(
            String unit, @Nullable BigDecimal households, @Nullable BigDecimal poor, @Nullable BigDecimal nearPoor) {
        var source = measures.baseline("multidimensional_2016");
        put(PreviousFigures.SERIES, unit, "POV_RATE", source, Figure.Value.ratio(poor, households));
        put(PreviousFigures.SERIES, unit, "POV_HH", source, Figure.Value.of(poor));
        put(PreviousFigures.SERIES, unit, "NEARPOV_RATE", source, Figure.Value.ratio(nearPoor, households));
    }

    /** Of end 2015 only rate and number of poor households are published, not the number of all households. */
    private void end2015(String unit, @Nullable BigDecimal poor, @Nullable BigDecimal rate) {
        var source = measures.baseline("multidimensional_2015");
        put(PreviousFigures.SERIES, unit, "POV_HH", source, Figure.Value.of(poor));
        if (rate != null) {
            rate(PreviousFigures.SERIES, unit, source, rate);
        }
    }

    private void rate(String series, String unit, Measures.Source source, BigDecimal percent) {
        put(series, unit, "POV_RATE", source, Figure.Value.ratio(percent, BigDecimal.valueOf(100)));
    }

    private void put(String series, String unit, String indicator, Measures.Source source, Figure.Value value) {
        LocalDate on = source.on();
        jdbc.sql(
                        "insert into report_baseline(series, unit_code, indicator_code, on_day, amount, numerator, denominator,"
                                + " source) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(series)
                .param(unit)
                .param(indicator)
                .param(on)
                .param(value.amount())
                .param(value.numerator())
                .param(value.denominator())
                .param(source.source())
                .update();
    }
}
