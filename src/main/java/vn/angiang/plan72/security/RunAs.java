package vn.angiang.plan72.security;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets a job go on with what a person ordered, with the rights that person has at this minute: who has lost an office
 * since can do no more. Never on a web thread, where the signed-in person acts.
 */
@Component
public class RunAs {

    /** Runs the work as this person; whoever was there before is there again afterwards. */
    public void run(String username, Runnable work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
