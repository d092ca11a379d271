package vn.angiang.plan72.web.modelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.modelling.Migrations;
import vn.angiang.plan72.modelling.ModelShelf;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Chuyển hồ sơ đang chạy: choose and map, look at every case, confirm, watch. */
@Controller
@RequestMapping("/mo-hinh")
class MigrationController {

    private static final String ONE = "/chuyen-ho-so/{id:\\d{1,18}}";
    private static final String STEP = "buoc.";

    private final Migrations migrations;
    private final ModelShelf shelf;
    private final CurrentActor currentActor;

    MigrationController(Migrations migrations, ModelShelf shelf, CurrentActor currentActor) {
        this.migrations = migrations;
        this.shelf = shelf;
        this.currentActor = currentActor;
    }

    @GetMapping(ModelsController.FOLDER + "/chuyen-ho-so")
    String choose(@PathVariable String folder, @RequestParam(defaultValue = "") String tu, Model model) {
        fill(folder, tu, "", List.of(), model);
        return "modelling/migrate";
    }

    private void fill(String folder, String from, String reason, List<FieldError> errors, Model model) {
        var actor = currentActor.get();
        var versions = shelf.versions(folder, actor);
        var older = versions.stream().skip(1).filter(v -> v.running() > 0).toList();
        model.addAttribute("folder", folder);
        model.addAttribute("name", shelf.nameOf(folder));
        model.addAttribute("latest", versions.get(0));
        model.addAttribute("older", older);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        String chosen = from.isEmpty() && !older.isEmpty() ? older.get(0).definitionId() : from;
        model.addAttribute("from", chosen);
        model.addAttribute("outlook", chosen.isEmpty() ? null : migrations.look(folder, chosen, actor));
        model.addAttribute("earlier", migrations.ofFolder(folder, actor));
    }

    @PostMapping(ModelsController.FOLDER + "/chuyen-ho-so")
    ModelAndView preview(
            @PathVariable String folder,
            @RequestParam(defaultValue = "") String tu,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all,
            Model model) {
        var byHand = new HashMap<String, String>();
        all.forEach((name, value) -> {
            if (name.startsWith(STEP) && !value.isBlank()) {
                byHand.put(name.substring(STEP.length()), value);
            }
        });
        try {
            long id = migrations.preview(folder, tu, byHand, reason, currentActor.get());
            return new ModelAndView("redirect:/mo-hinh/chuyen-ho-so/" + id);
        } catch (Refusal.BadInput refused) {
            fill(folder, tu, reason, refused.errors(), model);
            return new ModelAndView("modelling/migrate", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(ONE)
    String migration(@PathVariable long id, Model model) {
        var actor = currentActor.get();
        var migration = migrations.of(id, actor);
        model.addAttribute("migration", migration);
        model.addAttribute("name", shelf.nameOf(migration.folder()));
        model.addAttribute("items", migrations.items(id, actor));
        return "modelling/migration";
    }

    @GetMapping(ONE + "/tien-do")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("migration", migrations.of(id, currentActor.get()));
        return "modelling/migration :: progress";
    }

    @PostMapping(ONE + "/xac-nhan")
    String confirm(@PathVariable long id, @RequestParam(required = false) List<String> chon) {
        Set<Integer> chosen = (chon == null ? List.<String>of() : chon)
                .stream()
                        .filter(c -> c.matches("\\d{1,6}"))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
        migrations.confirm(id, chosen, currentActor.get());
        return "redirect:/mo-hinh/chuyen-ho-so/" + id;
    }

    @PostMapping(ONE + "/dung")
    String stop(@PathVariable long id) {
        migrations.stop(id, currentActor.get());
        return "redirect:/mo-hinh/chuyen-ho-so/" + id;
    }
}
