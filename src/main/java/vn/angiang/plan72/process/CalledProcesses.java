package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * The processes that the process of a case called for the same case, e.g. the special flow of an assignment. What was
 * called under a number of its own (the units' reports of a period) is another case and not listed.
 */
@Service
public class CalledProcesses {

    private static final int DEEPEST = 5;

    private final HistoryService history;
    private final EngineAccess engine;

    CalledProcesses(@Lazy HistoryService history, EngineAccess engine) {
        this.history = history;
        this.engine = engine;
    }

    /**
     * A called process.
     *
     * @param name label of its model
     * @param open whether it still runs
     */
    public record Called(String processKey, String name, String definitionId, String processInstanceId, boolean open) {}

    /** What the process of a case called, of each process the last run; in the order in which they began. */
    public List<Called> of(String processInstanceId) {
        var latest = new LinkedHashMap<String, Called>();
        engine.call(() -> runs(processInstanceId)).forEach(run -> latest.put(run.processKey(), run));
        return List.copyOf(latest.values());
    }

    /** Ids of the runs that are not over. */
    List<String> openOnes(String processInstanceId) {
        return runs(processInstanceId).stream()
                .filter(Called::open)
                .map(Called::processInstanceId)
                .toList();
    }

    private List<Called> runs(String processInstanceId) {
        var root = history.createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        var found = new ArrayList<Called>();
        if (root != null && root.getBusinessKey() != null) {
            below(processInstanceId, root.getBusinessKey(), 1, found);
        }
        return found;
    }

    private void below(String caller, String caseNumber, int depth, List<Called> found) {
        var called = history
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(caller)
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .toList();
        for (HistoricProcessInstance one : called) {
            String name = one.getProcessDefinitionName();
            found.add(new Called(
                    one.getProcessDefinitionKey(),
                    name == null ? one.getProcessDefinitionKey() : name,
                    one.getProcessDefinitionId(),
                    one.getId(),
                    one.getEndTime() == null));
            if (depth < DEEPEST) {
                below(one.getId(), caseNumber, depth + 1, found);
            }
        }
    }
}
