package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SignInAttemptsTests {

    private static final String HERE = "10.1.1.1";

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private SignInAttempts attempts;
    private JdbcClient jdbc;

    @BeforeEach
    void tables() {
        var dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0090__security.sql")).execute(dataSource);
        jdbc = JdbcClient.create(dataSource);
        attempts = new SignInAttempts(jdbc, new JdbcTransactionManager(dataSource), Settings.DEFAULT, () -> now);
    }

    private void fail(int times, String username, String ip) {
        for (int i = 0; i < times; i++) {
            attempts.failed(username, ip);
        }
    }

    @Test
    void fourFailuresCostNothing() {
        fail(4, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isZero();
    }

    @Test
    void theWaitDoublesFromTheFifthFailureUpToAQuarterOfAnHour() {
        fail(5, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isEqualTo(Duration.ofMinutes(1));
        fail(1, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isEqualTo(Duration.ofMinutes(2));
        fail(2, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isEqualTo(Duration.ofMinutes(8));
        fail(30, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theWaitPasses() {
        fail(5, "a", HERE);
        now = now.plusSeconds(61);
        assertThat(attempts.waitFor("a", HERE)).isZero();
    }

    @Test
    void theSamePersonElsewhereDoesNotWait() {
        fail(20, "a", HERE);
        assertThat(attempts.waitFor("a", "10.1.1.2")).isZero();
        assertThat(attempts.waitFor("b", HERE)).isZero();
    }

    @Test
    void oneAccountFromManyAddressesIsSlowedAtAMuchHigherNumber() {
        for (int i = 0; i < 99; i++) {
            attempts.failed("a", "10.2.0." + i);
        }
        assertThat(attempts.waitFor("a", HERE)).isZero();
        attempts.failed("a", "10.3.0.1");
        assertThat(attempts.waitFor("a", HERE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneAddressThatTriesManyAccountsIsSlowed() {
        for (int i = 0; i < 200; i++) {
            attempts.failed("a" + i, HERE);
        }
        assertThat(attempts.waitFor("never-tried", HERE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.waitFor("never-tried", "10.1.1.2")).isZero();
    }

    @Test
    void successForgetsTheFailures() {
        fail(4, "a", HERE);
        attempts.succeeded("a", HERE);
        fail(4, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isZero();
    }

    @Test
    void failuresOfYesterdayDoNotCountAndAreRemoved() {
        fail(4, "a", HERE);
        now = now.plus(Duration.ofHours(25));
        fail(1, "a", HERE);
        assertThat(attempts.waitFor("a", HERE)).isZero();
        now = now.plus(Duration.ofHours(25));
        attempts.forgetOld();
        assertThat(jdbc.sql("select count(*) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
