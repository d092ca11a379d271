package vn.angiang.plan72.web.modelling;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.angiang.plan72.modelling.Draft;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.ModelReception;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/**
 * The four calls Camunda Modeler makes, in the words it understands. What it deploys becomes a draft for review; nothing is
 * put into force and nothing started, and no other address of the engine's own interface is served.
 */
@RestController
@RequestMapping(path = "/engine-rest", produces = MediaType.APPLICATION_JSON_VALUE)
class CamundaModelerController {

    private static final int MOST_FILES = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final Drafts drafts;
    private final ModelReception reception;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    CamundaModelerController(
            Drafts drafts, ModelReception reception, CurrentActor currentActor, MessageSource messages) {
        this.drafts = drafts;
        this.reception = reception;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/version")
    Map<String, String> version() {
        reception.requireModeler(currentActor.get());
        return Map.of("version", reception.engineVersion());
    }

    /** Only asked to see whether somebody is there; deployments are nobody's business here. */
    @GetMapping("/deployment")
    List<Object> deployments() {
        reception.requireModeler(currentActor.get());
        return List.of();
    }

    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> deploy(MultipartHttpServletRequest request) throws IOException {
        reception.requireModeler(currentActor.get());
        var files = new ArrayList<ModelGate.Resource>();
        for (List<MultipartFile> parts : request.getMultiFileMap().values()) {
            for (MultipartFile part : parts) {
                if (files.size() >= MOST_FILES) {
                    throw new Refusal.TooLarge("modelling.error.tooManyFiles", MOST_FILES);
                }
                String name = part.getOriginalFilename();
                files.add(new ModelGate.Resource(name == null ? part.getName() : name, part.getBytes()));
            }
        }
        String name = request.getParameter("deployment-name");
        Draft draft = drafts.receiveFromModeler(
                name == null || name.isBlank() ? say("modelling.source.camunda_modeler") : name,
                files,
                currentActor.get());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("links", List.of());
        answer.put("id", "ban-nhap-" + draft.id());
        answer.put("name", say("modelling.modeler.arrived", draft.title(), draft.id()));
        answer.put("source", "Camunda Modeler");
        answer.put("deploymentTime", TIME.format(reception.now()));
        answer.put("tenantId", null);
        answer.put("deployedProcessDefinitions", null);
        answer.put("deployedDecisionDefinitions", null);
        answer.put("deployedDecisionRequirementsDefinitions", null);
        answer.put("deployedCaseDefinitions", null);
        return answer;
    }

    @PostMapping("/process-definition/{id}/start")
    ResponseEntity<Map<String, String>> start() {
        reception.requireModeler(currentActor.get());
        return refusal(HttpStatus.CONFLICT, "InvalidRequestException", say("modelling.modeler.start"));
    }

    @RequestMapping("/**")
    ResponseEntity<Map<String, String>> nothingElse(HttpServletRequest request) {
        return refusal(HttpStatus.NOT_FOUND, "NotFoundException", say("modelling.modeler.notServed"));
    }

    /** Refusals as the engine says them: Camunda Modeler shows {@code message}. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refused) {
        HttpStatus status =
                refused instanceof Refusal.Conflict ? HttpStatus.BAD_REQUEST : HttpStatus.valueOf(refused.status());
        return refusal(status, "InvalidRequestException", say(refused.messageKey(), refused.arguments()));
    }

    private static ResponseEntity<Map<String, String>> refusal(HttpStatus status, String type, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("type", type, "message", message));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
