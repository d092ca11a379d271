package vn.angiang.plan72.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One duty of the plan. Fields are those of {@code plan/obligations.yaml}; what is "suggested" is a proposal of ours
 * that a person confirms, never the plan's word.
 *
 * @param clause where it stands, as printed: "IV.13 gạch 5"
 * @param lead codes of units and groups
 * @param leadBasis {@code named} in the clause or {@code derived}: then a person must confirm the lead
 * @param modality mandatory, request, objective, frame, role or accountability
 * @param kind continuous, one-off, yearly or periodic
 * @param flow assignment, reporting, inspection or accountability
 * @param specialFlow process key of the special flow, or null
 * @param fanOut none, district, department_group, organisation, member or all
 * @param indicators indicator codes
 */
public record Obligation(
        String id,
        String clause,
        String paraphraseVi,
        String paraphraseEn,
        List<String> lead,
        String leadBasis,
        List<String> coordinatingNamed,
        List<String> coordinatingSuggested,
        List<String> recipientNamed,
        List<String> recipientSuggested,
        @Nullable String approver,
        @Nullable String approverBasis,
        String modality,
        String kind,
        @Nullable String explicitDeadlineVi,
        @Nullable String suggestedSchedule,
        List<String> deliverablesVi,
        String evidenceEn,
        String flow,
        List<String> alsoFlows,
        @Nullable String specialFlow,
        String fanOut,
        List<String> indicators,
        @Nullable String note) {

    public Obligation {
        lead = List.copyOf(lead);
        coordinatingNamed = List.copyOf(coordinatingNamed);
        coordinatingSuggested = List.copyOf(coordinatingSuggested);
        recipientNamed = List.copyOf(recipientNamed);
        recipientSuggested = List.copyOf(recipientSuggested);
        deliverablesVi = List.copyOf(deliverablesVi);
        alsoFlows = List.copyOf(alsoFlows);
        indicators = List.copyOf(indicators);
    }

    /** Id of the {@link Clause} it belongs to. */
    public String clauseId() {
        return Clauses.idOf(clause);
    }

    public String paraphrase(Locale locale) {
        return "en".equals(locale.getLanguage()) ? paraphraseEn : paraphraseVi;
    }

    /** The clause names no actor: a person must confirm the lead before it is assigned. */
    public boolean leadNeedsConfirmation() {
        return leadBasis.equals("derived");
    }

    /** "đề nghị": asked, never held to account (clause IV.14). */
    public boolean isRequest() {
        return modality.equals("request");
    }

    public boolean isContinuous() {
        return kind.equals("continuous");
    }

    public boolean isOneOff() {
        return kind.equals("one-off");
    }

    /** Named co-ordinating units, then suggested ones, without duplicates. */
    public List<String> coordinating() {
        return Stream.concat(coordinatingNamed.stream(), coordinatingSuggested.stream())
                .distinct()
                .toList();
    }

    /** Named recipients, then suggested ones, without duplicates. */
    public List<String> recipients() {
        return Stream.concat(recipientNamed.stream(), recipientSuggested.stream())
                .distinct()
                .toList();
    }
}
