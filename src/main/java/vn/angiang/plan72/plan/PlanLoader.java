package vn.angiang.plan72.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.StartUpLoad;
import vn.angiang.plan72.shared.YamlData;

/** Loads missing clauses, indicators, obligations and parameters; never touches what is there. */
@Component
@Order(11)
class PlanLoader implements ApplicationRunner {

    /** Start of the plan's period (clause II); defaults without a date of their own hold from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

    private record Default(
            String key,
            String value,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis,
            String note) {}

    private record Defaults(List<Default> parameters) {}

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clauses clauses;
    private final Indicators indicators;
    private final Obligations obligations;
    private final Parameters parameters;

    PlanLoader(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clauses clauses,
            Indicators indicators,
            Obligations obligations,
            Parameters parameters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clauses = clauses;
        this.indicators = indicators;
        this.obligations = obligations;
        this.parameters = parameters;
    }

    @Override
    public void run(ApplicationArguments args) {
        load();
    }

    void load() {
        StartUpLoad.run("Plan", transaction, () -> {
            var catalogue = PlanCatalogue.read();
            loadClauses();
            loadIndicators(catalogue.indicators());
            loadObligations(catalogue.obligations());
            loadParameters();
        });
        clauses.refresh();
        indicators.refresh();
        obligations.refresh();
        parameters.refresh();
    }

    private void loadClauses() {
        var known = known("select id from clause");
        for (Clause c : PlanCatalogue.clauses()) {
            if (!known.contains(c.id())) {
                jdbc.update(
                        "insert into clause (id, parent_id, title_vi, title_en, sort) values (?, ?, ?, ?, ?)",
                        c.id(),
                        c.parentId(),
                        c.titleVi(),
                        c.titleEn(),
                        c.sort());
            }
        }
    }

    private void loadIndicators(List<Indicator> all) {
        var known = known("select code from indicator");
        int sort = 0;
        for (Indicator i : all) {
            sort += 10;
            if (!known.contains(i.code())) {
                jdbc.update(
                        "insert into indicator (code, name_vi, name_en, measure_unit, better, sort)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        i.code(),
                        i.nameVi(),
                        i.nameEn(),
                        i.unit(),
                        i.better(),
                        sort);
            }
        }
    }

    private void loadObligations(List<Obligation> all) {
        var known = known("select id from obligation");
        int sort = 0;
        for (Obligation o : all) {
            sort += 10;
            if (!known.contains(o.id())) {
                ObligationRows.insert(jdbc, o, sort);
            }
        }
    }

    private void loadParameters() {
        var known = known("select param_key from parameter");
        for (Default d : YamlData.read("plan/defaults.yaml", Defaults.class).parameters()) {
            if (!known.contains(d.key)) {
                LocalDate from = Objects.requireNonNullElse(d.validFrom, FIRST_DAY);
                parameters.insert(
                        new Parameter(d.key, d.value, d.unit, from, d.validTo, d.basis, d.note),
                        Actor.SYSTEM.username());
            }
        }
    }

    private HashSet<String> known(String sql) {
        return new HashSet<>(jdbc.queryForList(sql, String.class));
    }
}
