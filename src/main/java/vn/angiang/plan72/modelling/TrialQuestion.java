package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/**
 * Something the real system would know and a trial has to be told: a variable at the start, or what a step answers.
 *
 * @param name of the input: {@code variable.<name>} or {@code step.<bean>.<step>}
 * @param options the values the model tells apart; empty when any will do
 * @param value what is taken when nothing is said
 */
public record TrialQuestion(String name, String label, Kind kind, List<String> options, String value) {

    private static final int LONGEST = 2000;
    private static final int MOST = 100;

    /** What kind of value it is. */
    public enum Kind {
        TEXT,
        YES_NO,
        NUMBER,
        LIST;

        /** Key of the hint in the message bundles. */
        public String messageKey() {
            return "modelling.trial.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    TrialQuestion with(String other) {
        return new TrialQuestion(name, label, kind, options, other);
    }

    /** What was typed as the engine takes it. */
    @Nullable
    Object typed(String text) {
        String clean = Texts.clean(text);
        String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
        return switch (kind) {
            case YES_NO -> cut.equals("true");
            case NUMBER -> cut.matches("-?\\d{1,15}") ? Long.valueOf(cut) : Long.valueOf(0);
            case LIST -> list(cut);
            case TEXT -> cut.isEmpty() ? null : cut.matches("true|false") ? Boolean.valueOf(cut) : cut;
        };
    }

    private static List<String> list(String text) {
        var values = new ArrayList<String>();
        for (String value : text.split("[,;\\s]+")) {
            if (!value.isEmpty() && values.size() < MOST) {
                values.add(value);
            }
        }
        return values;
    }
}
