package vn.angiang.plan72.web.modelling;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.angiang.plan72.modelling.ElementTemplates;
import vn.angiang.plan72.modelling.ModelReception;
import vn.angiang.plan72.security.DeployKeys;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** How Camunda Modeler is set up, and the key with which it signs in for a person. */
@Controller
@RequestMapping("/mo-hinh/camunda-modeler")
class DeployKeyController {

    private final DeployKeys keys;
    private final ModelReception reception;
    private final ElementTemplates templates;
    private final CurrentActor currentActor;

    DeployKeyController(
            DeployKeys keys, ModelReception reception, ElementTemplates templates, CurrentActor currentActor) {
        this.templates = templates;
        this.keys = keys;
        this.reception = reception;
        this.currentActor = currentActor;
    }

    @GetMapping
    String page(Model model) {
        Actor actor = modeler();
        model.addAttribute("key", keys.of(actor.username()).orElse(null));
        model.addAttribute("me", actor.username());
        model.addAttribute(
                "endpoint",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/engine-rest")
                        .toUriString());
        return "modelling/camunda-modeler";
    }

    /** For the folder {@code resources/element-templates} of Camunda Modeler. */
    @GetMapping("/mau.json")
    ResponseEntity<List<ElementTemplates.Template>> templates() {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"plan72-element-templates.json\"")
                .body(templates.all(modeler()));
    }

    @PostMapping
    String create(RedirectAttributes flash) {
        flash.addFlashAttribute("newKey", keys.create(modeler()));
        return "redirect:/mo-hinh/camunda-modeler";
    }

    @PostMapping("/thu-hoi")
    String revoke() {
        keys.revoke(modeler());
        return "redirect:/mo-hinh/camunda-modeler";
    }

    private Actor modeler() {
        Actor actor = currentActor.get();
        reception.requireModeler(actor);
        return actor;
    }
}
