package vn.angiang.plan72.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Units;

/** What is shown of an assignment on the task page and the case page. */
@Component
class AssignmentFacts implements CaseFacts {

    private final AssignmentStore store;
    private final Contributions contributions;
    private final Extensions extensions;
    private final Units units;

    AssignmentFacts(AssignmentStore store, Contributions contributions, Extensions extensions, Units units) {
        this.store = store;
        this.contributions = contributions;
        this.extensions = extensions;
        this.units = units;
    }

    @Override
    public String processKey() {
        return Assignments.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        AssignmentFact fact = store.of(file.number());
        var facts = new ArrayList<Fact>();
        add(facts, "deliverable", fact.deliverable());
        if (fact.objection() != null && !fact.objection().equals("ACCEPT")) {
            add(facts, "objection", fact.objectionReason());
            add(facts, "proposedLead", fact.proposedLead() == null ? null : units.nameOf(fact.proposedLead()));
            add(facts, "proposedScope", fact.proposedScope());
            add(
                    facts,
                    "proposedDueOn",
                    fact.proposedDueOn() == null ? null : AssignmentNotices.day(fact.proposedDueOn()));
        }
        add(facts, "resolution", fact.resolutionReason());
        add(facts, "planSteps", fact.planSteps());
        add(facts, "planMilestones", fact.planMilestones());
        add(
                facts,
                "planMoney",
                fact.planMoney() == null
                        ? null
                        : "%,d đồng".formatted(fact.planMoney()).replace(',', '.'));
        contributions
                .of(file.number())
                .forEach(c -> add(
                        facts,
                        c.silent()
                                ? "contributionSilent"
                                : c.answeredAt() == null ? "contributionOpen" : "contribution",
                        units.nameOf(c.unitCode()) + (c.opinion() == null ? "" : ": " + c.opinion())));
        add(facts, "percent", fact.percent() == 0 ? null : fact.percent() + " %");
        add(facts, "resultSummary", fact.resultSummary());
        add(facts, "resultFigures", fact.resultFigures());
        add(facts, "completedOn", fact.completedOn() == null ? null : AssignmentNotices.day(fact.completedOn()));
        extensions
                .of(file.number())
                .forEach(e -> add(
                        facts,
                        e.late() ? "extensionLate" : "extension",
                        AssignmentNotices.day(e.fromDueOn()) + " → " + AssignmentNotices.day(e.wantedDueOn()) + ": "
                                + e.reason()));
        add(facts, "verdictReason", fact.verdictReason());
        add(facts, "returned", fact.resultsReturned() == 0 ? null : String.valueOf(fact.resultsReturned()));
        add(facts, "urged", fact.urged() == 0 ? null : String.valueOf(fact.urged()));
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("assignment.fact." + label, value));
        }
    }
}
