package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import vn.angiang.plan72.Plan72Application;

class ProductionGuardTests {

    private final MockEnvironment good = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/plan72")
            .withProperty("spring.datasource.password", "Kx7-mua-nuoc-noi")
            .withProperty("plan72.data-keys", "k1:" + Base64.getEncoder().encodeToString(new byte[32]))
            .withProperty("plan72.demo.enabled", "false")
            .withProperty("plan72.clock.mode", "system")
            .withProperty("server.servlet.session.cookie.secure", "true");

    @Test
    void aProperConfigurationIsAccepted() {
        assertThat(ProductionGuard.objections(good)).isEmpty();
    }

    @Test
    void aMissingDatabasePasswordIsNamed() {
        good.setProperty("spring.datasource.password", "");
        assertThat(ProductionGuard.objections(good)).containsExactly("spring.datasource.password is not set");
    }

    @Test
    void dataKeysMustBeThereAndWhole() {
        good.setProperty("plan72.data-keys", "");
        assertThat(ProductionGuard.objections(good)).containsExactly("plan72.data-keys is not set");
        good.setProperty("plan72.data-keys", "k1:c2hvcnQ=");
        assertThat(ProductionGuard.objections(good))
                .containsExactly("plan72.data-keys: data key k1 must have 32 bytes")
                .allMatch(reason -> !reason.contains("c2hvcnQ"));
    }

    @Test
    void aWellKnownPasswordIsRefused() {
        good.setProperty("spring.datasource.password", "Plan72");
        assertThat(ProductionGuard.objections(good)).singleElement().asString().contains("well-known");
    }

    @Test
    void demonstrationAndPlainCookiesAreRefused() {
        good.setProperty("plan72.demo.enabled", "true");
        good.setProperty("plan72.demo.password", "x");
        good.setProperty("plan72.clock.mode", "demo");
        good.setProperty("server.servlet.session.cookie.secure", "false");
        good.setProperty("spring.datasource.url", "jdbc:h2:mem:x");
        assertThat(ProductionGuard.objections(good)).hasSize(5);
    }

    @Test
    void signInAtAProviderIsAskedForInFull() {
        good.setProperty("plan72.oidc.only", "true");
        assertThat(ProductionGuard.objections(good)).singleElement().asString().contains("nobody could sign in");
        good.setProperty("plan72.oidc.issuer", "http://id.example.gov.vn");
        assertThat(ProductionGuard.objections(good)).hasSize(3);
        good.setProperty("plan72.oidc.issuer", "https://id.example.gov.vn");
        good.setProperty("plan72.oidc.client-id", "plan72");
        good.setProperty("plan72.oidc.client-secret", "Kx7-mua-nuoc-noi-2");
        assertThat(ProductionGuard.objections(good)).isEmpty();
    }

    @Test
    void theProductionProfileHasASecureHostCookieAndNoDemonstration() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application-prod.yml"));
        var prod = yaml.getObject();
        assertThat(prod)
                .containsEntry("server.servlet.session.cookie.name", "__Host-SID")
                .containsEntry("server.servlet.session.cookie.secure", true)
                .containsEntry("plan72.demo.enabled", false)
                .containsEntry("plan72.clock.mode", "system");
    }

    @Test
    void theApplicationDoesNotStartInProductionWithoutItsSecrets() {
        assertThatThrownBy(() -> new SpringApplication(Plan72Application.class)
                        .run("--spring.profiles.active=prod", "--spring.datasource.password="))
                .isInstanceOf(ProductionGuard.UnsafeConfiguration.class)
                .hasMessageContaining("spring.datasource.password is not set");
    }
}
