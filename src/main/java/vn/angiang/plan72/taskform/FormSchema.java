package vn.angiang.plan72.taskform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as released: its components in order, groups flattened.
 *
 * @param sha256 of the schema's text, so that a sealed answer names exactly what was shown
 */
public record FormSchema(String id, List<Component> components, String sha256, String json) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    /**
     * Reads a schema (docs/forms.md).
     *
     * @throws InvalidForm when anything in it is not allowed; names every problem
     */
    public static FormSchema parse(String json) {
        return new FormParser().parse(json);
    }

    /** Components that take an answer. */
    public List<Component> fields() {
        return components.stream().filter(c -> c.type().isField()).toList();
    }

    /** Keys of components that take files. */
    public List<String> fileKeys() {
        return components.stream()
                .filter(c -> c.type() == ComponentType.FILEPICKER)
                .map(Component::key)
                .toList();
    }

    /** The component of this key. */
    public Optional<Component> field(String key) {
        return fields().stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** Keys of the fields on whose answers it depends what else is shown or may be changed. */
    public List<String> deciding() {
        var named = components.stream()
                .flatMap(c -> Stream.concat(
                        c.hideWhen().stream(), Stream.ofNullable(c.lock().condition())))
                .flatMap(condition -> NAME.matcher(condition).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return fields().stream().map(Component::key).filter(named::contains).toList();
    }

    /**
     * The answers the engine needs to route the flow: variable name to String, Boolean, Long, ISO date or list of String.
     * Unanswered ones are null, so that the answer of an earlier round cannot route a later one.
     */
    public Map<String, Object> routing(Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        for (Component field : fields()) {
            if (field.route() != null) {
                Object answer = answers.get(field.key());
                // the engine keeps a list as JSON with its type and can only make lists of well-known ones anew
                variables.put(field.route(), answer instanceof List<?> list ? new ArrayList<>(list) : answer);
            }
        }
        return variables;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
