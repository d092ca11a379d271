package vn.angiang.plan72.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;

/** The forms and diagrams that were released together with a version of a process. */
@Service
public class DeployedModels {

    private final RepositoryService repository;
    private final EngineAccess engine;
    private final ObjectMapper json;
    private final Map<String, Map<String, String>> formsByDeployment = new ConcurrentHashMap<>();
    private final Map<String, String> deploymentByDefinition = new ConcurrentHashMap<>();
    private final Snapshot<Map<String, String>> processNames = new Snapshot<>(this::readNames);

    DeployedModels(@Lazy RepositoryService repository, EngineAccess engine, ObjectMapper json) {
        this.repository = repository;
        this.engine = engine;
        this.json = json;
    }

    /** The form of this id in the deployment, as JSON. Deployments never change, so it is read once. */
    public Optional<String> form(String deploymentId, String formId) {
        return Optional.ofNullable(
                formsByDeployment.computeIfAbsent(deploymentId, this::readForms).get(formId));
    }

    /** The form of this id released with a version of a process. */
    public Optional<String> formOfDefinition(String definitionId, String formId) {
        String deployment = deploymentByDefinition.computeIfAbsent(
                definitionId,
                id -> engine.call(() -> repository.getProcessDefinition(id).getDeploymentId()));
        return form(deployment, formId);
    }

    /** Id of the latest version of a process. */
    public String latestDefinition(String processKey) {
        var definition = engine.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw new Refusal.NotFound("process.unknown", processKey);
        }
        return definition.getId();
    }

    /** Names of the released processes by key, in the order of the names. */
    public Map<String, String> processNames() {
        return processNames.get();
    }

    @EventListener
    void on(ModelReleaser.VersionReleased released) {
        processNames.clear();
    }

    private Map<String, String> readNames() {
        var names = new java.util.LinkedHashMap<String, String>();
        engine.call(() -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionName()
                        .asc()
                        .list())
                .forEach(d -> names.put(d.getKey(), d.getName() == null ? d.getKey() : d.getName()));
        return java.util.Collections.unmodifiableMap(names);
    }

    /** The BPMN of a version of a process. */
    public String diagram(String definitionId) {
        return engine.call(() -> {
            try (InputStream in = repository.getProcessModel(definitionId)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Every file that was released together with a version of a process, as text, by name. */
    public Map<String, String> filesOfDefinition(String definitionId) {
        return engine.call(
                () -> files(repository.getProcessDefinition(definitionId).getDeploymentId()));
    }

    /** Every file of a deployment, as text, by name. */
    Map<String, String> files(String deploymentId) {
        return engine.call(() -> {
            var files = new TreeMap<String, String>();
            for (String name : repository.getDeploymentResourceNames(deploymentId)) {
                files.put(name, resource(deploymentId, name));
            }
            return files;
        });
    }

    private String resource(String deploymentId, String name) {
        try (InputStream in = repository.getResourceAsStream(deploymentId, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> readForms(String deploymentId) {
        return engine.call(() -> {
            var forms = new HashMap<String, String>();
            for (String name : repository.getDeploymentResourceNames(deploymentId)) {
                if (name.endsWith(".form")) {
                    String text = resource(deploymentId, name);
                    try {
                        forms.put(json.readTree(text).path("id").asText(), text);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return Map.copyOf(forms);
        });
    }
}
