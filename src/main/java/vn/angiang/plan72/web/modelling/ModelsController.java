package vn.angiang.plan72.web.modelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.modelling.Draft;
import vn.angiang.plan72.modelling.DraftSource;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.ModelNames;
import vn.angiang.plan72.modelling.ModelShelf;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** The processes with their versions, and the ways to begin a draft. */
@Controller
@RequestMapping("/mo-hinh")
class ModelsController {

    static final String FOLDER = "/{folder:[a-z][a-z0-9]*(?:-[a-z0-9]+)*}";

    private static final int MOST_FILES = 60;

    private final ModelShelf shelf;
    private final Drafts drafts;
    private final CurrentActor currentActor;
    private final Words words;

    ModelsController(ModelShelf shelf, Drafts drafts, CurrentActor currentActor, Words words) {
        this.shelf = shelf;
        this.drafts = drafts;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        fill(model, Map.of(), List.of());
        return "modelling/models";
    }

    private void fill(Model model, Map<String, String> typed, List<FieldError> errors) {
        var actor = currentActor.get();
        model.addAttribute("entries", shelf.all(actor));
        model.addAttribute("drafts", drafts.open(actor));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }

    /** From the case of a release to its draft. */
    @GetMapping("/ho-so/{number:MH-20\\d\\d-\\d{6,9}}")
    String ofCase(@PathVariable String number) {
        return "redirect:/mo-hinh/ban-nhap/"
                + drafts.ofCase(number, currentActor.get()).id();
    }

    @PostMapping("/tao")
    ModelAndView create(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String folder, Model model) {
        try {
            String called = folder.isBlank() ? ModelNames.fileNameOf(name) : folder.strip();
            return to(drafts.create(called, name, currentActor.get()));
        } catch (Refusal.BadInput refused) {
            fill(model, Map.of("name", name, "folder", folder), refused.errors());
            return new ModelAndView("modelling/models", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/nhap")
    ModelAndView receive(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) List<MultipartFile> files,
            Model model)
            throws IOException {
        try {
            var taken = new ArrayList<ModelGate.Resource>();
            for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
                if (!file.isEmpty() && taken.size() < MOST_FILES) {
                    String name = file.getOriginalFilename();
                    taken.add(new ModelGate.Resource(name == null ? "" : name, file.getBytes()));
                }
            }
            if (taken.isEmpty()) {
                throw new Refusal.BadInput("files", words.say("modelling.error.noFiles"));
            }
            return to(drafts.receive(title, DraftSource.IMPORT, taken, currentActor.get()));
        } catch (Refusal.BadInput refused) {
            fill(model, Map.of("title", title), refused.errors());
            return new ModelAndView("modelling/models", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(FOLDER)
    String one(@PathVariable String folder, Model model) {
        fill(folder, model, "", List.of());
        return "modelling/model";
    }

    private void fill(String folder, Model model, String title, List<FieldError> errors) {
        var actor = currentActor.get();
        var versions = shelf.versions(folder, actor);
        model.addAttribute("folder", folder);
        model.addAttribute("name", shelf.nameOf(folder));
        model.addAttribute("versions", versions);
        model.addAttribute("drafts", drafts.ofFolder(folder, actor));
        model.addAttribute(
                "files",
                shelf.files(folder, versions.get(0).definitionId(), actor).keySet());
        model.addAttribute("typedTitle", title);
        model.addAttribute("errors", errors);
    }

    @PostMapping(FOLDER + "/ban-nhap")
    ModelAndView begin(
            @PathVariable String folder,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        try {
            return to(drafts.begin(folder, version.isEmpty() ? null : version, title, currentActor.get()));
        } catch (Refusal.BadInput refused) {
            fill(folder, model, title, refused.errors());
            return new ModelAndView("modelling/model", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    /** Diagram of a version, for the viewer. */
    @GetMapping(FOLDER + "/so-do.bpmn")
    ResponseEntity<String> diagram(@PathVariable String folder, @RequestParam(defaultValue = "") String version) {
        var actor = currentActor.get();
        String id = version.isEmpty() ? shelf.versions(folder, actor).get(0).definitionId() : version;
        return ModelAnswers.text(shelf.files(folder, id, actor).getOrDefault(ModelNames.processFile(folder), ""));
    }

    /** All files of a version, as Camunda Modeler opens them. */
    @GetMapping(FOLDER + "/tai")
    ResponseEntity<byte[]> download(@PathVariable String folder, @RequestParam(defaultValue = "") String version) {
        var actor = currentActor.get();
        String id = version.isEmpty() ? shelf.versions(folder, actor).get(0).definitionId() : version;
        return ModelAnswers.zip(folder, shelf.files(folder, id, actor));
    }

    private static ModelAndView to(Draft draft) {
        return new ModelAndView("redirect:/mo-hinh/ban-nhap/" + draft.id());
    }
}
