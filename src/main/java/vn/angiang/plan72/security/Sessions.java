package vn.angiang.plan72.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.stereotype.Component;

/** Sessions of a person on all nodes. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final SpringSessionBackedSessionRegistry<?> registry;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
        this.registry = new SpringSessionBackedSessionRegistry<>(repository);
    }

    /** Ends the person's sessions, but for one. */
    void end(String username, @Nullable String exceptId) {
        for (String id : repository.findByPrincipalName(username).keySet()) {
            if (!id.equals(exceptId)) {
                repository.deleteById(id);
            }
        }
    }

    /** Sessions that still open a page: those ended by a later sign-in stay stored until their browser comes back. */
    int count(String username) {
        return registry.getAllSessions(new PrincipalName(username), false).size();
    }

    private record PrincipalName(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
