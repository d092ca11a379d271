package vn.angiang.plan72.web.feedback;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.feedback.Opinion;
import vn.angiang.plan72.feedback.Opinions;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Opinions for those who work on them: the list, and the recorded look at who sent one. */
@Controller
@RequestMapping("/y-kien")
class OpinionController {

    private final Opinions opinions;
    private final CurrentActor currentActor;

    OpinionController(Opinions opinions, CurrentActor currentActor) {
        this.opinions = opinions;
        this.currentActor = currentActor;
    }

    /** A row of the list. */
    record Row(Opinion opinion, String place) {}

    @GetMapping
    String all(Model model) {
        var actor = currentActor.get();
        model.addAttribute(
                "rows",
                opinions.visibleTo(actor).stream()
                        .map(o -> new Row(o, opinions.placeOf(o)))
                        .toList());
        model.addAttribute("senders", opinions.maySeeSenders(actor));
        return "feedback/list";
    }

    @GetMapping("/{number:PA-20\\d\\d-\\d{6}}/nguoi-gui")
    String ask(@PathVariable String number, Model model) {
        if (!opinions.maySeeSenders(currentActor.get())) {
            throw new Refusal.NotFound("case.notFound", number);
        }
        model.addAttribute("number", number);
        return "feedback/sender";
    }

    @PostMapping("/{number:PA-20\\d\\d-\\d{6}}/nguoi-gui")
    ModelAndView look(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        model.addAttribute("number", number);
        try {
            var sender = opinions.lookAtSender(number, reason, currentActor.get());
            model.addAttribute("looked", true);
            model.addAttribute("sender", sender.orElse(null));
            return new ModelAndView("feedback/sender", model.asMap());
        } catch (Refusal.BadInput refused) {
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("feedback/sender", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}
