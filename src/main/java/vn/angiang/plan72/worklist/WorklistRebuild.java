package vn.angiang.plan72.worklist;

import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.process.OpenTasks;

/**
 * Builds the worklist anew from the engine: {@code --plan72.worklist.rebuild} at start-up. In one transaction, so nobody
 * sees half a list. Needed only after a restore of one part without the other.
 */
@Service
@Order(30)
public class WorklistRebuild implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WorklistRebuild.class);
    private static final int REPORT_EVERY = 5000;

    private final JdbcClient jdbc;
    private final OpenTasks tasks;
    private final WorkItemProjection projection;
    private final TransactionTemplate transaction;

    WorklistRebuild(JdbcClient jdbc, OpenTasks tasks, WorkItemProjection projection, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.projection = projection;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("plan72.worklist.rebuild")) {
            rebuild();
        }
    }

    /** Tasks that only one of the two knows, engine or worklist; 0 when they agree. */
    public long differences() {
        Long found = transaction.execute(tx -> {
            var listed = new HashSet<>(jdbc.sql("select distinct task_id from work_item")
                    .query(String.class)
                    .list());
            long[] unlisted = {0};
            tasks.forEachPage(page -> page.forEach(task -> unlisted[0] += listed.remove(task.taskId()) ? 0 : 1));
            return unlisted[0] + listed.size();
        });
        return found == null ? 0 : found;
    }

    /** Rebuilds; returns how many open tasks the engine holds. */
    public long rebuild() {
        Long done = transaction.execute(tx -> {
            long total = tasks.count();
            long[] seen = {0};
            jdbc.sql("delete from work_item").update();
            tasks.forEachPage(page -> {
                projection.list(page);
                seen[0] += page.size();
                if (seen[0] % REPORT_EVERY == 0) {
                    LOG.info("Worklist: {} of {} tasks", seen[0], total);
                }
            });
            return seen[0];
        });
        long count = done == null ? 0 : done;
        LOG.info("Worklist rebuilt: {} tasks", count);
        return count;
    }
}
