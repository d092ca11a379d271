package vn.angiang.plan72.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Vietnamese text: one normal form to store, one key to search by. */
public final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Control characters but tab and line breaks; bidirectional overrides; zero-width characters; BOM. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private Texts() {}

    /** NFC, without control, zero-width and direction-changing characters; line ends as {@code \n}; trimmed. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String s = Normalizer.normalize(text, Normalizer.Form.NFC);
        s = UNWANTED.matcher(s).replaceAll("");
        return s.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Lower case, without accents, đ as d, single spaces: "Đề nghị  HỖ TRỢ" becomes "de nghi ho tro". */
    public static String searchKey(@Nullable String text) {
        String s = Normalizer.normalize(clean(text), Normalizer.Form.NFD);
        s = MARKS.matcher(s).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
        return SPACES.matcher(s).replaceAll(" ").strip();
    }
}
