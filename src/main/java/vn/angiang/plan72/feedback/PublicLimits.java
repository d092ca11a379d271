package vn.angiang.plan72.feedback;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.shared.Refusal;

/**
 * How often strangers may knock, counted by the hour in a table, so that all nodes count together. Real time, never demo
 * time. An address is kept as a hash, for two hours at most, and never beside an opinion.
 */
@Component
class PublicLimits {

    private static final long HOUR = 3_600_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final FeedbackSettings settings;
    private final InstantSource clock;

    PublicLimits(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            FeedbackSettings settings,
            InstantSource securityClock) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = securityClock;
    }

    /** @throws Refusal.TooMany when too many opinions came from this address, or from everywhere, within the hour */
    void send(String address) {
        count("send", address, settings.sentPerAddress(), settings.sentOverall());
    }

    /** @throws Refusal.TooMany when too much was posted from this address, or from everywhere, within the hour */
    void ask(String address) {
        count("ask", address, settings.askedPerAddress(), settings.askedOverall());
    }

    private void count(String act, String address, int perAddress, int overall) {
        // The address first: who is over his own limit does not use up everybody's.
        if (hit(act + ":" + TrackingCodes.sha256(network(address))) > perAddress || hit(act) > overall) {
            throw new Refusal.TooMany("feedback.tooMany");
        }
    }

    private int hit(String scope) {
        long slot = clock.millis() / HOUR;
        try {
            return ownTransaction.execute(tx -> counted(scope, slot));
        } catch (DuplicateKeyException e) {
            return ownTransaction.execute(tx -> counted(scope, slot));
        }
    }

    private int counted(String scope, long slot) {
        int rows = jdbc.sql("update public_hit set hits = hits + 1 where scope = ? and slot = ?")
                .params(scope, slot)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into public_hit(scope, slot, hits) values (?, ?, 1)")
                    .params(scope, slot)
                    .update();
        }
        return jdbc.sql("select hits from public_hit where scope = ? and slot = ?")
                .params(scope, slot)
                .query(Integer.class)
                .single();
    }

    /** Forgets the hours before the last one. */
    void forget() {
        ownTransaction.executeWithoutResult(tx -> jdbc.sql("delete from public_hit where slot < ?")
                .param(clock.millis() / HOUR - 1)
                .update());
    }

    /** One household has a whole /64 of IPv6: that counts as one address. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
