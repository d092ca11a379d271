package vn.angiang.plan72.support;

import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** Lets a test act as a demo person below the web layer. */
@TestComponent
public class As {

    private final CurrentActor currentActor;

    As(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** The demo person with today's groups and stand-ins. */
    public Actor actor(String username) {
        return call(username, currentActor::get);
    }

    /** Runs as this person. */
    public <T> T call(String username, Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs as this person. */
    public void run(String username, Runnable work) {
        call(username, () -> {
            work.run();
            return true;
        });
    }
}
