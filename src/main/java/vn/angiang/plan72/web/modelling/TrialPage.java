package vn.angiang.plan72.web.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.modelling.Draft;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.ModelNames;
import vn.angiang.plan72.modelling.Trial;
import vn.angiang.plan72.modelling.Trials;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** Puts together what the pages of a trial show. */
@Component
class TrialPage {

    private final Drafts drafts;
    private final Trials trials;
    private final Units units;
    private final CurrentActor currentActor;
    private final Words words;

    TrialPage(Drafts drafts, Trials trials, Units units, CurrentActor currentActor, Words words) {
        this.drafts = drafts;
        this.trials = trials;
        this.units = units;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** The trial, or the questions it begins with. */
    ModelAndView trial(
            long id, Model model, Map<String, List<String>> typed, List<FieldError> errors, HttpStatus status) {
        var actor = currentActor.get();
        Draft draft = drafts.get(id, actor);
        var said = new ArrayList<>(errors);
        Trial trial = null;
        try {
            trial = trials.find(id, actor).orElse(null);
        } catch (Refusal.Conflict gone) {
            String why = words.say(gone.messageKey(), gone.arguments());
            if (said.stream().noneMatch(e -> e.message().equals(why))) {
                said.add(new FieldError("", why));
            }
        }
        model.addAttribute("draft", draft);
        model.addAttribute("diagram", ModelNames.processFile(draft.folder()));
        model.addAttribute("trial", trial);
        model.addAttribute("errors", said);
        model.addAttribute("typed", typed);
        if (trial == null) {
            model.addAttribute("questions", trials.questions(id, actor));
            model.addAttribute("unitChoices", unitChoices());
            model.addAttribute("today", words.today());
            model.addAttribute("agency", units.standingAgency().code());
        }
        return new ModelAndView("modelling/trial", model.asMap(), status);
    }

    /** Units that may lead a case; communes are left out, the list would be endless. */
    private Map<String, String> unitChoices() {
        var choices = new LinkedHashMap<String, String>();
        units.all().stream()
                .filter(u -> !u.level().equals("commune") && !u.isPosition() && !u.isGroup())
                .forEach(u -> choices.put(u.code(), u.nameVi()));
        return choices;
    }

    /** One task with its form. */
    void task(long id, String ref, Model model, Map<String, List<String>> raw, List<FieldError> errors) {
        var actor = currentActor.get();
        var opened = trials.open(id, ref, raw, errors, actor);
        model.addAttribute("draft", drafts.get(id, actor));
        model.addAttribute("task", opened.task());
        model.addAttribute("revision", opened.revision());
        model.addAttribute("form", opened.form());
        model.addAttribute("errors", errors);
    }
}
