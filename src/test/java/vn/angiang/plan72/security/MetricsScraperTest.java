package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The program that collects figures proves itself with the secret of the settings, and with nothing else. */
class MetricsScraperTest {

    private static final String TOKEN = "mat-khau-giam-sat-2017-x";

    private static boolean isKnown(String setting, String header) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return new MetricsScraper(setting).isKnown(request);
    }

    @Test
    void theSecretOpens() {
        assertThat(isKnown(TOKEN, "Bearer " + TOKEN)).isTrue();
        assertThat(isKnown(" " + TOKEN + "\n", "Bearer " + TOKEN))
                .as("from a file with a line end")
                .isTrue();
    }

    @Test
    void nothingElseDoes() {
        assertThat(isKnown(TOKEN, "Bearer " + TOKEN + "x")).isFalse();
        assertThat(isKnown(TOKEN, "Bearer ")).isFalse();
        assertThat(isKnown(TOKEN, "Basic " + TOKEN)).isFalse();
        assertThat(new MetricsScraper(TOKEN).isKnown(new MockHttpServletRequest()))
                .isFalse();
    }

    @Test
    void aMissingOrShortSettingOpensToNobody() {
        assertThat(isKnown("", "Bearer ")).isFalse();
        assertThat(isKnown("short", "Bearer short")).isFalse();
    }
}
