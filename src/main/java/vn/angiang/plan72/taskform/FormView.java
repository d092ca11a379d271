package vn.angiang.plan72.taskform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn.
 *
 * @param conditions whether what is shown depends on answers
 * @param files whether it takes files, so must be sent as multipart
 */
public record FormView(String id, List<Field> fields, boolean conditions, boolean files) {

    /**
     * One component ready to be drawn.
     *
     * @param kind name of the fragment: lower-case {@link ComponentType}
     * @param id of the first input, target of the error summary's link
     * @param values as typed
     * @param error words beside the field, or null
     * @param heading heading of the group that begins here, or null
     */
    public record Field(
            String kind,
            String id,
            String key,
            String label,
            @Nullable String description,
            @Nullable String text,
            List<String> values,
            List<Choice> choices,
            boolean required,
            boolean readonly,
            int maxLength,
            @Nullable String error,
            @Nullable String heading) {

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }

        /** Ids of hint and error, for {@code aria-describedby}; null when there is neither. */
        public @Nullable String describedBy() {
            String hint = description == null ? "" : id + "-goi-y ";
            String wrong = error == null ? "" : id + "-loi";
            String both = (hint + wrong).strip();
            return both.isEmpty() ? null : both;
        }
    }

    /** An option ready to be drawn. */
    public record Choice(String id, String value, String label, boolean selected) {}

    /** An answer in words. */
    public record Answer(String key, String label, String value, List<String> fileIds) {}
}
