package vn.angiang.plan72.web.modelling;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.modelling.Trials;
import vn.angiang.plan72.process.TrialStopped;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Sent;
import vn.angiang.plan72.web.work.Words;

/** Chạy thử: a draft is gone through before anybody releases it. */
@Controller
@RequestMapping(DraftController.PATH + "/thu")
class TrialController {

    private static final String TASK = "p72-task";

    private final Trials trials;
    private final TrialPage page;
    private final CurrentActor currentActor;
    private final Words words;

    TrialController(Trials trials, TrialPage page, CurrentActor currentActor, Words words) {
        this.trials = trials;
        this.page = page;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView trial(@PathVariable long id, Model model) {
        return page.trial(id, model, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/bat-dau")
    ModelAndView start(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes flash) {
        var raw = Sent.of(request).raw();
        return done(id, model, raw, flash, "modelling.trial.started", () -> trials.start(id, raw, currentActor.get()));
    }

    @GetMapping("/viec")
    String task(@PathVariable long id, @RequestParam(name = TASK, defaultValue = "") String task, Model model) {
        page.task(id, task, model, Map.of(), List.of());
        return "modelling/trial-task";
    }

    /** The fields again after a change, for conditions. */
    @PostMapping("/viec/bieu-mau")
    ModelAndView fields(
            @PathVariable long id,
            @RequestParam(name = TASK, defaultValue = "") String task,
            HttpServletRequest request,
            Model model) {
        page.task(id, task, model, Sent.of(request).raw(), List.of());
        return new ModelAndView("components/form :: fields(form=${form},files=${null})", model.asMap());
    }

    @PostMapping("/viec")
    ModelAndView answer(
            @PathVariable long id,
            @RequestParam(name = TASK, defaultValue = "") String task,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Sent sent = Sent.of(request);
        var raw = new HashMap<>(sent.raw());
        raw.remove(TASK);
        try {
            return done(
                    id,
                    model,
                    Map.of(),
                    flash,
                    "modelling.trial.answered",
                    () -> trials.answer(id, sent.revision(), task, raw, currentActor.get()));
        } catch (Refusal.BadInput mistakes) {
            page.task(id, task, model, raw, mistakes.errors());
            return new ModelAndView("modelling/trial-task", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    /** Until the moment of a timer ({@code den}) or the evening of a day ({@code ngay}). */
    @PostMapping("/thoi-gian")
    ModelAndView passTime(
            @PathVariable long id,
            @RequestParam(name = "den", defaultValue = "") String moment,
            @RequestParam(name = "ngay", defaultValue = "") String day,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        long revision = Sent.of(request).revision();
        return done(id, model, Map.of("ngay", List.of(day)), flash, "modelling.trial.passed", () -> {
            var actor = currentActor.get();
            if (moment.isEmpty()) {
                trials.passDay(id, revision, day, actor);
            } else {
                trials.passTime(id, revision, moment, actor);
            }
        });
    }

    @PostMapping("/thong-diep")
    ModelAndView send(
            @PathVariable long id,
            @RequestParam(name = "thong-diep", defaultValue = "") String message,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        long revision = Sent.of(request).revision();
        return done(
                id,
                model,
                Map.of(),
                flash,
                "modelling.trial.sent",
                () -> trials.send(id, revision, message, currentActor.get()));
    }

    @PostMapping("/tra-loi")
    ModelAndView say(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes flash) {
        Sent sent = Sent.of(request);
        return done(
                id,
                model,
                Map.of(),
                flash,
                "modelling.trial.said",
                () -> trials.say(id, sent.revision(), sent.raw(), currentActor.get()));
    }

    @PostMapping("/dung")
    String stop(@PathVariable long id, RedirectAttributes flash) {
        trials.stop(id, currentActor.get());
        flash.addFlashAttribute("notice", words.say("modelling.trial.over"));
        return "redirect:/mo-hinh/ban-nhap/" + id + "/thu";
    }

    /** What the draft itself gets stuck on is said on the page of the trial, like every refusal. */
    private ModelAndView done(
            long id,
            Model model,
            Map<String, List<String>> typed,
            RedirectAttributes flash,
            String notice,
            Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("notice", words.say(notice));
            return new ModelAndView("redirect:/mo-hinh/ban-nhap/" + id + "/thu");
        } catch (TrialStopped stopped) {
            return page.trial(id, model, typed, said(stopped.messageKey(), stopped.arguments()), HttpStatus.CONFLICT);
        } catch (Refusal.Conflict refused) {
            return page.trial(id, model, typed, said(refused.messageKey(), refused.arguments()), HttpStatus.CONFLICT);
        } catch (Refusal.BadInput refused) {
            if (typed.isEmpty()) {
                throw refused;
            }
            return page.trial(id, model, typed, refused.errors(), HttpStatus.BAD_REQUEST);
        }
    }

    private List<FieldError> said(String key, Object... arguments) {
        return List.of(new FieldError("", words.say(key, arguments)));
    }
}
