package vn.angiang.plan72.web.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.supervision.Incidents;
import vn.angiang.plan72.supervision.ProcessMeasure;
import vn.angiang.plan72.supervision.ProcessView;
import vn.angiang.plan72.web.Unchanged;

/** Quy trình: where cases stand in a process, how long steps take, which ways cases go. */
@Controller
class ProcessController {

    private final ProcessView view;
    private final ProcessMarks marks;
    private final Incidents incidents;
    private final DeployedModels models;
    private final CurrentActor currentActor;

    ProcessController(
            ProcessView view,
            ProcessMarks marks,
            Incidents incidents,
            DeployedModels models,
            CurrentActor currentActor) {
        this.view = view;
        this.marks = marks;
        this.incidents = incidents;
        this.models = models;
        this.currentActor = currentActor;
    }

    @GetMapping("/quy-trinh")
    String list(Model model) {
        var actor = currentActor.get();
        model.addAttribute("lines", view.processes(actor));
        model.addAttribute("incidents", incidents.mayUse(actor) ? incidents.count() : null);
        return "supervision/processes";
    }

    /** The table alone, asked for again while the page is looked at; 304 when nothing changed. */
    @GetMapping("/quy-trinh/bang")
    @Nullable
    String table(WebRequest request, HttpServletResponse response, Model model) {
        var lines = view.processes(currentActor.get());
        if (Unchanged.since(lines, request, response)) {
            return null;
        }
        model.addAttribute("lines", lines);
        return "supervision/processes :: table";
    }

    @GetMapping("/quy-trinh/{key:[A-Za-z][\\w-]{0,99}}")
    String show(
            @PathVariable String key,
            @RequestParam(name = "phien-ban", defaultValue = "") String version,
            @RequestParam(name = "xem", defaultValue = "") String measure,
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "duong-di", defaultValue = "") String path,
            Model model) {
        var page = view.of(key, number(version), ProcessMeasure.ofCode(measure), number(year), currentActor.get());
        var shown = page.paths().stream().filter(p -> p.id().equals(path)).findFirst();
        model.addAttribute("page", page);
        model.addAttribute("measures", ProcessMeasure.values());
        model.addAttribute("path", shown.orElse(null));
        model.addAttribute("marks", marks.of(page));
        return "supervision/process";
    }

    @GetMapping("/quy-trinh/{key:[A-Za-z][\\w-]{0,99}}/so-do.bpmn")
    ResponseEntity<String> diagram(
            @PathVariable String key, @RequestParam(name = "phien-ban", defaultValue = "") String version) {
        var found = view.version(key, number(version), currentActor.get());
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(models.diagram(found.definitionId()));
    }

    /** What is not a number of a sensible size counts as not said. */
    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : null;
    }
}
