package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.casefile.CaseLooks;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.InboxQuery;
import vn.angiang.plan72.worklist.TaskDesk;
import vn.angiang.plan72.worklist.WorkItem;

/** The desk for programs. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks", description = "Open tasks: list, read with form, claim, release, complete")
class TaskApi {

    private final CaseLooks looks;
    private final Inbox inbox;
    private final TaskDesk desk;
    private final Answers answers;
    private final ApiInput input;
    private final Units units;
    private final CurrentActor currentActor;
    private final Clock clock;

    TaskApi(
            Inbox inbox,
            TaskDesk desk,
            Answers answers,
            ApiInput input,
            Units units,
            CurrentActor currentActor,
            Clock clock,
            CaseLooks looks) {
        this.looks = looks;
        this.inbox = inbox;
        this.desk = desk;
        this.answers = answers;
        this.input = input;
        this.units = units;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listTasks",
            summary = "Open tasks",
            description = "Earliest due first. 'mine' lists what you hold, 'unit' what your groups may do; tasks of"
                    + " persons you stand in for are included.")
    TaskJson.Page list(
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"mine", "unit"},
                                            defaultValue = "mine"))
                    @RequestParam(defaultValue = "mine")
                    String view,
            @Parameter(description = "Words searched in number, step, title and clause; accents do not matter")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"any", "overdue", "near"},
                                            defaultValue = "any"))
                    @RequestParam(defaultValue = "any")
                    String due,
            @Parameter(description = "Process key", example = "assignment") @RequestParam(required = false) @Nullable
                    String process,
            @Parameter(description = "Only tasks nobody holds") @RequestParam(defaultValue = "false") boolean free,
            @Parameter(description = "'next' of the page before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "25"))
                    @RequestParam(defaultValue = "25")
                    int size) {
        var query = new InboxQuery(
                input.choice("view", view, InboxQuery.View.class),
                q,
                process,
                null,
                input.choice("due", due, InboxQuery.Due.class),
                free,
                input.cursor(after),
                input.within("size", size, 1, 100));
        var page = inbox.page(query, currentActor.get());
        return new TaskJson.Page(json(page.items()), page.next());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getTask",
            summary = "A task you may do, with its form",
            description = "409 when it has been dealt with, 403 when it is not yours, 404 when there never was one.")
    TaskJson.Detail get(@PathVariable String id) {
        var open = desk.open(id, currentActor.get());
        looks.looked(open.file().number(), "api", currentActor.get());
        return new TaskJson.Detail(
                TaskJson.of(open.item(), units, LocalDate.now(clock)),
                open.file().revision(),
                open.standIn().map(Actor.StandIn::username).orElse(null),
                FormJson.of(open.schema(), open.context()));
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "claimTask",
            summary = "Take a task",
            description = "Afterwards nobody else can complete it. Taking your own task again changes nothing. 409 when"
                    + " somebody else holds it.")
    void claim(@PathVariable String id) {
        desk.claim(id, currentActor.get());
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "releaseTask",
            summary = "Put a task back to its unit",
            description = "Its holder, who stands in, or the unit's leader. Releasing a free task changes nothing.")
    void release(@PathVariable String id) {
        desk.release(id, currentActor.get());
    }

    @PostMapping(path = "/{id}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "completeTask",
            summary = "Hand in a task",
            description = "The answers are checked against the form as on the page and sealed. 400 names each mistake."
                    + " 409 when the task is gone, held by another, suspended, or the case changed since 'revision'."
                    + " Send each completion once: repeating one that succeeded gives 409.")
    TaskJson.ReceiptJson complete(@PathVariable String id, @RequestBody TaskJson.Completion body, Locale locale) {
        Actor actor = currentActor.get();
        var schema = desk.open(id, actor).schema();
        var submission = new TaskDesk.Submission(answers.raw(body.answers(), schema), body.revision(), locale);
        var receipt = desk.complete(id, submission, actor);
        var sealed = receipt.snapshot();
        return new TaskJson.ReceiptJson(
                sealed.id(), sealed.task().caseNumber(), sealed.sha256(), sealed.sealedAt(), json(receipt.waiting()));
    }

    private List<TaskJson> json(List<WorkItem> items) {
        LocalDate today = LocalDate.now(clock);
        return items.stream().map(w -> TaskJson.of(w, units, today)).toList();
    }
}
