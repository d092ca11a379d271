package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class PasswordTests {

    private final PasswordHashing hashing = new PasswordHashing();
    private final PasswordPolicy policy = new PasswordPolicy(Settings.DEFAULT, keys());

    private static StaticMessageSource keys() {
        var source = new StaticMessageSource();
        source.setUseCodeAsDefaultMessage(true);
        return source;
    }

    @Test
    void howAccentsAreComposedDoesNotMatter() {
        String typed = "Mùa nước nổi về sớm";
        String hash = hashing.encode(Normalizer.normalize(typed, Normalizer.Form.NFD));
        assertThat(hashing.matches(Normalizer.normalize(typed, Normalizer.Form.NFC), hash))
                .isTrue();
        assertThat(hashing.matches("mùa nước nổi về sớm", hash)).isFalse();
    }

    @Test
    void aLongPassphraseCountsInFull() {
        String start = "ư".repeat(100);
        assertThat(hashing.matches(start + "b", hashing.encode(start + "a"))).isFalse();
        assertThat(hashing.matches(start + "a", hashing.encode(start + "a"))).isTrue();
    }

    @Test
    void aSentenceIsAcceptedWithoutDigitsOrSigns() {
        assertThat(policy.objection("officer.syt", "cánh đồng sau mưa")).isEmpty();
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThat(policy.objection("a", "mười một kt")).contains("security.password.short");
    }

    @Test
    void aVeryLongPasswordIsRefused() {
        assertThat(policy.objection("a", "xy ".repeat(50))).contains("security.password.long");
    }

    @Test
    void theOwnNameAndCommonWordsAreRefused() {
        assertThat(policy.objection("officer.syt", "officer.syt 2017")).contains("security.password.common");
        assertThat(policy.objection("abc", "Mật khẩu 123")).contains("security.password.common");
        assertThat(policy.objection("abc", "passwordpassword")).contains("security.password.common");
        assertThat(policy.objection("abc", "123456789012")).contains("security.password.common");
    }

    @Test
    void aMadeUpPasswordIsReadableAndDifferentEachTime() {
        assertThat(DemoPassword.madeUp()).matches("([a-z]+-){4}\\d{4}").isNotEqualTo(DemoPassword.madeUp());
    }

    @Test
    void namesHaveOneForm() {
        assertThat(Usernames.normal("  Lê.Văn ")).isEqualTo("lê.văn");
        assertThat(Usernames.normal(Normalizer.normalize("lê", Normalizer.Form.NFD)))
                .isEqualTo("lê");
        assertThat(Usernames.normal(null)).isEmpty();
        assertThat(Usernames.normal("x".repeat(300))).hasSize(100);
    }
}
