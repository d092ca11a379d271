package vn.angiang.plan72.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/** Makes a name as a browser sent it safe to store, show and save under on any system. */
final class FileNames {

    /** Longest name, in characters, extension included. */
    static final int MAX_LENGTH = 150;

    private static final String UNNAMED = "tep";
    /** Beyond what {@link Texts#clean} drops: line breaks, and what file systems or shells give a meaning to. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}<>:\"|?*\\u2028\\u2029]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

    private FileNames() {}

    /** Never empty, never a path, at most {@link #MAX_LENGTH} characters, extension kept. */
    static String clean(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = FORBIDDEN.matcher(Texts.clean(name.replace('\n', ' '))).replaceAll("");
        name = trimEnd(SPACES.matcher(name).replaceAll(" "));
        int dot = name.lastIndexOf('.');
        String stem = trim(dot < 0 ? name : name.substring(0, dot));
        String extension = dot < 0 ? "" : name.substring(dot);
        if (extension.length() > 11) {
            stem = name;
            extension = "";
        }
        if (stem.isEmpty()) {
            stem = UNNAMED;
        }
        if (DEVICE.matcher(stem).matches()) {
            stem = "_" + stem;
        }
        return trim(shorten(stem, MAX_LENGTH - extension.length())) + extension;
    }

    private static String trim(String name) {
        int from = 0;
        while (from < name.length() && isDotOrSpace(name.charAt(from))) {
            from++;
        }
        return trimEnd(name.substring(from));
    }

    private static String trimEnd(String name) {
        int to = name.length();
        while (to > 0 && isDotOrSpace(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(0, to);
    }

    private static boolean isDotOrSpace(char c) {
        return c == ' ' || c == '.';
    }

    /** Cuts without tearing a surrogate pair or a mark from its letter. */
    private static String shorten(String stem, int length) {
        if (stem.length() <= length) {
            return stem;
        }
        int end = length;
        while (end > 1
                && (Character.isLowSurrogate(stem.charAt(end))
                        || Character.getType(stem.charAt(end)) == Character.NON_SPACING_MARK)) {
            end--;
        }
        return stem.substring(0, end);
    }
}
