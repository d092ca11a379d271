package vn.angiang.plan72.accountability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.process.ProcessInstances;

/** What is shown of an accountability case to those who may see it. */
@Component
class AccountabilityFacts implements CaseFacts {

    private final AccountabilityStore store;
    private final ProcessInstances processes;
    private final AccountabilityWords words;

    AccountabilityFacts(AccountabilityStore store, ProcessInstances processes, AccountabilityWords words) {
        this.store = store;
        this.processes = processes;
        this.words = words;
    }

    @Override
    public String processKey() {
        return AccountabilityCases.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        AccountabilityCase c = store.of(file.number());
        var facts = new ArrayList<Fact>();
        add(facts, "trigger", words.say("accountability.trigger." + c.trigger()));
        add(facts, "subject", c.subject());
        add(facts, "grounds", c.grounds() == null ? null : words.say("accountability.grounds." + c.grounds()));
        add(facts, "groundsText", c.groundsText());
        add(facts, "questions", c.questions());
        add(facts, "explainDueOn", day(c.explainDueOn()));
        add(facts, "explanation", c.silent() ? words.say("accountability.silence") : c.explanation());
        add(
                facts,
                "assessment",
                c.assessment() == null ? null : words.say("accountability.assessment." + c.assessment()));
        add(facts, "assessmentText", c.assessmentText());
        if (file.isOpen() && file.processInstanceId() != null) {
            processes
                    .text(file.processInstanceId(), "measure")
                    .ifPresent(m -> add(facts, "measure", words.say("accountability.conclusion." + m)));
        }
        add(
                facts,
                "conclusion",
                c.conclusion() == null ? null : words.say("accountability.conclusion." + c.conclusion()));
        add(facts, "conclusionText", c.conclusionText());
        add(facts, "transferredTo", c.transferredTo());
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("accountability.fact." + name, value));
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
