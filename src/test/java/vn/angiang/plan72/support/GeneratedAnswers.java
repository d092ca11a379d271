package vn.angiang.plan72.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.angiang.plan72.taskform.Component;
import vn.angiang.plan72.worklist.OpenTask;

/**
 * Answers that a form takes, made from its schema: the first option, a number within its limits, a day that is allowed, a
 * file where one is wanted. Optional fields stay empty.
 */
public final class GeneratedAnswers {

    private static final int MOST_CHOSEN = 2;

    private final OpenTask task;
    private final LocalDate today;
    private final Function<String, String> upload;
    private final int visit;
    private final int daysAhead;

    /**
     * @param upload stores a file for a field and returns its id
     * @param visit how often this step was answered before in the case: another way is taken each time
     * @param daysAhead how far in the future days lie that may lie there
     */
    public GeneratedAnswers(OpenTask task, LocalDate today, Function<String, String> upload, int visit, int daysAhead) {
        this.task = task;
        this.today = today;
        this.upload = upload;
        this.visit = visit;
        this.daysAhead = daysAhead;
    }

    /** As a browser sends them. */
    public Map<String, List<String>> raw() {
        var raw = new HashMap<String, List<String>>();
        for (Component field : task.schema().fields()) {
            if (field.required() && !field.readonly()) {
                raw.put(field.key(), answer(field));
            }
        }
        return raw;
    }

    private List<String> answer(Component field) {
        return switch (field.type()) {
            case CHECKBOX -> List.of("true");
            case NUMBER -> List.of(number(field));
            case DATE -> List.of(day(field).toString());
            case RADIO, SELECT ->
                List.of(options(field).get(visit % options(field).size()));
            case CHECKLIST -> options(field);
            case TAGLIST ->
                options(field).subList(0, Math.min(MOST_CHOSEN, options(field).size()));
            case FILEPICKER -> List.of(upload.apply(field.key()));
            default -> List.of(text(field));
        };
    }

    private static String text(Component field) {
        if ("email".equals(field.rules().format())) {
            return "can.bo@example.vn";
        }
        if ("phone".equals(field.rules().format())) {
            return "02963852123";
        }
        String text = field.pattern() == null ? "Nội dung thử nghiệm" : "12/QĐ-UBND";
        return text.repeat(1 + field.minLength() / text.length());
    }

    /** Percentages in full, other numbers small. */
    private static String number(Component field) {
        BigDecimal least = field.min() == null ? BigDecimal.ZERO : field.min();
        BigDecimal most = field.max();
        if (most != null && most.compareTo(BigDecimal.valueOf(100)) == 0) {
            return most.toPlainString();
        }
        BigDecimal one = least.max(BigDecimal.ONE);
        return (most != null && one.compareTo(most) > 0 ? most : one).toPlainString();
    }

    private LocalDate day(Component field) {
        LocalDate earliest = limit(field.rules().notBefore());
        LocalDate latest = limit(field.rules().notAfter());
        if (latest != null) {
            return latest;
        }
        LocalDate from = earliest == null || earliest.isBefore(today) ? today : earliest;
        return from.plusDays(daysAhead);
    }

    private LocalDate limit(String limit) {
        if (limit == null) {
            return null;
        }
        if (limit.equals("today")) {
            return today;
        }
        Object fact = task.context().get(limit);
        return LocalDate.parse(fact == null ? limit : fact.toString());
    }

    private List<String> options(Component field) {
        var values = new ArrayList<String>();
        if (field.valuesKey() == null) {
            field.options().forEach(o -> values.add(o.value()));
        } else if (task.context().get(field.valuesKey()) instanceof List<?> list) {
            list.forEach(o -> values.add(String.valueOf(((Map<?, ?>) o).get("value"))));
        }
        if (values.isEmpty()) {
            throw new AssertionError(
                    "No options for " + field.key() + " of " + task.schema().id());
        }
        return values;
    }
}
