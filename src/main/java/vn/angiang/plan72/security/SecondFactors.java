package vn.angiang.plan72.security;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Codes of an authenticator as second factor of accounts kept here (OWASP ASVS 5.0, V6.3.3 and V6.5). */
@Service
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecondFactorRows rows;
    private final Standing standing;
    private final Journal journal;
    private final InstantSource clock;

    SecondFactors(SecondFactorRows rows, Standing standing, Journal journal, InstantSource securityClock) {
        this.rows = rows;
        this.standing = standing;
        this.journal = journal;
        this.clock = securityClock;
    }

    /** Whether a code is asked of this account. */
    @Transactional(readOnly = true)
    public boolean has(String username) {
        return rows.find(username).filter(SecondFactorRows.Row::confirmed).isPresent();
    }

    /** Recovery codes not used yet. */
    @Transactional(readOnly = true)
    public int recoveryLeft(String username) {
        return rows.recoveryLeft(username);
    }

    /** The secret for the person's authenticator; the same until it is confirmed. */
    @Transactional
    public String begin(Actor actor) {
        var known = rows.find(actor.username());
        if (known.isPresent() && known.get().confirmed()) {
            throw new Refusal.Conflict("security.factor.there");
        }
        return known.map(SecondFactorRows.Row::secret).orElseGet(() -> {
            String secret = Totp.newSecret();
            rows.insert(actor.username(), secret, clock.instant());
            return secret;
        });
    }

    /**
     * The first code proves that the authenticator has the secret; from now on one is asked at every sign-in.
     *
     * @return recovery codes, shown this once
     * @throws Refusal.BadInput at {@code code} when it is not the one of this moment
     */
    @Transactional
    public List<String> confirm(Actor actor, String code, String wrong) {
        var row = rows.find(actor.username()).orElseThrow(() -> new Refusal.Conflict("security.factor.notBegun"));
        if (row.confirmed()) {
            throw new Refusal.Conflict("security.factor.there");
        }
        if (!isCode(actor.username(), row, plain(code))) {
            throw new Refusal.BadInput("code", wrong);
        }
        var codes = Stream.generate(SecondFactors::recoveryCode)
                .distinct()
                .limit(RECOVERY_CODES)
                .toList();
        rows.recovery(
                actor.username(),
                codes.stream().map(c -> Secrets.sha256(plain(c))).toList());
        standing.forget(actor.username());
        record("account.secondFactor", actor.username(), actor);
        return codes;
    }

    /** Whether this is the code of the moment, not used before, or a recovery code, which is then used up. */
    @Transactional
    public boolean passes(String username, String typed) {
        String code = plain(typed);
        return rows.find(username)
                .map(row -> isCode(username, row, code) || rows.useRecovery(username, Secrets.sha256(code)))
                .orElse(true);
    }

    /** Takes the second factor away, for somebody who lost device and recovery codes. */
    @Transactional
    public void remove(String username, Actor admin) {
        if (rows.delete(username) > 0) {
            standing.forget(username);
            record("account.secondFactorRemoved", username, admin);
        }
    }

    private boolean isCode(String username, SecondFactorRows.Row row, String code) {
        var step = Totp.matching(row.secret(), code, clock.instant(), row.lastStep());
        return step.isPresent() && rows.use(username, step.getAsLong());
    }

    /** 80 bits in four groups of four. */
    private static String recoveryCode() {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return Totp.base32(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private void record(String action, String username, Actor by) {
        journal.record(Act.of(Accounts.CHAIN, action, null, by, Map.of("account", username)));
    }
}
