package vn.angiang.plan72.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What a model that is not released yet would mean for the processes that run. Only asked of models the gate has passed. */
@Service
public class MigrationOutlook {

    private final RepositoryService repository;
    private final InstanceMigration migration;
    private final EngineAccess engine;

    MigrationOutlook(@Lazy RepositoryService repository, InstanceMigration migration, EngineAccess engine) {
        this.repository = repository;
        this.migration = migration;
        this.engine = engine;
    }

    /**
     * The outlook.
     *
     * @param running processes under way
     * @param fit of these, how many wait only at steps that go over by themselves
     * @param missing label of each step that does not, to the number of processes waiting there
     */
    public record Outlook(int running, int fit, Map<String, Integer> missing) {

        /** Processes for which somebody has to map a step. */
        public int toMap() {
            return running - fit;
        }
    }

    /**
     * For the processes of its key that run now, on whatever version.
     *
     * @param newBpmn the model; when it cannot be read nothing fits
     */
    public Outlook of(String processKey, String newBpmn) {
        BpmnModelInstance target = read(newBpmn);
        return engine.call(() -> {
            int running = 0;
            int fit = 0;
            var missing = new TreeMap<String, Integer>();
            for (var version : repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processKey)
                    .list()) {
                var source = repository.getBpmnModelInstance(version.getId());
                for (var waiting : migration.waiting(version.getId())) {
                    running++;
                    List<String> lost = waiting.elements().stream()
                            .filter(e -> !same(source, target, e))
                            .toList();
                    fit += lost.isEmpty() ? 1 : 0;
                    lost.forEach(e -> missing.merge(label(source, e), 1, Integer::sum));
                }
            }
            return new Outlook(running, fit, missing);
        });
    }

    private static BpmnModelInstance read(String bpmn) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelParseException e) {
            return Bpmn.createEmptyModel();
        }
    }

    private static String label(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof FlowNode n && n.getName() != null ? n.getName() : element;
    }

    /** Same id, same kind, in the same subprocesses: what the engine maps by itself. */
    private static boolean same(BpmnModelInstance source, BpmnModelInstance target, String element) {
        ModelElementInstance before = source.getModelElementById(element);
        ModelElementInstance after = target.getModelElementById(element);
        return before != null
                && after != null
                && before.getElementType()
                        .getTypeName()
                        .equals(after.getElementType().getTypeName())
                && scopes(before).equals(scopes(after));
    }

    private static List<String> scopes(ModelElementInstance element) {
        var scopes = new ArrayList<String>();
        for (var parent = element.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent instanceof SubProcess s) {
                scopes.add(s.getId());
            }
        }
        return scopes;
    }
}
