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
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseLooks;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NearDue;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.notification.Reminders;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.worklist.Inbox;

/** Cases for programs, within what the person may see. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases", description = "Cases your units take part in; all of them for the overseeing units")
class CaseApi {

    private final CaseLooks looks;
    private final CaseList list;
    private final CaseAccess access;
    private final Cases cases;
    private final Inbox inbox;
    private final Journal journal;
    private final Reminders reminders;
    private final List<CaseFacts> facts;
    private final Units units;
    private final NearDue near;
    private final MessageSource messages;
    private final ApiInput input;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseApi(
            CaseList list,
            CaseAccess access,
            Cases cases,
            Inbox inbox,
            Journal journal,
            Reminders reminders,
            List<CaseFacts> facts,
            Units units,
            NearDue near,
            MessageSource messages,
            ApiInput input,
            CurrentActor currentActor,
            Clock clock,
            CaseLooks looks) {
        this.looks = looks;
        this.list = list;
        this.access = access;
        this.cases = cases;
        this.inbox = inbox;
        this.journal = journal;
        this.reminders = reminders;
        this.facts = facts;
        this.units = units;
        this.near = near;
        this.messages = messages;
        this.input = input;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "listCases", summary = "Cases by due date", description = "Earliest due first.")
    CaseJson.Page list(
            @Parameter(description = "Words searched in number and title; accents do not matter")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "Lead unit", example = "SYT") @RequestParam(required = false) @Nullable
                    String unit,
            @Parameter(description = "Obligation", example = "IV.3.a") @RequestParam(required = false) @Nullable
                    String obligation,
            @RequestParam(required = false) @Nullable Integer year,
            @Parameter(schema = @Schema(implementation = CaseState.class)) @RequestParam(required = false) @Nullable
                    String state,
            @Parameter(description = "true: open only, false: closed only") @RequestParam(required = false) @Nullable
                    Boolean open,
            @Parameter(description = "Process key") @RequestParam(required = false) @Nullable String process,
            @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "10000", defaultValue = "0"))
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int size) {
        var query = CaseQuery.all()
                .withText(q)
                .withUnit(unit)
                .withMatter(obligation == null || obligation.isBlank() ? null : CaseQuery.Matter.obligation(obligation))
                .withYear(year)
                .withState(input.code("state", state, CaseState.class), open)
                .withProcess(process)
                .withPage(input.within("page", page, 0, 10_000), input.within("size", size, 1, CaseQuery.MOST));
        var found = list.find(query, currentActor.get());
        return new CaseJson.Page(found.cases().stream().map(this::json).toList(), page, found.more());
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "getCase",
            summary = "A case with facts and open tasks",
            description = "404 when there is none of this number, 403 when it belongs to other units.")
    CaseJson.Detail get(@PathVariable String number, Locale locale) {
        access.requireVisible(number);
        looks.looked(number, "api", currentActor.get());
        CaseFile file = cases.byNumber(number);
        LocalDate today = LocalDate.now(clock);
        var known = facts.stream()
                .filter(f -> f.processKey().equals(file.processKey()))
                .flatMap(f -> f.factsOf(file, locale).stream())
                .map(f -> new CaseJson.FactJson(
                        f.labelKey(), messages.getMessage(f.labelKey(), null, f.labelKey(), locale), f.value()))
                .toList();
        var tasks = inbox.ofCase(number).stream()
                .map(w -> TaskJson.of(w, units, today))
                .toList();
        return new CaseJson.Detail(json(file), known, tasks, reminders.countOfCase(number));
    }

    @GetMapping("/{number}/journal")
    @Operation(operationId = "getCaseJournal", summary = "Acts on a case, newest first")
    List<CaseJson.JournalJson> journal(
            @PathVariable String number,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int limit) {
        access.requireVisible(number);
        looks.looked(number, "api", currentActor.get());
        return journal.ofCase(number, input.within("limit", limit, 1, 500)).stream()
                .map(CaseJson.JournalJson::of)
                .toList();
    }

    private CaseJson json(CaseFile file) {
        return CaseJson.of(file, units, near.now());
    }
}
