package vn.angiang.plan72.web.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.feedback.PublicOpinions;
import vn.angiang.plan72.feedback.Topics;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/**
 * The public page: send an opinion, look it up, rate the answer. No account, no session, no script needed. The tracking
 * code travels in the body only, so that it is in no log and no history.
 */
@Controller
@RequestMapping("/gop-y")
class PublicOpinionController {

    private final PublicOpinions opinions;
    private final Units units;
    private final Words words;
    private final Clock clock;

    PublicOpinionController(PublicOpinions opinions, Units units, Words words, Clock clock) {
        this.opinions = opinions;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    /** A district with its communes, as a group of options. */
    record PlaceGroup(Unit district, List<Unit> communes) {}

    @GetMapping
    String form(Model model) {
        return fill(model, Map.of(), List.of());
    }

    private String fill(Model model, Map<String, String> typed, List<FieldError> errors) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("submission", opinions.newSubmission());
        model.addAttribute("topics", Topics.ALL);
        model.addAttribute(
                "places",
                units.districts().stream()
                        .filter(u -> u.existsOn(today))
                        .map(d -> new PlaceGroup(
                                d,
                                units.childrenOf(d.code()).stream()
                                        .filter(u ->
                                                u.existsOn(today) && u.level().equals("commune"))
                                        .toList()))
                        .toList());
        model.addAttribute("mostFiles", opinions.mostFiles());
        model.addAttribute("mostMegabytes", opinions.maxBytes() / (1024 * 1024));
        return "feedback/send";
    }

    @PostMapping
    ModelAndView send(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "attachments", required = false) List<MultipartFile> attachments,
            HttpServletRequest request,
            Model model) {
        opinions.asked(request.getRemoteAddr());
        try {
            var sending = new PublicOpinions.Sending(
                    typed.getOrDefault("submission", ""),
                    typed.getOrDefault("topic", ""),
                    typed.getOrDefault("place", ""),
                    typed.getOrDefault("text", ""),
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("contact", ""),
                    typed.getOrDefault("website", ""),
                    uploads(attachments == null ? List.of() : attachments));
            model.addAttribute("taken", opinions.send(sending, request.getRemoteAddr()));
            return new ModelAndView("feedback/taken", model.asMap());
        } catch (Refusal.BadInput refused) {
            return new ModelAndView(fill(model, typed, refused.errors()), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private List<PublicOpinions.Upload> uploads(List<MultipartFile> sent) {
        var uploads = new ArrayList<PublicOpinions.Upload>();
        for (MultipartFile file : sent) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank())) {
                continue; // no file was chosen
            }
            if (file.getSize() > opinions.maxBytes()) {
                throw new Refusal.BadInput(
                        "attachments", words.say("feedback.error.fileSize", opinions.maxBytes() / (1024 * 1024)));
            }
            try {
                String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                uploads.add(new PublicOpinions.Upload(name, file.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return uploads;
    }

    @GetMapping("/tra-cuu")
    String ask() {
        return "feedback/track";
    }

    @PostMapping("/tra-cuu")
    ModelAndView track(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        opinions.asked(request.getRemoteAddr());
        return status(code, model, HttpStatus.OK);
    }

    @PostMapping("/danh-gia")
    ModelAndView rate(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String ratingText,
            HttpServletRequest request,
            Model model) {
        opinions.asked(request.getRemoteAddr());
        try {
            opinions.rate(code, rating, ratingText);
            model.addAttribute("notice", words.say("feedback.rated"));
            return status(code, model, HttpStatus.OK);
        } catch (Refusal.BadInput refused) {
            model.addAttribute("errors", refused.errors());
            model.addAttribute("rating", rating);
            model.addAttribute("ratingText", ratingText);
            return status(code, model, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView status(String code, Model model, HttpStatus status) {
        try {
            model.addAttribute("opinion", opinions.status(code));
            model.addAttribute("code", code);
            return new ModelAndView("feedback/status", model.asMap(), status);
        } catch (Refusal.BadInput refused) {
            model.addAttribute("errors", refused.errors());
            model.addAttribute("code", code);
            return new ModelAndView("feedback/track", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}
