package vn.angiang.plan72.modelling.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of a file that has an identity: a step, an answer, a rule of a table, a field of a form.
 *
 * @param key tells it from others of the file, the same in both versions
 * @param elementId id an editor knows it by, or null
 * @param kind word for what it is; key of a message
 * @param label what people call it
 * @param facts what is said of it, by place
 */
record Part(String key, @Nullable String elementId, String kind, String label, Map<String, Fact> facts) {

    Part(String key, @Nullable String elementId, String kind, String label) {
        this(key, elementId, kind, label, new LinkedHashMap<>());
    }

    /**
     * One thing said of a part.
     *
     * @param noun word for it; key of a message
     * @param detail what the word is about, or empty
     */
    record Fact(String noun, String detail, String value) {}

    void say(String place, String noun, String detail, String value) {
        String free = place;
        for (int i = 2; facts.containsKey(free); i++) {
            free = place + "#" + i;
        }
        facts.put(free, new Fact(noun, detail, value));
    }
}
