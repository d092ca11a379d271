package vn.angiang.plan72.web.modelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.ModelShelf;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The addresses behind the editors (docs/editors.md): text of a file, saving it, what the gate says of it. */
@RestController
@RequestMapping(DraftController.PATH)
class DraftFileController {

    private final Drafts drafts;
    private final ModelShelf shelf;
    private final People people;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    DraftFileController(
            Drafts drafts, ModelShelf shelf, People people, CurrentActor currentActor, MessageSource messages) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.people = people;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** A file as somebody has it in the editor. */
    record Text(String name, String content) {}

    /** A problem as the editors read it; what the gate refuses is always an error. */
    record Finding(String resource, @Nullable String elementId, String code, String severity, String message) {}

    @GetMapping("/noi-dung")
    ResponseEntity<String> load(@PathVariable long id, @RequestParam String tep) {
        var file = drafts.file(id, tep, currentActor.get());
        return ModelAnswers.text(file.content(), file.revision());
    }

    @PutMapping(path = "/noi-dung", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<Map<String, Object>> save(
            @PathVariable long id,
            @RequestParam String tep,
            @RequestHeader(name = "If-Match", defaultValue = "") String revision,
            @RequestBody(required = false) String content) {
        if (!revision.matches("\\d{1,18}")) {
            return answer(HttpStatus.PRECONDITION_REQUIRED, Map.of("detail", say("modelling.error.revision")));
        }
        var outcome =
                drafts.save(id, tep, content == null ? "" : content, Long.parseLong(revision), currentActor.get());
        var file = outcome.file();
        if (outcome.saved()) {
            return answer(HttpStatus.OK, Map.of("revision", file.revision(), "savedAt", file.savedAt()));
        }
        return answer(
                HttpStatus.CONFLICT,
                Map.of("by", people.nameOf(file.savedBy()), "at", file.savedAt(), "revision", file.revision()));
    }

    @PostMapping("/kiem-tra")
    List<Finding> check(@PathVariable long id, @RequestBody Text text) {
        return drafts.check(id, text.name(), text.content(), currentActor.get()).stream()
                .map(p -> new Finding(p.resource(), p.elementId(), p.code(), "error", p.messageVi()))
                .toList();
    }

    /** The file as it is in the version the draft follows; empty when it is new. */
    @GetMapping("/ban-goc")
    ResponseEntity<String> base(@PathVariable long id, @RequestParam String tep) {
        var actor = currentActor.get();
        var draft = drafts.get(id, actor);
        return ModelAnswers.text(
                shelf.files(draft.folder(), draft.baseDefinition(), actor).getOrDefault(tep, ""));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        var facts = new HashMap<String, Object>();
        facts.put("detail", say(refusal.messageKey(), refusal.arguments()));
        return answer(HttpStatus.valueOf(refusal.status()), facts);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> facts) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(facts);
    }
}
