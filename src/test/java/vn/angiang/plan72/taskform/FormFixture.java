package vn.angiang.plan72.taskform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.angiang.plan72.process.Feels;

/** Forms on the real FEEL and the real words; today is 01/03/2017. */
final class FormFixture {

    static final Locale VI = Locale.forLanguageTag("vi");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2017-03-01T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    static final Forms FORMS = new Forms(Feels.at(CLOCK), messages(), CLOCK);

    private FormFixture() {}

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "messages-taskform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** A form with these components; single quotes stand for double ones. */
    static FormSchema form(String... components) {
        return FormSchema.parse(json(components));
    }

    static String json(String... components) {
        return ("{'type':'default','id':'test','schemaVersion':18,'components':[" + String.join(",", components) + "]}")
                .replace('\'', '"');
    }

    /** A field with its type, key and label, and further attributes. */
    static String field(String type, String key, String label, String... more) {
        String rest = more.length == 0 ? "" : "," + String.join(",", more);
        return "{'type':'%s','key':'%s','label':'%s'%s}".formatted(type, key, label, rest);
    }

    /** Inputs as a browser sends them: {@code key, value, key, value …}. */
    static Map<String, List<String>> raw(Object... inputs) {
        var raw = new HashMap<String, List<String>>();
        for (int i = 0; i < inputs.length; i += 2) {
            raw.put(
                    (String) inputs[i],
                    inputs[i + 1] instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of((String) inputs[i + 1]));
        }
        return raw;
    }

    static FormResult check(FormSchema schema, Object... inputs) {
        return FORMS.check(schema, raw(inputs), Map.of(), VI);
    }

    /** The mistake a single text, number or date field finds in an input; empty when there is none. */
    static String mistake(String component, String typed) {
        var errors = check(form(component), "a", typed).errors();
        return errors.isEmpty() ? "" : errors.get(0).message();
    }
}
