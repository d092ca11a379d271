package vn.angiang.plan72.web.modelling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;
import vn.angiang.plan72.modelling.Catalogue;
import vn.angiang.plan72.modelling.Catalogues;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.taskform.InvalidForm;
import vn.angiang.plan72.web.work.Words;

/** What the editors ask beside the draft: the choices of their pickers, and a form as officers will see it. */
@Controller
@RequestMapping("/mo-hinh")
class EditorHelpController {

    private static final int LARGEST = 500_000;

    private final Catalogues catalogues;
    private final Forms forms;
    private final AccessPolicy policy;
    private final CurrentActor currentActor;
    private final Words words;

    EditorHelpController(
            Catalogues catalogues, Forms forms, AccessPolicy policy, CurrentActor currentActor, Words words) {
        this.catalogues = catalogues;
        this.forms = forms;
        this.policy = policy;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping("/danh-muc")
    @ResponseBody
    Catalogue catalogue(@RequestParam(name = "ban-nhap") long draft) {
        return catalogues.of(draft, currentActor.get());
    }

    /** The same fragment that the task page shows; conditions and options see no facts here. */
    @PostMapping("/xem-truoc")
    ModelAndView preview(@RequestBody byte[] json, Model model) {
        if (!policy.isModeler(currentActor.get())) {
            throw new Refusal.Forbidden("modelling.modelersOnly");
        }
        if (json.length > LARGEST) {
            throw new Refusal.TooLarge("modelling.error.tooLarge");
        }
        try {
            var schema = FormSchema.parse(new String(json, StandardCharsets.UTF_8));
            model.addAttribute("form", forms.view(schema, Map.of(), Map.of(), List.of(), words.locale()));
            return new ModelAndView("modelling/preview", model.asMap());
        } catch (InvalidForm invalid) {
            var answer = new ModelAndView(new MappingJackson2JsonView());
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            answer.addObject("detail", words.say("modelling.preview.invalid", String.join("; ", invalid.problems())));
            return answer;
        }
    }
}
