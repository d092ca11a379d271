package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.YamlData;

/** The measures of all indicators and the targets, read once from {@code plan/indicators.yaml}. */
@Component
public class Measures {

    private record Entry(
            String code,
            String kind,
            String time,
            boolean quarterly,
            boolean commune,
            boolean signed,
            String numVi,
            String denVi,
            String numEn,
            String denEn) {}

    record Source(LocalDate on, String source) {}

    /**
     * A relation between two figures of a report.
     *
     * @param left indicator, with {@code .num} or {@code .den} for one side of a ratio
     * @param equals what it must equal, or null
     * @param atMost what it must not exceed, or null
     */
    record Relation(String left, @Nullable String equals, @Nullable String atMost) {}

    private record File(
            List<Entry> measures, List<Relation> checks, List<Target> targets, Map<String, Source> baselines) {}

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Relation> relations;
    private final List<Target> targets;
    private final Map<String, Source> baselines;

    Measures() {
        var file = YamlData.read("plan/indicators.yaml", File.class);
        for (Entry e : file.measures) {
            measures.put(
                    e.code,
                    new Measure(
                            e.code,
                            Measure.Kind.valueOf(e.kind.toUpperCase(Locale.ROOT)),
                            Measure.Time.valueOf(e.time.toUpperCase(Locale.ROOT)),
                            e.quarterly,
                            e.commune,
                            e.signed,
                            e.numVi,
                            e.denVi,
                            e.numEn,
                            e.denEn));
        }
        this.relations = List.copyOf(file.checks);
        this.targets = List.copyOf(file.targets);
        this.baselines = Map.copyOf(file.baselines);
    }

    /** @throws IllegalArgumentException for a code without a measure: a fault of the data files */
    public Measure of(String code) {
        Measure measure = measures.get(code);
        if (measure == null) {
            throw new IllegalArgumentException("No measure of indicator " + code);
        }
        return measure;
    }

    /** All measures in the order of the catalogue. */
    public List<Measure> all() {
        return List.copyOf(measures.values());
    }

    /** The province's target for an indicator, if there is one. */
    public Optional<Target> target(String indicator) {
        return targets.stream().filter(t -> t.indicator().equals(indicator)).findFirst();
    }

    List<Relation> relations() {
        return relations;
    }

    /** Day and source of a baseline series. */
    Source baseline(String name) {
        return baselines.get(name);
    }
}
