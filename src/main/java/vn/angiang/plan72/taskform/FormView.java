package vn.angiang.plan72.taskform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn by {@code components/form.html}.
 *
 * @param deciding keys of the fields on whose answers it depends what else is shown
 * @param files whether it takes files, so must be sent as multipart
 * @param summary what has been answered so far, in words
 */
public record FormView(String id, List<Section> sections, List<String> deciding, boolean files, List<Answer> summary) {

    /** Whether what is shown depends on answers: the page then lets htmx ask for it again after a change of these. */
    public boolean hasConditionals() {
        return !deciding.isEmpty();
    }

    /** All components that are shown, in order. */
    public List<Field> fields() {
        return sections.stream().flatMap(s -> s.fields().stream()).toList();
    }

    /** Names of file inputs, comma-separated: htmx leaves them out when it asks for the form again. */
    public String fileInputs() {
        return String.join(
                ",",
                fields().stream()
                        .filter(f -> f.kind().equals("filepicker"))
                        .map(f -> f.key() + ".tep")
                        .toList());
    }

    /** Components of one group, or of none. {@code heading} is null when there is none. */
    public record Section(@Nullable String heading, List<Field> fields) {}

    /**
     * One component ready to be drawn.
     *
     * @param kind name of the fragment: lower-case {@link ComponentType}
     * @param id of the first input, target of the error summary's link
     * @param blocks content of a static text
     * @param values as typed
     * @param locked whether it is only shown; {@code shown} then says its value in words
     * @param suffix unit after the input, or null
     * @param accept file extensions, comma-separated, or null
     * @param error words beside the field, or null
     */
    public record Field(
            String kind,
            String id,
            String key,
            String label,
            @Nullable String description,
            List<TextBlock> blocks,
            List<String> values,
            List<Choice> choices,
            boolean required,
            boolean locked,
            String shown,
            int maxLength,
            boolean multiple,
            @Nullable String suffix,
            @Nullable String accept,
            @Nullable String error) {

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }

        /** Whether a single checkbox is ticked. */
        public boolean checked() {
            return Inputs.checked(value());
        }

        /** Ids of hint and error, for {@code aria-describedby}; null when there is neither. */
        public @Nullable String describedBy() {
            boolean example = kind.equals("date") || kind.equals("filepicker");
            String ids = (description == null ? "" : id + "-hint ")
                    + (example ? id + "-example " : "")
                    + (suffix == null ? "" : id + "-unit ")
                    + (error == null ? "" : id + "-error");
            return ids.isEmpty() ? null : ids.strip();
        }
    }

    /** An option ready to be drawn. */
    public record Choice(String id, String value, String label, boolean selected) {}

    /** An answer in words; {@code value} may have several lines; files are named by id. */
    public record Answer(String key, String label, String value, List<String> fileIds) {}
}
