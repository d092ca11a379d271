package vn.angiang.plan72.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Four doors: files for everybody; citizens' opinions without an account; programs at {@code /api/**} (Basic, or the browser's session with a CSRF token);
 * people everywhere else.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class WebSecurity {

    /** Files and health: the same for everybody, so no session is read for them. */
    static final String[] FILES = {
        "/css/**",
        "/js/**",
        "/assets/**",
        "/webjars/htmx.org/**",
        "/favicon.ico",
        "/actuator/health",
        "/actuator/health/**"
    };

    /** Where people sign in. */
    static final String SIGN_IN = "/dang-nhap";

    /** Read by calendar programs; the long random part of the address is what admits. */
    static final String CALENDAR_FEED = "/lich/*.ics";

    /** Opinions of citizens, who have no account (IV.13.f). Exact addresses, nothing below them. */
    static final String[] OPINIONS = {"/gop-y", "/gop-y/tra-cuu", "/gop-y/danh-gia"};

    private static final String SIGNED_OUT = "/dang-nhap?da-thoat";

    private final AnswerHeaders headers;
    private final Standing standing;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final ApiAnswers apiAnswers;
    private final SignInWays ways;
    private final IssuerSignIn issuer;

    WebSecurity(
            Environment environment,
            OidcSettings oidc,
            SignInWays ways,
            IssuerSignIn issuer,
            Standing standing,
            AccessSettings settings,
            InstantSource securityClock,
            ApiAnswers apiAnswers) {
        this.headers = new AnswerHeaders(
                environment.acceptsProfiles(Profiles.of("prod")), oidc.isOn() ? " " + oidc.origin() : "");
        this.ways = ways;
        this.issuer = issuer;
        this.standing = standing;
        this.settings = settings;
        this.clock = securityClock;
        this.apiAnswers = apiAnswers;
    }

    @Bean
    @Order(0)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        headers.addTo(http);
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .securityContext(c -> c.disable())
                .sessionManagement(s -> s.disable())
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .csrf(c -> c.disable())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, AccountProvider provider, AccountRows accounts, TransactionOperations transaction)
            throws Exception {
        var basic = new BasicCredentials(provider, accounts, standing, transaction, settings, clock);
        headers.addTo(http);
        if (ways.byPassword()) {
            http.httpBasic(b -> b.authenticationEntryPoint(apiAnswers));
        }
        return http.securityMatcher("/api/**")
                .authenticationManager(new ProviderManager(basic))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .csrf(c -> c.requireCsrfProtectionMatcher(request ->
                        CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !(ways.byPassword() && isProgram(request))))
                .exceptionHandling(e -> e.authenticationEntryPoint(apiAnswers).accessDeniedHandler(apiAnswers))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SessionGate(standing, settings, clock, apiAnswers), AuthorizationFilter.class)
                .build();
    }

    /**
     * What Camunda Modeler asks. Basic credentials with every request and no session, so that no other page can make a
     * browser ask it: that is why there is no token against forged requests.
     */
    @Bean
    @Order(1)
    SecurityFilterChain camundaModeler(
            HttpSecurity http,
            DeployKeys keys,
            SignInAttempts attempts,
            AccountProvider provider,
            AccountRows accounts,
            TransactionOperations transaction)
            throws Exception {
        var byKey = new DeployKeyProvider(keys, standing, attempts);
        var byPassword = new BasicCredentials(provider, accounts, standing, transaction, settings, clock);
        headers.addTo(http);
        return http.securityMatcher("/engine-rest", "/engine-rest/**")
                .authenticationManager(
                        ways.byPassword() ? new ProviderManager(byKey, byPassword) : new ProviderManager(byKey))
                .httpBasic(b -> b.authenticationEntryPoint(apiAnswers))
                .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .csrf(c -> c.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(apiAnswers).accessDeniedHandler(apiAnswers))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SessionGate(standing, settings, clock, apiAnswers), AuthorizationFilter.class)
                .build();
    }

    /**
     * Nobody is anybody here, signed in or not: no session is read or made. The token against forged forms lives in a
     * cookie of these pages.
     */
    @Bean
    @Order(2)
    SecurityFilterChain opinionPages(
            HttpSecurity http, @Value("${server.servlet.session.cookie.secure:false}") boolean secure)
            throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("gop-y");
        tokens.setCookiePath("/gop-y");
        tokens.setCookieCustomizer(c -> c.httpOnly(true).secure(secure).sameSite("Strict"));
        headers.addTo(http);
        return http.securityMatcher(OPINIONS)
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .csrf(c -> c.csrfTokenRepository(tokens))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            AccountProvider provider,
            SignInResults results,
            RequestCache requestCache,
            AccessPolicy policy,
            MetricsScraper scraper,
            FindByIndexNameSessionRepository<? extends Session> sessions)
            throws Exception {
        headers.addTo(http);
        // No second asking by the framework's default manager: a failure would count twice
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        if (ways.byPassword()) {
            http.authenticationProvider(provider).formLogin(f -> f.loginPage(SIGN_IN)
                    .loginProcessingUrl(SIGN_IN)
                    .authenticationDetailsSource(SignInDetails::new)
                    .successHandler(results)
                    .failureHandler(results));
        }
        if (issuer.isOn()) {
            issuer.addTo(http, results);
        }
        return http.logout(l -> l.logoutUrl("/dang-xuat")
                        .addLogoutHandler(results)
                        .logoutSuccessHandler(issuer.isOn() ? issuer.signedOut(SIGNED_OUT) : signedOut())
                        .deleteCookies())
                .requestCache(c -> c.requestCache(requestCache))
                .sessionManagement(s -> s.sessionFixation(f -> f.changeSessionId())
                        .maximumSessions(settings.maxSessions())
                        .sessionRegistry(new SpringSessionBackedSessionRegistry<>(sessions))
                        .expiredSessionStrategy(
                                e -> SignInFirst.go(e.getRequest(), e.getResponse(), SignInFirst.ENDED)))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new SignInFirst()).accessDeniedHandler(refused()))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(SIGN_IN, CALENDAR_FEED)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((authentication, context) ->
                                new AuthorizationDecision(scraper.isKnown(context.getRequest()) || policy.admin()))
                        .requestMatchers(
                                "/actuator/**", "/quan-tri", "/quan-tri/**", "/v3/api-docs/**", "/v3/api-docs*")
                        .access((authentication, context) -> new AuthorizationDecision(policy.admin()))
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SessionGate(standing, settings, clock, apiAnswers), AuthorizationFilter.class)
                .build();
    }

    /** Only pages are remembered over a sign-in, not parts of pages and not what programs ask for. */
    @Bean
    RequestCache requestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && (request.getHeader(HttpHeaders.ACCEPT) == null
                        || request.getHeader(HttpHeaders.ACCEPT).contains("text/html")));
        return cache;
    }

    /** A form sent after the session has ended lacks its token: that is a sign-in, not an offence. */
    private static AccessDeniedHandler refused() {
        var page = new AccessDeniedHandlerImpl();
        return (request, response, reason) -> {
            if (reason instanceof CsrfException
                    && SecurityContextHolder.getContext().getAuthentication() == null) {
                SignInFirst.go(request, response, SignInFirst.ENDED);
            } else {
                page.handle(request, response, new AccessDeniedException(reason.getMessage(), reason));
            }
        };
    }

    private static LogoutSuccessHandler signedOut() {
        var handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl(SIGNED_OUT);
        return handler;
    }

    /** A Basic header cannot be sent across sites without our consent; what a browser says is cross-site is not exempt. */
    private static boolean isProgram(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String site = request.getHeader("Sec-Fetch-Site");
        return authorization != null
                && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                && (site == null || Set.of("same-origin", "none").contains(site));
    }
}
