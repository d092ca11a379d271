package vn.angiang.plan72.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Actor;

/**
 * One act to be recorded.
 *
 * @param chain code of the unit whose chain it belongs to
 * @param action what was done, {@code module.verb}, e.g. {@code task.completed}
 * @param caseNumber case concerned, or null
 * @param actor who did it
 * @param onBehalfOf absent person for whom it was done, or null
 * @param data further facts; values are String, Number, Boolean, List or Map of these
 */
public record Act(
        String chain,
        String action,
        @Nullable String caseNumber,
        Actor actor,
        @Nullable String onBehalfOf,
        Map<String, ?> data) {

    /** An act in one's own name. */
    public static Act of(String chain, String action, @Nullable String caseNumber, Actor actor, Map<String, ?> data) {
        return new Act(chain, action, caseNumber, actor, null, data);
    }
}
