package vn.angiang.plan72.web.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.supervision.Incidents;

/** Sự cố: what the system tried in vain; administrators let it try again. */
@Controller
@RequestMapping("/quy-trinh/su-co")
class IncidentController {

    private static final String ORDER = "/chay-lai/{id:\\d{1,18}}";

    private final Incidents incidents;
    private final CurrentActor currentActor;

    IncidentController(Incidents incidents, CurrentActor currentActor) {
        this.incidents = incidents;
        this.currentActor = currentActor;
    }

    @GetMapping
    ModelAndView list(Model model) {
        return page(List.of(), Map.of("chon", List.of()), "", HttpStatus.OK, model);
    }

    private ModelAndView page(
            List<FieldError> errors, Map<String, List<String>> chosen, String reason, HttpStatus status, Model model) {
        var actor = currentActor.get();
        model.addAttribute("incidents", incidents.latest(actor));
        model.addAttribute("total", incidents.count());
        model.addAttribute("most", Incidents.MOST);
        model.addAttribute("mayRetry", incidents.mayRetry(actor));
        model.addAttribute("chosen", chosen.get("chon"));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return new ModelAndView("supervision/incidents", model.asMap(), status);
    }

    @PostMapping
    ModelAndView preview(
            @RequestParam(name = "chon", required = false) List<String> chosen,
            @RequestParam(name = "tat-ca", defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var actor = currentActor.get();
        List<String> ids = chosen == null ? List.of() : chosen;
        try {
            long id = incidents.preview(all ? incidents.all(actor) : ids, reason, actor);
            return new ModelAndView("redirect:/quy-trinh/su-co/chay-lai/" + id);
        } catch (Refusal.BadInput refused) {
            return page(refused.errors(), Map.of("chon", ids), reason, HttpStatus.BAD_REQUEST, model);
        }
    }

    /** The fault in full, as text. */
    @GetMapping("/{id:[\\w-]{1,64}}/vet")
    ResponseEntity<String> trace(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(incidents.trace(id, currentActor.get()));
    }

    @GetMapping(ORDER)
    String show(@PathVariable long id, Model model) {
        model.addAttribute("order", incidents.of(id, currentActor.get()));
        return "supervision/incident-retry";
    }

    @PostMapping(ORDER + "/xac-nhan")
    String confirm(@PathVariable long id) {
        incidents.confirm(id, currentActor.get());
        return "redirect:/quy-trinh/su-co/chay-lai/" + id;
    }
}
