package vn.angiang.plan72.security;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Finds our person behind whom the provider vouched for. The user name comes from a claim; the first sign-in binds the
 * account to the provider's subject, because names may be given to somebody else later and subjects may not (OpenID
 * Connect Core 5.7).
 */
@Component
class IssuerPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ACCOUNT = "no_account";
    static final String LOCKED = "locked";
    static final String OTHER_PERSON = "other_person";

    private static final Logger LOG = LoggerFactory.getLogger(IssuerPeople.class);

    private final OidcSettings settings;
    private final AccountRows accounts;
    private final IdentityRows identities;
    private final Standing standing;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final OidcUserService provider = new OidcUserService();

    IssuerPeople(
            OidcSettings settings,
            AccountRows accounts,
            IdentityRows identities,
            Standing standing,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            InstantSource securityClock) {
        this.settings = settings;
        this.accounts = accounts;
        this.identities = identities;
        this.standing = standing;
        this.transaction = transaction;
        this.events = events;
        this.clock = securityClock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouchedFor = provider.loadUser(request);
        String username = vouchedFor.getClaims().get(settings.usernameClaim()) instanceof String name
                ? Usernames.normal(name)
                : "";
        if (username.isEmpty()) {
            LOG.warn("The provider sends no text in claim {}", settings.usernameClaim());
        }
        admit(username, vouchedFor.getSubject());
        return new IssuerUser(username, vouchedFor.getIdToken());
    }

    void admit(String username, String subject) {
        standing.forget(username);
        var row = transaction.execute(status -> accounts.find(username));
        if (row.isEmpty() || !standing.of(username).admitted()) {
            throw refused(NO_ACCOUNT, username, row.isPresent());
        }
        var lockedUntil = row.get().account().lockedUntil();
        if (lockedUntil != null && lockedUntil.toInstant().isAfter(clock.instant())) {
            throw refused(LOCKED, username, true);
        }
        if (!isBoundTo(username, subject)) {
            throw refused(OTHER_PERSON, username, true);
        }
        transaction.executeWithoutResult(status -> accounts.signedIn(username, clock.instant()));
    }

    private boolean isBoundTo(String username, String subject) {
        try {
            return transaction.execute(status -> {
                var known = identities.subjectOf(username, settings.issuer());
                if (known.isEmpty()) {
                    identities.bind(username, settings.issuer(), subject, clock.instant());
                }
                return known.isEmpty() || known.get().equals(subject);
            });
        } catch (DuplicateKeyException e) {
            // The subject belongs to another account, or a second sign-in of the same person was faster
            return transaction.execute(status -> identities
                    .subjectOf(username, settings.issuer())
                    .filter(subject::equals)
                    .isPresent());
        }
    }

    private OAuth2AuthenticationException refused(String code, String username, boolean known) {
        events.publishEvent(new SignInFailed(username, known, address(), 1));
        return new OAuth2AuthenticationException(new OAuth2Error(code, username, null));
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "-";
    }
}
