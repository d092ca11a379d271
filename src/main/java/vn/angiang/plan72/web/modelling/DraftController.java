package vn.angiang.plan72.web.modelling;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.modelling.Draft;
import vn.angiang.plan72.modelling.DraftFile;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.Impact;
import vn.angiang.plan72.modelling.ModelShelf;
import vn.angiang.plan72.modelling.Releases;
import vn.angiang.plan72.modelling.difference.Difference;
import vn.angiang.plan72.modelling.difference.Differences;
import vn.angiang.plan72.security.ContentPolicy;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** One draft: its files, what the gate says, the editors, the comparison with the released version, sending it on. */
@Controller
@RequestMapping(DraftController.PATH)
class DraftController {

    static final String PATH = "/mo-hinh/ban-nhap/{id:\\d{1,18}}";

    private final Drafts drafts;
    private final Releases releases;
    private final ModelShelf shelf;
    private final Impact impact;
    private final Differences differences;
    private final CurrentActor currentActor;
    private final Words words;

    DraftController(
            Drafts drafts,
            Releases releases,
            ModelShelf shelf,
            Impact impact,
            Differences differences,
            CurrentActor currentActor,
            Words words) {
        this.impact = impact;
        this.differences = differences;
        this.drafts = drafts;
        this.releases = releases;
        this.shelf = shelf;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String draft(@PathVariable long id, Model model) {
        fill(id, model, Map.of(), List.of());
        return "modelling/draft";
    }

    private void fill(long id, Model model, Map<String, String> typed, List<FieldError> errors) {
        var actor = currentActor.get();
        Draft draft = drafts.get(id, actor);
        model.addAttribute("draft", draft);
        model.addAttribute("name", shelf.nameOf(draft.folder()));
        model.addAttribute("files", drafts.files(id, actor));
        model.addAttribute("problems", draft.isOver() ? List.of() : drafts.check(id, actor));
        model.addAttribute("outdated", drafts.isOutdated(draft));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }

    /** The editor of one file. */
    @GetMapping("/sua")
    String edit(@PathVariable long id, @RequestParam String tep, Model model, HttpServletRequest request) {
        var actor = currentActor.get();
        Draft draft = drafts.get(id, actor);
        DraftFile file = drafts.file(id, tep, actor);
        if (!file.kind().equals("bpmn")) {
            ContentPolicy.allowInlineStyles(request);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("file", file);
        model.addAttribute("name", shelf.nameOf(draft.folder()));
        return "modelling/editor";
    }

    /** The draft beside the version it is to follow. */
    @GetMapping("/so-sanh")
    String compare(@PathVariable long id, Model model) {
        var actor = currentActor.get();
        Draft draft = drafts.get(id, actor);
        model.addAttribute("draft", draft);
        model.addAttribute("name", shelf.nameOf(draft.folder()));
        model.addAttribute("changes", drafts.changedFiles(id, actor));
        model.addAttribute("impact", draft.isOver() ? null : impact.of(id, actor));
        var beside = drafts.beside(id, actor);
        model.addAttribute(
                "told",
                differences.between(beside.base(), beside.draft()).stream()
                        .collect(Collectors.groupingBy(Difference::resource)));
        return "modelling/difference";
    }

    @PostMapping("/trinh")
    ModelAndView submit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        return done(id, model, Map.of("reason", reason), () -> {
            String number = releases.submit(id, reason, currentActor.get());
            flash.addFlashAttribute("notice", words.say("modelling.submitted", number));
            return "redirect:/mo-hinh/ban-nhap/" + id;
        });
    }

    @PostMapping("/bo")
    ModelAndView discard(@PathVariable long id, Model model, RedirectAttributes flash) {
        return done(id, model, Map.of(), () -> {
            drafts.discard(id, currentActor.get());
            flash.addFlashAttribute("notice", words.say("modelling.discarded"));
            return "redirect:/mo-hinh";
        });
    }

    @PostMapping("/theo-ban-moi")
    ModelAndView rebase(@PathVariable long id, Model model, RedirectAttributes flash) {
        return done(id, model, Map.of(), () -> {
            Draft draft = drafts.rebase(id, currentActor.get());
            flash.addFlashAttribute("notice", words.say("modelling.rebased", draft.baseVersion()));
            return "redirect:/mo-hinh/ban-nhap/" + id + "/so-sanh";
        });
    }

    @PostMapping("/tep")
    ModelAndView add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String fileName,
            Model model) {
        return done(id, model, Map.of("kind", kind, "fileName", fileName), () -> {
            DraftFile file = drafts.addNew(id, kind, fileName, currentActor.get());
            return "redirect:/mo-hinh/ban-nhap/" + id + "/sua?tep=" + file.name();
        });
    }

    @PostMapping("/tep/xoa")
    ModelAndView remove(
            @PathVariable long id, @RequestParam(defaultValue = "") String tep, Model model, RedirectAttributes flash) {
        return done(id, model, Map.of(), () -> {
            drafts.remove(id, tep, currentActor.get());
            flash.addFlashAttribute("notice", words.say("modelling.file.removed", tep));
            return "redirect:/mo-hinh/ban-nhap/" + id;
        });
    }

    /** All files, as Camunda Modeler opens them. */
    @GetMapping("/tai")
    ResponseEntity<byte[]> download(@PathVariable long id) {
        var actor = currentActor.get();
        var files = new TreeMap<String, String>();
        drafts.files(id, actor).forEach(f -> files.put(f.name(), f.content()));
        return ModelAnswers.zip(drafts.get(id, actor).folder() + "-ban-nhap-" + id, files);
    }

    /** A refusal is said on the page of the draft, which keeps what was typed. */
    private ModelAndView done(long id, Model model, Map<String, String> typed, Supplier<String> act) {
        try {
            return new ModelAndView(act.get());
        } catch (Refusal.BadInput refused) {
            fill(id, model, typed, refused.errors());
            return new ModelAndView("modelling/draft", model.asMap(), HttpStatus.BAD_REQUEST);
        } catch (Refusal.Conflict refused) {
            String said = words.say(refused.messageKey(), refused.arguments());
            fill(id, model, typed, List.of(new FieldError("", said)));
            return new ModelAndView("modelling/draft", model.asMap(), HttpStatus.CONFLICT);
        }
    }
}
