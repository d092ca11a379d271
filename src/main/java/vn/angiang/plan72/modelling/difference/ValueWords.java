package vn.angiang.plan72.modelling.difference;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of a model as people say them: terms, groups, conditions, yes and no. */
final class ValueWords {

    private static final Pattern TERM = Pattern.compile(
            "\\$\\{caseSteps\\.(dueIn|dueInDays|after|afterDays|dueOn|onDay|afterDay)\\(caseNumber,\\s*'?([0-9/]+)'?\\)}");
    private static final Pattern DUE_WITH_CASE = Pattern.compile("\\$\\{caseSteps\\.dueWithCase\\(caseNumber\\)}");
    private static final Pattern DURATION = Pattern.compile("P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?)?");
    private static final Pattern COMPARISON =
            Pattern.compile("(\\w+)\\s*(==|!=|>=|<=|>|<)\\s*('[^']*'|\\d+|true|false)");
    private static final Set<String> GROUPS = Set.of("candidateGroups", "candidateStarterGroups");
    private static final Set<String> PERIODS = Set.of("timeDuration", "historyTimeToLive");
    private static final Set<String> ROLES = Set.of("officer", "leader", "supervisor", "modeler", "admin");
    private static final int LONGEST = 300;

    private final Sayer sayer;
    private final Answers old;
    private final Answers fresh;

    /** Words by key. */
    interface Sayer {
        String say(String key, Object... arguments);
    }

    ValueWords(Sayer sayer, Answers old, Answers fresh) {
        this.sayer = sayer;
        this.old = old;
        this.fresh = fresh;
    }

    /** A value of the old or of the new version. */
    String of(Part.Fact fact, boolean isOld) {
        String value = fact.value();
        if (value.isEmpty()) {
            return sayer.say("modelling.diff.none");
        }
        String said = said(fact.noun(), value, isOld ? old : fresh);
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }

    private String said(String noun, String value, Answers answers) {
        if (value.equals("true") || value.equals("false")) {
            return sayer.say("modelling.diff." + value);
        }
        if (GROUPS.contains(noun)) {
            return Stream.of(value.split(",")).map(g -> group(g.strip())).collect(Collectors.joining(", "));
        }
        if (PERIODS.contains(noun)) {
            return period(value);
        }
        if (noun.equals("kind")) {
            return sayer.say("modelling.diff.type." + value);
        }
        Matcher term = TERM.matcher(value);
        if (term.matches()) {
            return sayer.say("modelling.diff.term." + term.group(1), term.group(2));
        }
        if (DUE_WITH_CASE.matcher(value).matches()) {
            return sayer.say("modelling.diff.term.dueWithCase");
        }
        return noun.equals("conditionExpression") || noun.equals("hide") ? condition(value, answers) : value;
    }

    private String group(String group) {
        int dot = group.indexOf('.');
        if (dot < 0 || !ROLES.contains(group.substring(0, dot))) {
            return group;
        }
        String who = sayer.say("modelling.group." + group.substring(0, dot));
        String unit = group.substring(dot + 1);
        if (unit.equals("${leadUnit}")) {
            return sayer.say("modelling.group.lead", who);
        }
        return unit.startsWith("${")
                ? sayer.say("modelling.group.variable", who, unit.substring(2, unit.length() - 1))
                : who + " " + unit;
    }

    private String period(String value) {
        Matcher m = DURATION.matcher(value);
        if (!m.matches()) {
            return value;
        }
        List<String> units = List.of("days", "hours", "minutes");
        var words = new java.util.ArrayList<String>();
        for (int i = 0; i < units.size(); i++) {
            if (m.group(i + 1) != null) {
                words.add(sayer.say("modelling.diff." + units.get(i), m.group(i + 1)));
            }
        }
        return String.join(" ", words);
    }

    private String condition(String expression, Answers answers) {
        String body = expression.replaceFirst("^(\\$\\{|=)\\s*", "").replaceFirst("}$", "");
        Matcher m = COMPARISON.matcher(body);
        String said = m.replaceAll(c -> Matcher.quoteReplacement(answers.labelOf(c.group(1)) + " " + c.group(2) + " "
                + answers.answer(c.group(1), c.group(3).replace("'", ""))));
        return said.replace("==", "=")
                .replace("||", sayer.say("modelling.diff.or"))
                .replace("&&", sayer.say("modelling.diff.and"));
    }
}
