package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class IssuerUserTests {

    @Test
    void aSessionOfSomebodyFromTheProviderCanBeKeptInTheDatabase() throws Exception {
        var now = Instant.parse("2026-11-23T01:00:00Z");
        var token = new OidcIdToken(
                "a.b.c",
                now,
                now.plusSeconds(60),
                Map.of("iss", URI.create("https://id.example").toURL(), "sub", "s-1", "aud", List.of("plan72")));
        var context = new SecurityContextImpl(
                new OAuth2AuthenticationToken(new IssuerUser("officer.syt", token), List.of(), "oidc"));
        byte[] kept = new SerializingConverter().convert(context);
        var again = (SecurityContextImpl) new DeserializingConverter().convert(kept);
        assertThat(again.getAuthentication().getName()).isEqualTo("officer.syt");
        assertThat(((IssuerUser) again.getAuthentication().getPrincipal())
                        .idToken()
                        .getSubject())
                .isEqualTo("s-1");
    }
}
