package vn.angiang.plan72.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.StartUpLoad;
import vn.angiang.plan72.shared.YamlData;

/** Loads years of {@code plan/calendar.yaml} not loaded before; days people removed do not come back. */
@Component
@Order(10)
class CalendarLoader implements ApplicationRunner {

    private record File(List<Holiday> holidays) {}

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final TransactionOperations transaction;
    private final Clock clock;

    CalendarLoader(JdbcClient jdbc, Holidays holidays, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        load();
    }

    void load() {
        StartUpLoad.run("Calendar", transaction, () -> {
            var known = new HashSet<>(jdbc.sql("select of_year from holiday_year")
                    .query(Integer.class)
                    .list());
            var kept = new HashSet<>(jdbc.sql("select on_day from holiday")
                    .query(LocalDate.class)
                    .list());
            var years = new TreeSet<Integer>();
            for (Holiday h : YamlData.read("plan/calendar.yaml", File.class).holidays()) {
                if (!known.contains(h.day().getYear())) {
                    years.add(h.day().getYear());
                    if (!kept.contains(h.day())) {
                        holidays.insert(h, Actor.SYSTEM.username());
                    }
                }
            }
            years.forEach(year -> jdbc.sql("insert into holiday_year (of_year, loaded_at) values (?, ?)")
                    .params(year, OffsetDateTime.now(clock))
                    .update());
        });
        holidays.refresh();
    }
}
