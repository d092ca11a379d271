package vn.angiang.plan72.web.supervision;

import java.util.List;
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
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.supervision.StepMoves;
import vn.angiang.plan72.web.work.Words;

/** Chuyển bước: an administrator chooses, looks at what ends and begins, confirms. */
@Controller
@RequestMapping("/ho-so/{number}/chuyen-buoc")
class StepMoveController {

    private final StepMoves moves;
    private final CurrentActor currentActor;
    private final Words words;

    StepMoveController(StepMoves moves, CurrentActor currentActor, Words words) {
        this.moves = moves;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView choose(@PathVariable String number, Model model) {
        return page(number, "", "", List.of(), HttpStatus.OK, model);
    }

    private ModelAndView page(
            String number, String chosen, String reason, List<FieldError> errors, HttpStatus status, Model model) {
        var actor = currentActor.get();
        model.addAttribute("file", moves.movable(number, actor));
        model.addAttribute("waiting", moves.waiting(number, actor));
        model.addAttribute("chosen", chosen);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return new ModelAndView("supervision/move", model.asMap(), status);
    }

    /** @param chosen {@code <task>~<element>}: from where to where */
    @PostMapping
    ModelAndView preview(
            @PathVariable String number,
            @RequestParam(name = "target", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            model.addAttribute("preview", moves.preview(number, order(chosen, reason), currentActor.get()));
            model.addAttribute("chosen", chosen);
            return new ModelAndView("supervision/move-check", model.asMap());
        } catch (Refusal.BadInput refused) {
            return page(number, chosen, reason, refused.errors(), HttpStatus.BAD_REQUEST, model);
        }
    }

    private static StepMoves.Order order(String chosen, String reason) {
        int at = chosen.indexOf('~');
        return new StepMoves.Order(
                at < 0 ? "" : chosen.substring(0, at), at < 0 ? "" : chosen.substring(at + 1), reason);
    }

    @PostMapping("/xac-nhan")
    String confirm(
            @PathVariable String number,
            @RequestParam(name = "target", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long revision,
            RedirectAttributes flash) {
        moves.move(number, order(chosen, reason), revision, currentActor.get());
        flash.addFlashAttribute("notice", words.say("move.done"));
        return "redirect:/ho-so/" + number;
    }
}
