package vn.angiang.plan72.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;

/** The 131 indicators, in catalogue order. */
@Service
public class Indicators {

    private final Snapshot<List<Indicator>> indicators;

    Indicators(JdbcClient jdbc) {
        this.indicators = new Snapshot<>(
                () -> jdbc.sql("select code, name_vi, name_en, measure_unit, better from indicator order by sort")
                        .query((rs, n) -> new Indicator(
                                rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                        .list());
    }

    public List<Indicator> all() {
        return indicators.get();
    }

    public Optional<Indicator> find(String code) {
        return all().stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** @throws Refusal.NotFound when there is no such indicator */
    public Indicator byCode(String code) {
        return find(code).orElseThrow(() -> new Refusal.NotFound("refusal.indicator.notFound", code));
    }

    void refresh() {
        indicators.clear();
    }
}
