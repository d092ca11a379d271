package vn.angiang.plan72.process;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The same names as the real steps, and nothing behind them: every call is answered by whoever tries the draft. */
final class StandIns extends StepCatalogue {

    private final Map<String, Set<String>> names;
    private final List<KnownSteps.Step> known;
    private final TrialEngine.Steps steps;
    private final Clock clock;

    /** @param names bean name to the steps a model may call */
    StandIns(Map<String, Set<String>> names, List<KnownSteps.Step> known, TrialEngine.Steps steps, Clock clock) {
        super(new StaticListableBeanFactory());
        this.names = names;
        this.known = known;
        this.steps = steps;
        this.clock = clock;
    }

    private record StandIn(String bean) {}

    @Override
    Map<String, Set<String>> all() {
        return names;
    }

    @Override
    Object bean(String name) {
        return new StandIn(name);
    }

    @Override
    boolean mayCall(Object base, String method) {
        return base instanceof StandIn it
                && names.getOrDefault(it.bean(), Set.of()).contains(method);
    }

    @Override
    @Nullable
    Object call(Object base, String name, Object @Nullable [] arguments) {
        String bean = ((StandIn) base).bean();
        List<Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
        KnownSteps.Step step = known.stream()
                .filter(s -> s.bean().equals(bean) && s.step().equals(name))
                .filter(s -> s.arguments().size() + 1 == given.size())
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException(
                        "No step '" + bean + "." + name + "' with " + given.size() + " arguments"));
        return steps.call(new TrialEngine.Call(step, given.stream().skip(1).toList(), clock));
    }
}
