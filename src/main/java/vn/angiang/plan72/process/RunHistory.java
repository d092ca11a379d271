package vn.angiang.plan72.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What a run of a process went through and what it carries. Callers have checked who may see the case. */
@Service
public class RunHistory {

    private static final int MOST = 500;

    private final HistoryService history;
    private final EngineAccess engine;

    RunHistory(@Lazy HistoryService history, EngineAccess engine) {
        this.history = history;
        this.engine = engine;
    }

    /**
     * A user task of the run.
     *
     * @param done completed by a person; false when open or taken away by the flow
     */
    public record Passed(
            String name,
            Instant openedAt,
            @Nullable Instant closedAt,
            boolean done,
            @Nullable LocalDate dueOn,
            @Nullable String assignee) {}

    /** A variable of the engine, as text. */
    public record Variable(String name, String type, String value) {}

    /** User tasks of these runs in the order in which they were opened, at most 500 of each. */
    public List<Passed> steps(Collection<String> processInstanceIds) {
        var found = new ArrayList<Passed>();
        for (String id : processInstanceIds) {
            engine.call(() -> history.createHistoricTaskInstanceQuery()
                            .processInstanceId(id)
                            .orderByHistoricActivityInstanceStartTime()
                            .asc()
                            .listPage(0, MOST))
                    .forEach(t -> found.add(new Passed(
                            t.getName() == null ? t.getTaskDefinitionKey() : t.getName(),
                            t.getStartTime().toInstant(),
                            at(t.getEndTime()),
                            "completed".equals(t.getDeleteReason()),
                            EngineListener.dayOf(t.getDueDate()),
                            t.getAssignee())));
        }
        found.sort(Comparator.comparing(Passed::openedAt));
        return found;
    }

    /** Variables of a run, over or not, by name. */
    public List<Variable> variables(String processInstanceId) {
        return engine.call(() -> history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(processInstanceId)
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(v -> new Variable(v.getName(), v.getTypeName(), String.valueOf(v.getValue())))
                .toList());
    }

    private static @Nullable Instant at(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
