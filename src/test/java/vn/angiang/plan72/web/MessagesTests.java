package vn.angiang.plan72.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of all modules: complete in both languages, well formed, and nowhere else. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern CALLED = Pattern.compile("\\bwords\\.([a-zA-Z]+)\\(");
    private static final Pattern USED = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");
    private static final Pattern REFUSED =
            Pattern.compile("new (?:Refusal\\.)?(?:Forbidden|NotFound|Conflict|TooLarge)\\(\\s*\"([\\w.]+)\"");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final String VIETNAMESE_LETTERS =
            "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]";
    private static final Pattern HARD_CODED =
            Pattern.compile(VIETNAMESE_LETTERS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith("messages") && n.endsWith(".properties") && !n.contains("_"))
                    .map(n -> n.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleIsReadByTheApplication(String bundle) {
        assertThat(WebTexts.BUNDLES).contains(bundle);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(read(bundle + "_en"))).isEqualTo(keys(read(bundle)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsInNormalFormAndWellFormed(String bundle) throws IOException {
        for (String name : List.of(bundle, bundle + "_en")) {
            read(name).forEach((key, value) -> {
                String text = (String) value;
                assertThat(text).as("%s: %s", name, key).isNotBlank();
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as("%s: %s is NFC", name, key)
                        .isTrue();
                assertThat(LONE_APOSTROPHE.matcher(text).find())
                        .as("%s: %s writes an apostrophe once; write it twice", name, key)
                        .isFalse();
                assertThat(new MessageFormat(text, Locale.ROOT).getFormats())
                        .as("%s: %s", name, key)
                        .isNotNull();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSamePlaces(String bundle) throws IOException {
        var english = read(bundle + "_en");
        read(bundle).forEach((key, value) -> assertThat(places(english.getProperty((String) key)))
                .as("%s: %s", bundle, key)
                .isEqualTo(places((String) value)));
    }

    @Test
    void noKeyIsInTwoBundles() throws IOException {
        var seen = new TreeSet<String>();
        for (String bundle : bundles()) {
            for (String key : keys(read(bundle))) {
                assertThat(seen.add(key)).as("%s occurs twice", key).isTrue();
            }
        }
    }

    @Test
    void everyKeyATemplateUsesExists() throws IOException {
        var missing = new TreeSet<String>();
        for (Path template : files("src/main/resources/templates", ".html")) {
            var used = USED.matcher(withoutComments(template));
            while (used.find()) {
                missing.add(used.group(1));
            }
        }
        missing.removeAll(allKeys());
        assertThat(missing).as("keys without words").isEmpty();
    }

    /** A method a template cannot call is found only by the page that needs it; so look at all of them. */
    @Test
    void everyMethodATemplateCallsOnWordsCanBeCalled() throws Exception {
        var callable = Arrays.stream(
                        Class.forName("vn.angiang.plan72.web.work.Words").getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        for (Path template : files("src/main/resources/templates", ".html")) {
            var called = CALLED.matcher(withoutComments(template));
            while (called.find()) {
                assertThat(callable).as(template.toString()).contains(called.group(1));
            }
        }
    }

    @Test
    void everyRefusalHasWords() throws IOException {
        var missing = new TreeSet<String>();
        for (Path source : files("src/main/java", ".java")) {
            var used = REFUSED.matcher(Files.readString(source));
            while (used.find()) {
                missing.add(used.group(1));
            }
        }
        missing.removeAll(allKeys());
        assertThat(missing).as("refusals without words").isEmpty();
    }

    @Test
    void templatesHaveNoWordsOfTheirOwn() throws IOException {
        for (Path template : files("src/main/resources/templates", ".html")) {
            String text = withoutComments(template);
            assertThat(HARD_CODED.matcher(text).find()).as(template.toString()).isFalse();
        }
    }

    @Test
    void templatesHaveNoInlineStylesOrScripts() throws IOException {
        var inline = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|hx-on|<script(?![^>]*src=)|hx-vals=['\"]js:");
        for (Path template : files("src/main/resources/templates", ".html")) {
            String text = withoutComments(template);
            assertThat(inline.matcher(text).find()).as(template.toString()).isFalse();
        }
    }

    private static String withoutComments(Path template) throws IOException {
        return Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
    }

    private static List<Path> files(String root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static TreeSet<String> allKeys() throws IOException {
        var all = new TreeSet<String>();
        for (String bundle : bundles()) {
            all.addAll(keys(read(bundle)));
        }
        return all;
    }

    private static TreeSet<String> keys(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        var place = Pattern.compile("\\{(\\d+)").matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
