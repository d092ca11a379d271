package vn.angiang.plan72.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.journal.Checkpoints;
import vn.angiang.plan72.journal.JournalVerifier;
import vn.angiang.plan72.worklist.WorklistRebuild;

/**
 * {@code --plan72.verify}: starts, checks the journal, its signed checkpoints and the worklist, says what it found and
 * ends; exit code 0 only when all hold. Proves a restored backup ({@code deploy/restore}).
 */
@Component
class VerifyCommand {

    private final ApplicationArguments arguments;
    private final JournalVerifier journal;
    private final Checkpoints checkpoints;
    private final WorklistRebuild worklist;

    VerifyCommand(
            ApplicationArguments arguments,
            JournalVerifier journal,
            Checkpoints checkpoints,
            WorklistRebuild worklist) {
        this.arguments = arguments;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.worklist = worklist;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (arguments.containsOption("plan72.verify")) {
            var faults = new ArrayList<String>();
            System.out.println(run(faults));
            faults.forEach(System.out::println);
            int code = faults.isEmpty() ? 0 : 1;
            System.exit(SpringApplication.exit(event.getApplicationContext(), () -> code));
        }
    }

    /** One line of what was read; what does not hold is added to {@code faults}. */
    String run(List<String> faults) {
        var verification = journal.verifyAll();
        verification.breaks().forEach(b -> faults.add("journal: %s %d %s".formatted(b.chain(), b.seq(), b.kind())));
        var compared = checkpoints.verify();
        compared.ifPresent(c -> c.differences()
                .forEach(d ->
                        faults.add("checkpoint %d: %s %d %s".formatted(d.checkpoint(), d.chain(), d.seq(), d.kind()))));
        long apart = worklist.differences();
        if (apart > 0) {
            faults.add("worklist: %d tasks differ from the engine; --plan72.worklist.rebuild".formatted(apart));
        }
        return "verified: %d chains, %d entries, %s, worklist %s, faults %d"
                .formatted(
                        verification.chains(),
                        verification.entries(),
                        compared.map(c -> c.checkpoints() + " checkpoints").orElse("no checkpoints kept"),
                        apart == 0 ? "agrees" : "differs",
                        faults.size());
    }
}
