package vn.angiang.plan72.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.shared.Actor;

/** What the tests of this module do over and over. */
final class NotificationFixture {

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Cases cases;
    final ApplicationEventPublisher events;

    NotificationFixture(
            JdbcClient jdbc, TransactionTemplate transaction, Cases cases, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = cases;
        this.events = events;
    }

    void empty() {
        transaction.executeWithoutResult(
                tx -> List.of("notice", "mail_outbox", "reminder", "new_task", "case_unit", "case_file", "substitution")
                        .forEach(t -> jdbc.sql("delete from " + t).update()));
    }

    /** Opens a case of a unit, due on a day; returns its number. */
    String open(String unit, LocalDate due, String modality, String title) {
        return transaction.execute(tx -> {
            var file = cases.open(
                    new NewCase(
                            "NV",
                            "assignment",
                            title,
                            null,
                            "IV.1",
                            unit,
                            "SLDTBXH",
                            Set.of(),
                            2017,
                            modality,
                            CaseState.DANG_THUC_HIEN,
                            due),
                    Actor.SYSTEM);
            return file.number();
        });
    }

    String open(String unit, LocalDate due) {
        return open(unit, due, "mandatory", "Hỗ trợ nhà ở cho hộ nghèo");
    }

    void publish(String number, List<String> groups, String key, List<String> arguments, boolean urging) {
        transaction.executeWithoutResult(
                tx -> events.publishEvent(new NoticeWanted(number, groups, key, arguments, urging)));
    }

    void tx(Runnable work) {
        transaction.executeWithoutResult(tx -> work.run());
    }

    int count(String table) {
        return transaction.execute(tx ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }

    List<String> column(String sql) {
        return transaction.execute(tx -> jdbc.sql(sql).query(String.class).list());
    }
}
