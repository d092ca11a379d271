package vn.angiang.plan72.casefile;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives out case numbers: by kind and year, rising, never twice. */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    CaseNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String next(String prefix, int year) {
        // In a transaction of its own: a number may be lost when the case is not opened after all, but nobody waits.
        Long number = ownTransaction.execute(tx -> {
            if (increment(prefix, year) == 0) {
                return null;
            }
            return read(prefix, year);
        });
        if (number == null) {
            begin(prefix, year);
            number = ownTransaction.execute(tx -> {
                increment(prefix, year);
                return read(prefix, year);
            });
        }
        return "%s-%d-%06d".formatted(prefix, year, number);
    }

    private int increment(String prefix, int year) {
        return jdbc.sql("update case_number set last = last + 1 where prefix = :prefix and plan_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .update();
    }

    private Long read(String prefix, int year) {
        return jdbc.sql("select last from case_number where prefix = :prefix and plan_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private void begin(String prefix, int year) {
        try {
            ownTransaction.executeWithoutResult(
                    tx -> jdbc.sql("insert into case_number(prefix, plan_year, last) values (:prefix, :year, 0)")
                            .param("prefix", prefix)
                            .param("year", year)
                            .update());
        } catch (DuplicateKeyException e) {
            // another transaction was first
        }
    }
}
