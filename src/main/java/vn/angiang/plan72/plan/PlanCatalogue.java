package vn.angiang.plan72.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.YamlData;

/** {@code plan/obligations.yaml} and {@code plan/clauses.yaml} as records. */
record PlanCatalogue(List<Indicator> indicators, List<Obligation> obligations) {

    private record ClauseEntry(String id, @Nullable String parent, String titleVi, String titleEn) {}

    private record ClauseFile(List<ClauseEntry> clauses) {}

    static PlanCatalogue read() {
        var file = YamlData.read("plan/obligations.yaml", PlanCatalogue.class);
        return new PlanCatalogue(
                List.copyOf(file.indicators),
                file.obligations.stream().map(PlanCatalogue::withProcessKey).toList());
    }

    static List<Clause> clauses() {
        var entries = YamlData.read("plan/clauses.yaml", ClauseFile.class).clauses;
        var clauses = new java.util.ArrayList<Clause>();
        for (ClauseEntry e : entries) {
            clauses.add(new Clause(e.id, e.parent, e.titleVi, e.titleEn, (clauses.size() + 1) * 10));
        }
        return clauses;
    }

    /** The catalogue says {@code capital-allocation}, the engine {@code capitalAllocation}. */
    static @Nullable String processKey(@Nullable String specialFlow) {
        if (specialFlow == null) {
            return null;
        }
        var key = new StringBuilder();
        for (String word : specialFlow.split("-")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }

    private static Obligation withProcessKey(Obligation o) {
        return new Obligation(
                o.id(),
                o.clause(),
                o.paraphraseVi(),
                o.paraphraseEn(),
                o.lead(),
                o.leadBasis(),
                o.coordinatingNamed(),
                o.coordinatingSuggested(),
                o.recipientNamed(),
                o.recipientSuggested(),
                o.approver(),
                o.approverBasis(),
                o.modality(),
                o.kind(),
                o.explicitDeadlineVi(),
                o.suggestedSchedule(),
                o.deliverablesVi(),
                o.evidenceEn(),
                o.flow(),
                o.alsoFlows(),
                processKey(o.specialFlow()),
                o.fanOut(),
                o.indicators(),
                o.note());
    }
}
