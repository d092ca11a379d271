package vn.angiang.plan72.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Texts;

/** What a password must be: long, not the name, not one everybody uses (ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.9). */
@Component
class PasswordPolicy {

    private final AccessSettings settings;
    private final MessageSource messages;
    private final Set<String> common;

    PasswordPolicy(AccessSettings settings, MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
        this.common = read();
    }

    int shortest() {
        return settings.passwordMin();
    }

    /** The reason why this password is not accepted, in the reader's language; empty when it is. */
    Optional<String> objection(String username, String password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length < settings.passwordMin()) {
            return say("security.password.short", settings.passwordMin());
        }
        if (length > settings.passwordMax()) {
            return say("security.password.long", settings.passwordMax());
        }
        String plain = simple(text);
        if (plain.contains(simple(username)) || common.stream().anyMatch(word -> isMade(plain, word))) {
            return say("security.password.common");
        }
        if (settings.passwordNeedsMixture() && !isMixed(text)) {
            return say("security.password.mixture");
        }
        return Optional.empty();
    }

    /** The password is a common word, perhaps repeated or with a few characters around it. */
    private static boolean isMade(String plain, String word) {
        return plain.replace(word, "").length() <= Math.min(3, plain.length() - word.length());
    }

    private static boolean isMixed(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().anyMatch(Character::isDigit)
                && text.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
    }

    private static String simple(String text) {
        return Texts.searchKey(text).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private Optional<String> say(String key, Object... arguments) {
        return Optional.of(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }

    private static Set<String> read() {
        try (var in = new ClassPathResource("security/common-passwords.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(PasswordPolicy::simple)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
