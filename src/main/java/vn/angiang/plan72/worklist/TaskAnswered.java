package vn.angiang.plan72.worklist;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Actor;

/**
 * A task was answered with a form that holds. Published in the transaction that completes it, before the engine moves:
 * flow modules write their facts, or refuse with {@code Refusal.BadInput} and nothing happens at all.
 *
 * @param answers by field key: String, Long, BigDecimal, Boolean, ISO date as String, list of String
 * @param onBehalfOf absent person for whom the actor stands in, or null
 */
public record TaskAnswered(
        WorkItem task, CaseFile file, Map<String, Object> answers, Actor actor, @Nullable String onBehalfOf) {

    /** The answer as text, empty when there is none. */
    public String text(String key) {
        Object value = answers.get(key);
        return value == null ? "" : value.toString();
    }
}
