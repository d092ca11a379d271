package vn.angiang.plan72.security;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in at an OpenID Connect provider; off while {@code issuer} is empty. A second factor is the provider's matter.
 *
 * @param issuer address of the provider, whose {@code /.well-known/openid-configuration} is read at the first sign-in
 * @param name what people call the provider, for the button
 * @param usernameClaim claim that holds the user name of our person
 * @param only whether passwords kept here open nothing any more, neither pages nor {@code /api}
 */
@ConfigurationProperties("plan72.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("hệ thống xác thực của tỉnh") String name,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("false") boolean only) {

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Scheme, host and port of the provider: signing out sends a form there. */
    String origin() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
