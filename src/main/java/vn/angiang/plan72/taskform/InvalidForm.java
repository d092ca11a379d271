package vn.angiang.plan72.taskform;

import java.util.List;

/** A schema that cannot be used here; names every problem. */
public class InvalidForm extends RuntimeException {

    private final transient List<String> problems;

    InvalidForm(List<String> problems) {
        super("Form refused: " + problems);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
