package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Sign-in with the authorization code flow (OpenID Connect Core 3.1, PKCE), and signing out there too. The provider is
 * asked at the first sign-in, not at start-up: a provider that is down must not keep a node from starting.
 */
@Component
class IssuerSignIn {

    static final String REGISTRATION = "oidc";
    static final String BEGIN = "/dang-nhap/qua";
    static final String COME_BACK = "/dang-nhap/ve";

    private static final Logger LOG = LoggerFactory.getLogger(IssuerSignIn.class);

    private final OidcSettings settings;
    private final IssuerPeople people;
    private final ClientRegistrationRepository registrations;

    IssuerSignIn(OidcSettings settings, IssuerPeople people) {
        this.settings = settings;
        this.people = people;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    boolean isOn() {
        return settings.isOn();
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}" + COME_BACK + "/{registrationId}")
                .build();
    }

    void addTo(HttpSecurity http, SignInResults results) throws Exception {
        var begin = new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        begin.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(o -> o.loginPage(WebSecurity.SIGN_IN)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(a -> a.authorizationRequestResolver(begin))
                .redirectionEndpoint(r -> r.baseUri(COME_BACK + "/*"))
                .userInfoEndpoint(u -> u.oidcUserService(people))
                .successHandler(results)
                .failureHandler(results)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                        filter.setAuthenticationFailureHandler((request, response, failure) -> {
                            LOG.error("The provider {} cannot be asked", settings.issuer(), failure);
                            results.onAuthenticationFailure(request, response, failure);
                        });
                        return filter;
                    }
                }));
    }

    /** Ends the session at the provider too, when it offers that. */
    LogoutSuccessHandler signedOut(String target) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + target);
        handler.setDefaultTargetUrl(target);
        return handler;
    }

    /** Nobody here calls the provider's interfaces in a person's name, so no access token outlives the sign-in. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }
    }
}
