package vn.angiang.plan72.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/** What the engine tried in vain: jobs without attempts left. Callers have checked who may. */
@Service
public class ProcessIncidents {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final EngineAccess engine;
    private final JdbcClient jdbc;

    ProcessIncidents(
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy RepositoryService repository,
            EngineAccess engine,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * A failed job.
     *
     * @param caseNumber business key of the process, or empty
     * @param message what went wrong, in the words of the fault; first line
     */
    public record Failed(
            String incidentId,
            String jobId,
            String caseNumber,
            String processKey,
            String processName,
            String elementName,
            String message,
            Instant at) {}

    /** How many there are; those a calling process shows for a called one do not count again. */
    public long count() {
        return jdbc.sql("select count(*) from ACT_RU_INCIDENT where ID_ = ROOT_CAUSE_INCIDENT_ID_"
                        + " and INCIDENT_TYPE_ = 'failedJob'")
                .query(Long.class)
                .single();
    }

    /** How many seconds the job that is due longest has waited; 0 when none is due. Suspended ones do not count. */
    public long lagSeconds(Instant now) {
        var oldest = jdbc.sql("select min(coalesce(DUEDATE_, CREATE_TIME_)) from ACT_RU_JOB where RETRIES_ > 0"
                        + " and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= ?)")
                .param(java.sql.Timestamp.from(now))
                .query((rs, i) -> Optional.ofNullable(rs.getTimestamp(1)))
                .single();
        return oldest.map(t -> Math.max(0, now.getEpochSecond() - t.toInstant().getEpochSecond()))
                .orElse(0L);
    }

    /** The latest, newest first. */
    public List<Failed> latest(int most) {
        return engine.call(() -> {
            var incidents = runtime
                    .createIncidentQuery()
                    .incidentType("failedJob")
                    .orderByIncidentTimestamp()
                    .desc()
                    .listPage(0, most)
                    .stream()
                    .filter(i -> i.getId().equals(i.getRootCauseIncidentId()))
                    .toList();
            if (incidents.isEmpty()) {
                return List.of();
            }
            Map<String, ProcessInstance> runs = runtime
                    .createProcessInstanceQuery()
                    .processInstanceIds(incidents.stream()
                            .map(i -> i.getProcessInstanceId())
                            .collect(Collectors.toSet()))
                    .listPage(0, most)
                    .stream()
                    .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
            return incidents.stream()
                    .map(i -> {
                        var definition = repository.getProcessDefinition(i.getProcessDefinitionId());
                        var run = runs.get(i.getProcessInstanceId());
                        return new Failed(
                                i.getId(),
                                i.getConfiguration(),
                                run == null || run.getBusinessKey() == null ? "" : run.getBusinessKey(),
                                definition.getKey(),
                                definition.getName() == null ? definition.getKey() : definition.getName(),
                                nameOf(
                                        i.getProcessDefinitionId(),
                                        i.getFailedActivityId() == null ? i.getActivityId() : i.getFailedActivityId()),
                                firstLine(i.getIncidentMessage()),
                                i.getIncidentTimestamp().toInstant());
                    })
                    .sorted(Comparator.comparing(Failed::at).reversed())
                    .toList();
        });
    }

    private String nameOf(String definitionId, String element) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(element) instanceof FlowElement e
                        && e.getName() != null
                ? e.getName()
                : element;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    /**
     * The fault in full.
     *
     * @throws Refusal.NotFound when the job is gone
     */
    public String trace(String jobId) {
        return engine.call(() -> {
            if (job(jobId).isEmpty()) {
                throw new Refusal.NotFound("incident.notFound");
            }
            String trace = management.getJobExceptionStacktrace(jobId);
            return trace == null ? "" : trace;
        });
    }

    private Optional<Job> job(String jobId) {
        return Optional.ofNullable(management.createJobQuery().jobId(jobId).singleResult());
    }

    /**
     * Lets the engine try once more, as the system.
     *
     * @throws Refusal.Conflict when the job is gone or has attempts left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retry(String jobId) {
        engine.run(() -> {
            if (job(jobId).filter(j -> j.getRetries() == 0).isEmpty()) {
                throw new Refusal.Conflict("incident.gone");
            }
            management.setJobRetries(jobId, 1);
        });
    }

    /** Of these jobs: the ones still there, and whether they have failed again. */
    public Map<String, Boolean> failedAgain(Set<String> jobIds) {
        return jobIds.isEmpty()
                ? Map.of()
                : engine.call(() -> management.createJobQuery().jobIds(jobIds).listPage(0, jobIds.size()).stream()
                        .collect(Collectors.toMap(Job::getId, j -> j.getRetries() == 0)));
    }
}
