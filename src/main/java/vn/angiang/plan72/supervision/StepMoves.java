package vn.angiang.plan72.supervision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.process.TokenMoves;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * An administrator puts a case that went astray back, or on, to another step: after a look at exactly what ends and what
 * begins, with a reason. Facts of the flow stay as they are; the page says so.
 */
@Service
public class StepMoves {

    /** The engine's log keeps no more. */
    private static final int LONGEST_REASON = 1000;

    private final TokenMoves moves;
    private final CaseAccess access;
    private final Cases cases;
    private final Journal journal;
    private final MessageSource messages;

    StepMoves(TokenMoves moves, CaseAccess access, Cases cases, Journal journal, MessageSource messages) {
        this.moves = moves;
        this.access = access;
        this.cases = cases;
        this.journal = journal;
        this.messages = messages;
    }

    /** What is wanted. */
    public record Order(String taskId, String target, String reason) {}

    /**
     * What would be done.
     *
     * @param revision of the case when it was looked at
     */
    public record Preview(CaseFile file, Order order, TokenMoves.Plan plan, long revision) {}

    /** Whether this person may move steps of the case now. */
    public static boolean mayMove(CaseFile file, Actor actor) {
        return actor.hasRole(Roles.ADMIN) && file.isOpen() && !file.suspended();
    }

    /**
     * The case, for an administrator who may see it.
     *
     * @throws Refusal.NotFound when there is none, or it is restricted to others
     * @throws Refusal.Forbidden for all but administrators
     * @throws Refusal.Conflict when it is over or suspended
     */
    @Transactional(readOnly = true)
    public CaseFile movable(String caseNumber, Actor actor) {
        access.requireVisible(caseNumber);
        if (!actor.hasRole(Roles.ADMIN)) {
            throw new Refusal.Forbidden("move.forbidden");
        }
        CaseFile file = cases.byNumber(caseNumber);
        if (!mayMove(file, actor)) {
            throw new Refusal.Conflict(file.isOpen() ? "bulk.no.suspended" : "bulk.no.closed");
        }
        return file;
    }

    /** The open steps of a case and where each may go. */
    public List<TokenMoves.Waiting> waiting(String caseNumber, Actor actor) {
        movable(caseNumber, actor);
        return moves.waiting(caseNumber);
    }

    /**
     * Looks at what a move would do.
     *
     * @throws Refusal.BadInput nothing chosen ({@code taskId}, {@code target}) or no reason ({@code reason})
     * @throws Refusal.Conflict when the step is over or cannot be moved safely
     */
    @Transactional(readOnly = true)
    public Preview preview(String caseNumber, Order typed, Actor actor) {
        CaseFile file = movable(caseNumber, actor);
        if (typed.taskId().isBlank() || typed.target().isBlank()) {
            throw refuse("target", "move.error.target");
        }
        String reason = Texts.clean(typed.reason());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw refuse("reason", "move.error.reason", LONGEST_REASON);
        }
        var order = new Order(typed.taskId(), typed.target(), reason);
        return new Preview(file, order, moves.plan(caseNumber, order.taskId(), order.target()), file.revision());
    }

    /**
     * Does what was looked at.
     *
     * @param revision of the case at the look
     * @throws Refusal.Conflict when the case changed since
     */
    @Transactional
    public void move(String caseNumber, Order typed, long revision, Actor actor) {
        movable(caseNumber, actor);
        cases.touch(caseNumber); // whoever comes second waits here and then sees the new revision
        if (cases.byNumber(caseNumber).revision() != revision + 1) {
            throw new Refusal.Conflict("move.changed");
        }
        Preview preview = preview(caseNumber, typed, actor);
        moves.move(caseNumber, typed.taskId(), typed.target(), preview.order().reason());
        journal.record(Act.of(
                preview.file().assignerUnit(),
                "case.stepMoved",
                caseNumber,
                actor,
                Map.of(
                        "reason", preview.order().reason(),
                        "name",
                                preview.plan().from().name() + " → "
                                        + preview.plan().to().name(),
                        "from", preview.plan().from().elementId(),
                        "to", preview.plan().to().elementId())));
    }

    private Refusal.BadInput refuse(String field, String key, @Nullable Object... arguments) {
        return new Refusal.BadInput(field, messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
