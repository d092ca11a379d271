package vn.angiang.plan72.process;

import java.util.Map;
import java.util.Set;

/** What the gate lets pass, for tests of other modules that must cover all of it. */
public final class Vocabulary {

    private Vocabulary() {}

    /** BPMN element to its attributes. */
    public static Map<String, Set<String>> bpmn() {
        return GateVocabulary.ELEMENTS;
    }

    /** BPMN elements that hold text. */
    public static Set<String> bpmnTexts() {
        return GateVocabulary.TEXT;
    }

    /** DMN element to its attributes. */
    public static Map<String, Set<String>> dmn() {
        return DmnGate.ELEMENTS;
    }

    /** Form component to its own properties. */
    public static Map<String, Set<String>> forms() {
        return FormGate.COMPONENTS;
    }
}
