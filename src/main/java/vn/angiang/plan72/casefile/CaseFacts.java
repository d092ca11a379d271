package vn.angiang.plan72.casefile;

import java.util.List;
import java.util.Locale;

/** What a flow knows of its case and wants shown on the task page and the case page. Implemented by flow modules. */
public interface CaseFacts {

    /** Flow this speaks for. */
    String processKey();

    /**
     * Whether it has something to say of the case: by default when the case runs on this flow. A flow that others call says
     * yes for cases it keeps facts of.
     */
    default boolean knows(CaseFile file) {
        return processKey().equals(file.processKey());
    }

    /** Facts in the order they should be read. */
    List<Fact> factsOf(CaseFile file, Locale locale);

    /**
     * One line of a summary list.
     *
     * @param labelKey key of the label in the message bundles
     * @param value ready to show; line breaks are kept
     */
    record Fact(String labelKey, String value) {}
}
