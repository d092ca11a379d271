package vn.angiang.plan72.taskform;

import java.util.Arrays;
import java.util.Optional;

/** The component types of Camunda Forms that are allowed here (docs/forms.md). */
public enum ComponentType {
    TEXT("text", false),
    TEXTFIELD("textfield", true),
    TEXTAREA("textarea", true),
    NUMBER("number", true),
    DATE("datetime", true),
    CHECKBOX("checkbox", true),
    CHECKLIST("checklist", true),
    RADIO("radio", true),
    SELECT("select", true),
    TAGLIST("taglist", true),
    FILEPICKER("filepicker", true),
    GROUP("group", false),
    SEPARATOR("separator", false),
    SPACER("spacer", false);

    private final String schemaName;
    private final boolean field;

    ComponentType(String schemaName, boolean field) {
        this.schemaName = schemaName;
        this.field = field;
    }

    /** Whether it takes an answer. */
    public boolean isField() {
        return field;
    }

    /** Whether it offers options to choose from. */
    public boolean hasOptions() {
        return this == RADIO || this == SELECT || this == CHECKLIST || this == TAGLIST;
    }

    /** Whether a browser sends its input even when nothing stands in it. */
    boolean alwaysSends() {
        return this == TEXTFIELD || this == TEXTAREA || this == NUMBER || this == DATE || this == SELECT;
    }

    /** Whether its answer is a list. */
    public boolean isMultiple() {
        return this == CHECKLIST || this == TAGLIST || this == FILEPICKER;
    }

    static Optional<ComponentType> of(String schemaName) {
        return Arrays.stream(values())
                .filter(t -> t.schemaName.equals(schemaName))
                .findFirst();
    }
}
