package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class BasicCredentialsTests {

    @Autowired
    AccountRows rows;

    @Autowired
    SignInAttempts attempts;

    @Autowired
    Standing standing;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    InstantSource clock;

    @Autowired
    SecondFactors factors;

    @Autowired
    Accounts accounts;

    private final AtomicInteger checks = new AtomicInteger();
    private final PasswordEncoder counting = new PasswordEncoder() {
        private final PasswordHashing real = new PasswordHashing();

        @Override
        public String encode(CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            checks.incrementAndGet();
            return real.matches(password, hash);
        }
    };

    @Test
    void aCredentialIsCheckedInFullOnceAndAgainAfterItChanged() {
        var full = new AccountProvider(rows, attempts, standing, counting, transaction, events, factors, clock);
        var basic = new BasicCredentials(full, rows, standing, transaction, Settings.DEFAULT, clock);
        var admin = new Actor("admin", "Quản trị", List.of(), List.of(), null);
        String first = "cánh đồng sau mưa";
        accounts.reset("officer.stp", first, admin);

        for (int i = 0; i < 5; i++) {
            assertThat(basic.authenticate(token("officer.stp", first)).getName())
                    .isEqualTo("officer.stp");
        }
        assertThat(checks).hasValue(1);

        assertThatThrownBy(() -> basic.authenticate(token("officer.stp", "sai mật khẩu")))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(checks).hasValue(2);

        accounts.reset("officer.stp", "dòng sông mùa khô", admin);
        assertThatThrownBy(() -> basic.authenticate(token("officer.stp", first)))
                .isInstanceOf(BadCredentialsException.class);
    }

    private static UsernamePasswordAuthenticationToken token(String username, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    }
}
