package vn.angiang.plan72.security;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions of a person on all nodes. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** Ends the person's sessions, but for one. */
    void end(String username, @Nullable String exceptId) {
        for (String id : repository.findByPrincipalName(username).keySet()) {
            if (!id.equals(exceptId)) {
                repository.deleteById(id);
            }
        }
    }

    int count(String username) {
        return repository.findByPrincipalName(username).size();
    }
}
