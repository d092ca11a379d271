package vn.angiang.plan72.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.YamlData;

/**
 * When an obligation would be due in a year of the programme, from {@code plan/schedule.yaml}. A proposal only: apart
 * from IV.13.e.1 the plan gives no dates. The day may be a day off; who assigns decides whether to move it.
 */
@Component
public class ProposedSchedule {

    /** @param due as a calendar day */
    public record Proposal(LocalDate due, String whyVi, String whyEn) {
        public String why(Locale locale) {
            return "en".equals(locale.getLanguage()) ? whyEn : whyVi;
        }
    }

    record Rule(
            @Nullable List<String> ids,
            @Nullable List<String> schedules,
            @Nullable String due,
            @Nullable Map<Integer, String> years,
            @Nullable List<Integer> only,
            int from,
            boolean never,
            boolean isDefault,
            @Nullable String whyVi,
            @Nullable String whyEn) {

        Optional<Proposal> in(int year) {
            if (never || due == null || year < from || (only != null && !only.contains(year))) {
                return Optional.empty();
            }
            String day = years == null ? due : years.getOrDefault(year, due);
            return Optional.of(new Proposal(
                    MonthDay.parse("--" + day).atYear(year),
                    Objects.requireNonNullElse(whyVi, ""),
                    Objects.requireNonNullElse(whyEn, "")));
        }
    }

    record Table(int firstYear, int lastYear, List<Rule> rules) {}

    private final Table table;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, Rule> bySchedule = new HashMap<>();
    private final Rule otherwise;

    @Autowired
    ProposedSchedule() {
        this(YamlData.read("plan/schedule.yaml", Table.class));
    }

    ProposedSchedule(Table table) {
        this.table = table;
        for (Rule rule : table.rules) {
            index(byId, rule.ids, rule);
            index(bySchedule, rule.schedules, rule);
        }
        this.otherwise =
                table.rules.stream().filter(Rule::isDefault).findFirst().orElseThrow();
    }

    /**
     * Empty outside the programme's years, for rows that are no task of a year (II), and for one-off rows in every year
     * but theirs.
     */
    public Optional<Proposal> propose(Obligation obligation, int year) {
        if (year < table.firstYear || year > table.lastYear) {
            return Optional.empty();
        }
        return ruleFor(obligation).in(year);
    }

    Rule ruleFor(Obligation obligation) {
        Rule rule = byId.get(obligation.id());
        if (rule == null && obligation.suggestedSchedule() != null) {
            rule = bySchedule.get(obligation.suggestedSchedule());
        }
        return rule == null ? otherwise : rule;
    }

    private static void index(Map<String, Rule> index, @Nullable List<String> keys, Rule rule) {
        for (String key : Objects.requireNonNullElse(keys, List.<String>of())) {
            if (index.put(key, rule) != null) {
                throw new IllegalStateException("plan/schedule.yaml names twice: " + key);
            }
        }
    }
}
