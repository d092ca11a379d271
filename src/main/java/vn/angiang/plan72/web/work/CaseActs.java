package vn.angiang.plan72.web.work;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.assignment.Extensions;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.flow.FlowControl;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.supervision.StepMoves;

/** Which acts on a case outside its tasks are open to a person now. */
@Component
class CaseActs {

    private final Assignments assignments;
    private final Extensions extensions;
    private final FlowControl flows;

    CaseActs(Assignments assignments, Extensions extensions, FlowControl flows) {
        this.assignments = assignments;
        this.extensions = extensions;
        this.flows = flows;
    }

    /** Last parts of the acts' addresses; their words are {@code case.act.<part>}. */
    List<String> of(CaseFile file, Actor actor) {
        var acts = ofUnits(file, actor);
        if (StepMoves.mayMove(file, actor)) {
            acts.add("chuyen-buoc");
        }
        return acts;
    }

    private List<String> ofUnits(CaseFile file, Actor actor) {
        var acts = new ArrayList<String>();
        if (!file.isOpen()) {
            return acts;
        }
        if (!file.processKey().equals(Assignments.PROCESS)) {
            if (flows.mayControl(file, actor)) {
                deciding(file, acts);
            }
            return acts;
        }
        if (isLead(file, actor) && !file.suspended()) {
            acts.add("tien-do");
            if (extensions.obstacle(file).isEmpty()) {
                acts.add("gia-han");
            }
        }
        if (assignments.actsForAssigner(file, actor)) {
            deciding(file, acts);
        }
        return acts;
    }

    private static void deciding(CaseFile file, List<String> acts) {
        acts.add(file.suspended() ? "tiep-tuc" : "tam-dung");
        if (!file.suspended()) {
            acts.add("thu-hoi");
        }
    }

    static boolean isLead(CaseFile file, Actor actor) {
        return actor.allGroups().contains(Actor.group("officer", file.leadUnit()))
                || actor.allGroups().contains(Actor.group("leader", file.leadUnit()));
    }
}
