package vn.angiang.plan72.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.organization.Person;

/** Puts a mail with a file into the outbox, in the transaction of the caller; it is sent and retried like the others. */
@Service
public class Post {

    private final JdbcClient jdbc;
    private final RealTime realTime;

    Post(JdbcClient jdbc, RealTime realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /** Whether the person has an address; without one nothing is posted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(Person to, String subject, String body, String fileName, byte[] file) {
        if (to.email() == null) {
            return false;
        }
        jdbc.sql("insert into mail_outbox(username, address, subject, body, state, attempts, created_at, next_at,"
                        + " attachment_name, attachment) values (?, ?, ?, ?, 'WAITING', 0, ?, ?, ?, ?)")
                .params(to.username(), to.email(), subject, body, realTime.now(), realTime.now(), fileName, file)
                .update();
        return true;
    }
}
