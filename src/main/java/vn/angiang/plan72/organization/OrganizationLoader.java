package vn.angiang.plan72.organization;

import java.util.HashSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.shared.StartUpLoad;

/** Loads missing units and memberships from {@code plan/agencies.yaml}; never touches what is there. */
@Component
@Order(10)
class OrganizationLoader implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final UnitWriter writer;
    private final Units units;
    private final DemoPeople demoPeople;
    private final FirstPerson firstPerson;
    private final TransactionOperations transaction;

    OrganizationLoader(
            JdbcClient jdbc,
            UnitWriter writer,
            Units units,
            DemoPeople demoPeople,
            FirstPerson firstPerson,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.units = units;
        this.demoPeople = demoPeople;
        this.firstPerson = firstPerson;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        load();
    }

    void load() {
        StartUpLoad.run("Units", transaction, () -> {
            loadUnits(AgencyCatalogue.read());
            units.refresh();
            demoPeople.load();
            firstPerson.load();
        });
        units.refresh();
    }

    private void loadUnits(AgencyCatalogue catalogue) {
        var known = new HashSet<>(
                jdbc.sql("select code from unit").query(String.class).list());
        int sort = 0;
        for (var row : catalogue.rows()) {
            sort += 10;
            if (!known.contains(row.unit().code())) {
                writer.insert(row.unit(), row.actingName(), row.memberLevel(), row.note(), sort);
            }
        }
        for (var group : catalogue.groups()) {
            if (known.contains(group.code())) {
                continue;
            }
            int place = 0;
            for (String member : group.members()) {
                jdbc.sql(
                                "insert into unit_group_member (group_code, member_code, valid_from, sort) values (?, ?, ?, ?)")
                        .params(group.code(), member, AgencyCatalogue.FIRST_DAY, ++place)
                        .update();
            }
        }
    }
}
