package vn.angiang.plan72.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of the plan's text.
 *
 * @param id P, I, II, III, III.1 … III.9, III.BCD, IV, IV.1 … IV.14, CL
 * @param titleVi our own short title, not the plan's wording
 * @param sort place in the document
 */
public record Clause(String id, @Nullable String parentId, String titleVi, String titleEn, int sort) {
    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) ? titleEn : titleVi;
    }
}
