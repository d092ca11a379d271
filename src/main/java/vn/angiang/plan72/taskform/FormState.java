package vn.angiang.plan72.taskform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.angiang.plan72.process.Feel;

/**
 * What a form comes to for given inputs: which components are left out, which are only shown, which values hold.
 * Components are decided in their order, again and again until nothing changes: a field that is left out counts as not
 * answered for the conditions of others.
 */
final class FormState {

    /** More than any sensible chain of conditions is long; conditions that chase each other end here. */
    private static final int MOST_ROUNDS = 25;

    private final Map<String, List<String>> raw;
    private final Map<String, Object> context;
    private final Feel feel;
    private final FormCheck check;
    private final Map<String, Object> names;
    private final Set<Component> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Component> locked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, FormCheck.Checked> checked = new HashMap<>();

    FormState(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context, Feel feel, FormCheck check) {
        this.raw = raw;
        this.context = context;
        this.feel = feel;
        this.check = check;
        this.names = new HashMap<>(context);
        for (Component field : schema.fields()) {
            boolean always = "true".equals(field.lock().condition());
            if (always) {
                locked.add(field);
            }
            checked.put(field.key(), check.check(field, typed(field)));
            names.put(field.key(), checked.get(field.key()).value());
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = false;
            for (Component component : schema.components()) {
                changed |= decide(component);
            }
            if (!changed) {
                break;
            }
        }
    }

    private boolean decide(Component component) {
        boolean hide = component.hideWhen().stream().anyMatch(condition -> feel.test(condition, names));
        boolean changed = hide ? hidden.add(component) : hidden.remove(component);
        String lock = component.lock().condition();
        if (lock != null && !lock.equals("true")) {
            boolean shut = feel.test(lock, names);
            if (shut ? locked.add(component) : locked.remove(component)) {
                changed = true;
                checked.put(component.key(), check.check(component, typed(component)));
            }
        }
        if (changed && component.type().isField()) {
            names.put(
                    component.key(), hide ? null : checked.get(component.key()).value());
        }
        return changed;
    }

    boolean isHidden(Component component) {
        return hidden.contains(component);
    }

    boolean isLocked(Component component) {
        return locked.contains(component);
    }

    /** What holds or is wrong with a field that is shown. */
    FormCheck.Checked checked(Component field) {
        return checked.getOrDefault(field.key(), FormCheck.Checked.NOTHING);
    }

    /** What stands in a field: what was typed, or what a locked field is given. */
    List<String> typed(Component field) {
        return locked.contains(field) ? given(field, context) : Inputs.all(raw, field.key());
    }

    /** The value before anybody typed: the fact of that name, or the default. */
    static List<String> given(Component field, Map<String, Object> context) {
        Object fact = context.get(field.key());
        return fact == null ? field.defaults() : asTyped(field, fact);
    }

    /** A typed value as a person would have entered it. */
    static List<String> asTyped(Component field, Object value) {
        if (value instanceof List<?> list) {
            var all = new ArrayList<String>();
            list.forEach(v -> all.add(String.valueOf(v)));
            return all;
        }
        if (value instanceof Number number) {
            var plain = Inputs.plainNumber(number.toString());
            return List.of(plain == null ? number.toString() : Inputs.typed(plain));
        }
        String text = value.toString();
        return List.of(
                field.type() == ComponentType.DATE
                        ? Inputs.date(text).map(FormWords::date).orElse(text)
                        : text);
    }
}
