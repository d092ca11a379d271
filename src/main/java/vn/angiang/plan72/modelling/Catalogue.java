package vn.angiang.plan72.modelling;

import java.util.List;

/**
 * What the pickers of the editors offer; the fields are the contract of docs/editors.md.
 *
 * @param groups that may do a task
 * @param steps of the modules this process belongs to, and those every process may call
 * @param variables a condition or a table may read
 */
public record Catalogue(
        List<Choice> groups,
        List<Step> steps,
        List<Message> messages,
        List<Clause> clauses,
        List<Process> processes,
        List<Named> forms,
        List<Named> decisions,
        List<Variable> variables) {

    /** A value with its words. */
    public record Choice(String value, String label) {}

    /**
     * A step.
     *
     * @param arguments names after {@code caseNumber}
     */
    public record Step(String bean, String step, List<String> arguments, String label) {}

    /** A message some module or model sends. */
    public record Message(String name, String label) {}

    /** A clause of the plan. */
    public record Clause(String code, String label) {}

    /** A released process. */
    public record Process(String key, String name) {}

    /** A form or a table of the draft. */
    public record Named(String id, String name) {}

    /** A variable of the process. */
    public record Variable(String name, String meaning) {}
}
