package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own assignment with one hostile or missing thing each, for tests of every path a model can take. */
public final class HostileCorpus {

    private HostileCorpus() {}

    /**
     * One deployment that must be refused.
     *
     * @param what the rule it breaks and how
     * @param file the one that was changed
     * @param files text by name
     */
    public record Model(String what, String file, Map<String, String> files) {}

    /** All of them. */
    public static List<Model> all() {
        var models = new ArrayList<Model>();
        Stream.of(
                        ModelGateTests.hostileBpmn(),
                        ModelGateTests.hostileExpressions(),
                        ModelGateTests.hostileDmn(),
                        ModelGateTests.hostileForms(),
                        ModelGateTests.incomplete())
                .flatMap(s -> s)
                .forEach(h -> models.add(new Model(h.toString(), h.file(), ModelGateTests.changed(h))));
        return models;
    }
}
