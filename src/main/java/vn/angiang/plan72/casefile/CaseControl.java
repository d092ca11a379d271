package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import vn.angiang.plan72.shared.Actor;

/**
 * What those who gave a case out may do to it whatever its step. A flow module that allows it implements this; pages and
 * bulk acts find it by the case and know no flow. Every act asks who may, records itself and tells the lead unit.
 */
public interface CaseControl {

    /** Whether the case is of a flow this answers for. */
    boolean controls(CaseFile file);

    /** Whether this person decides on the case for who gave it out. */
    boolean mayControl(CaseFile file, Actor actor);

    /** @throws vn.angiang.plan72.shared.Refusal.Conflict when it is suspended or closed */
    void suspend(String caseNumber, String reason, Actor by);

    /** @throws vn.angiang.plan72.shared.Refusal.Conflict when it is not suspended */
    void resume(String caseNumber, String reason, Actor by);

    /** @throws vn.angiang.plan72.shared.Refusal.Conflict when it is suspended or closed */
    void withdraw(String caseNumber, String reason, Actor by);

    /**
     * Moves the due date by the assigner's own decision, without a request.
     *
     * @throws vn.angiang.plan72.shared.Refusal.BadInput when the day is past or not after the current one
     */
    void moveDue(String caseNumber, LocalDate due, String reason, Actor by);
}
