package vn.angiang.plan72.security;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Refused unheard: too many failures a moment ago. Says nothing about whether the account exists. */
final class TooManyAttempts extends LockedException {

    private final int minutes;

    TooManyAttempts(Duration wait) {
        super("Too many failed sign-ins");
        this.minutes = (int) Math.max(1, (wait.toSeconds() + 59) / 60);
    }

    /** Minutes to wait, rounded up. */
    int minutes() {
        return minutes;
    }
}
