package vn.angiang.plan72.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/** The one form of a sign-in name: NFC, lower case, trimmed, at most 100 characters. */
final class Usernames {

    private static final int LONGEST = 100;

    private Usernames() {}

    static String normal(@Nullable String typed) {
        String name = Texts.clean(typed).toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
