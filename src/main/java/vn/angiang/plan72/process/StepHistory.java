package vn.angiang.plan72.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything the engine's history says of runs and user tasks, for building anew what was derived from its events. Reads
 * history from end to end, row by row: for commands, never for pages. The engine's own queries page by offset, which at a
 * million tasks takes minutes; hence its tables.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StepHistory {

    private static final int FETCH = 2000;

    private final JdbcTemplate jdbc;

    StepHistory(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** A run of a process of a case. */
    public record Run(
            String processInstanceId,
            String caseNumber,
            String definitionId,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * A user task.
     *
     * @param group first of the groups it was offered to, by name, or null
     * @param done completed by a person; false when open or taken away by the flow
     */
    public record Step(
            String taskId,
            String processInstanceId,
            String caseNumber,
            String definitionId,
            String taskKey,
            @Nullable String group,
            Instant openedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant closedAt,
            boolean done) {}

    /** Hands over every run that has a case. */
    public void forEachRun(Consumer<Run> consumer) {
        jdbc.query(
                "select PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_ from ACT_HI_PROCINST"
                        + " where BUSINESS_KEY_ is not null",
                rs -> {
                    consumer.accept(new Run(
                            rs.getString(1),
                            rs.getString(2),
                            rs.getString(3),
                            Objects.requireNonNull(at(rs, 4)),
                            at(rs, 5)));
                });
    }

    /** Hands over every user task of a run that has a case. */
    public void forEachStep(Consumer<Step> consumer) {
        jdbc.query(
                """
                select t.ID_, t.PROC_INST_ID_, p.BUSINESS_KEY_, t.PROC_DEF_ID_, t.TASK_DEF_KEY_,
                    (select min(l.GROUP_ID_) from ACT_HI_IDENTITYLINK l where l.TASK_ID_ = t.ID_
                        and l.TYPE_ = 'candidate' and l.OPERATION_TYPE_ = 'add'),
                    t.START_TIME_, t.DUE_DATE_, t.END_TIME_, t.DELETE_REASON_
                from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
                where p.BUSINESS_KEY_ is not null
                """,
                rs -> {
                    Timestamp due = rs.getTimestamp(8);
                    consumer.accept(new Step(
                            rs.getString(1),
                            rs.getString(2),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            rs.getString(6),
                            Objects.requireNonNull(at(rs, 7)),
                            EngineListener.dayOf(due),
                            at(rs, 9),
                            "completed".equals(rs.getString(10))));
                });
    }

    private static @Nullable Instant at(ResultSet rs, int column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
