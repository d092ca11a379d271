package vn.angiang.plan72.modelling;

import java.util.List;
import java.util.Map;

/**
 * One act on a draft that is tried, so that the trial can be repeated.
 *
 * @param target what it is about: a task, a message, a moment
 * @param input as a browser sent it
 */
record TrialAct(Kind kind, String target, Map<String, List<String>> input) {

    enum Kind {
        START,
        ANSWER,
        SEND,
        PASS_TIME,
        STEPS
    }

    String first(String name) {
        var values = input.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
