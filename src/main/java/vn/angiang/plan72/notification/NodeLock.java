package vn.angiang.plan72.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one node at a time do a kind of work: whoever holds the row, until the transaction ends. */
@Component
public class NodeLock {

    static final String REMINDERS = "reminders";
    static final String NEW_TASKS = "new-tasks";

    /** The board by mail, once a week. */
    public static final String WEEKLY_DIGEST = "weekly-digest";

    private final JdbcClient jdbc;

    NodeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lock, or returns false when another node has it. Never waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String name) {
        return jdbc.sql("select name from notification_lock where name = ? for update skip locked")
                .param(name)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
