package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.assignment.CaseRequests;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.UploadedParts;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.worklist.CaseForms;

/** Acts of the lead unit at any time: report progress, ask for an extension. Forms released with the process. */
@Controller
@RequestMapping("/ho-so/{number}/{act:tien-do|gia-han}")
class LeadActsController {

    private static final Map<String, String> FORMS = Map.of("tien-do", "reportProgress", "gia-han", "requestExtension");

    private final CaseAccess access;
    private final Cases cases;
    private final CaseForms caseForms;
    private final Forms forms;
    private final CaseRequests requests;
    private final UploadedParts uploads;
    private final CurrentActor currentActor;
    private final Words words;

    LeadActsController(
            CaseAccess access,
            Cases cases,
            CaseForms caseForms,
            Forms forms,
            CaseRequests requests,
            UploadedParts uploads,
            CurrentActor currentActor,
            Words words) {
        this.access = access;
        this.cases = cases;
        this.caseForms = caseForms;
        this.forms = forms;
        this.requests = requests;
        this.uploads = uploads;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, @PathVariable String act, Model model) {
        return page(model, mine(number), act, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @PathVariable String act,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Actor actor = currentActor.get();
        CaseFile file = mine(number);
        var schema = caseForms.schema(file, FORMS.get(act));
        Sent sent = Sent.of(request);
        var received = uploads.receive(
                schema.fileKeys(),
                sent.files(),
                sent.raw(),
                new UploadedParts.Place(number, null),
                actor,
                words.locale());
        var result = forms.check(schema, received.raw(), caseForms.context(file), words.locale());
        var errors = new java.util.ArrayList<FieldError>(received.errors());
        errors.addAll(result.errors());
        if (!errors.isEmpty()) {
            return page(model, file, act, received.raw(), errors, HttpStatus.BAD_REQUEST);
        }
        try {
            if (act.equals("tien-do")) {
                requests.reportProgress(number, result.answers(), actor);
            } else {
                requests.requestExtension(number, schema, result.answers(), actor);
            }
        } catch (Refusal.BadInput mistakes) {
            return page(model, file, act, received.raw(), mistakes.errors(), HttpStatus.BAD_REQUEST);
        }
        flash.addFlashAttribute("notice", words.say("case.done." + act));
        return new ModelAndView("redirect:/ho-so/" + number);
    }

    /** The fields again, after an answer on which others depend; does nothing else. */
    @PostMapping("/bieu-mau")
    ModelAndView fields(
            @PathVariable String number, @PathVariable String act, HttpServletRequest request, Model model) {
        page(model, mine(number), act, Sent.of(request).raw(), List.of(), HttpStatus.OK);
        return new ModelAndView("components/form :: fields(form=${form},files=${files})", model.asMap());
    }

    private CaseFile mine(String number) {
        access.requireVisible(number);
        CaseFile file = cases.byNumber(number);
        if (!CaseActs.isLead(file, currentActor.get())) {
            throw new Refusal.Forbidden("case.onlyLead");
        }
        return file;
    }

    private ModelAndView page(
            Model model,
            CaseFile file,
            String act,
            Map<String, List<String>> raw,
            List<FieldError> errors,
            HttpStatus status) {
        var schema = caseForms.schema(file, FORMS.get(act));
        model.addAttribute("file", file);
        model.addAttribute("act", act);
        model.addAttribute("form", forms.view(schema, raw, caseForms.context(file), errors, words.locale()));
        model.addAttribute("files", uploads.shown(new UploadedParts.Place(file.number(), null), currentActor.get()));
        model.addAttribute("errors", errors);
        return new ModelAndView("cases/lead-act", model.asMap(), status);
    }
}
