package vn.angiang.plan72.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.FormContext;

/** What is shown of an opinion on task and case pages, and what its forms offer. Never who sent it. */
@Component
class SupervisionFacts implements CaseFacts, FormContext {

    private final OpinionStore store;
    private final Units units;
    private final FeedbackWords words;

    SupervisionFacts(OpinionStore store, Units units, FeedbackWords words) {
        this.store = store;
        this.units = units;
        this.words = words;
    }

    @Override
    public String processKey() {
        return Opinions.PROCESS;
    }

    /** Also when an assignment called the flow. */
    @Override
    @Transactional(readOnly = true)
    public boolean knows(CaseFile file) {
        return store.find(file.number()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var facts = new ArrayList<Fact>();
        store.find(file.number()).ifPresent(o -> {
            add(facts, "origin", words.say("feedback.origin." + o.origin()));
            add(facts, "state", words.say("feedback.state." + o.state()));
            add(facts, "topic", o.topic() == null ? null : words.say("feedback.topic." + o.topic()));
            add(facts, "place", o.topic() == null ? null : words.place(o.placeUnit()));
            add(facts, "text", o.text());
            add(facts, "answerUnit", o.answerUnit() == null ? null : units.nameOf(o.answerUnit()));
            add(facts, "answerDueOn", day(o.answerDueOn()));
            add(facts, "refusedReason", o.refusedReason());
            add(facts, "answer", o.answer() == null ? o.answerDraft() : o.answer());
            add(facts, "rating", o.rating() == null ? null : words.say("feedback.rating." + o.rating()));
            add(facts, "ratingText", o.ratingText());
        });
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(CaseFile file) {
        var context = new HashMap<String, Object>();
        context.put("places", words.places());
        context.put("answerUnits", words.answerUnits());
        store.find(file.number()).ifPresent(o -> {
            context.put("answerUnit", o.answerUnit() == null ? o.proposedUnit() : o.answerUnit());
            context.put("topic", o.topic());
            context.put("place", o.placeUnit());
        });
        return context;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("feedback.fact." + name, value));
        }
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
