package vn.angiang.plan72.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Units;

/** What is shown of an inspection on the task page and the case page. */
@Component
class InspectionFacts implements CaseFacts {

    private final InspectionStore store;
    private final Units units;
    private final InspectionWords words;

    InspectionFacts(InspectionStore store, Units units, InspectionWords words) {
        this.store = store;
        this.units = units;
        this.words = words;
    }

    @Override
    public String processKey() {
        return Inspections.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        Inspection i = store.of(file.number());
        var facts = new ArrayList<Fact>();
        add(facts, "decision", i.decisionNo() == null ? null : i.decisionNo() + ", " + day(i.decidedOn()));
        add(facts, "scope", i.scope());
        add(
                facts,
                "onSite",
                i.startsOn() == null
                        ? null
                        : words.say("inspection.fact.onSite.days", day(i.startsOn()), day(i.endsOn())));
        add(facts, "unitReport", i.unitReport());
        add(facts, "drawn", i.drawn().stream().map(units::nameOf).collect(Collectors.joining(", ")));
        add(
                facts,
                "findings",
                i.findings().stream()
                        .map(f -> "– " + words.say("inspection.kindOf." + f.kind())
                                + (f.severity() == null
                                        ? ""
                                        : " (" + words.say("inspection.severity." + f.severity()) + ")")
                                + ": " + f.text())
                        .collect(Collectors.joining("\n")));
        add(
                facts,
                "recommendations",
                i.recommendations().stream().map(r -> "– " + r.text()).collect(Collectors.joining("\n")));
        add(facts, "draft", i.draft());
        add(facts, "explanation", i.silent() ? words.say("inspection.fact.silent") : i.explanation());
        add(facts, "conclusion", i.conclusionText());
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("inspection.fact." + name, value));
        }
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "–" : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
