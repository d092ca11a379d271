package vn.angiang.plan72.process;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Service;

/** The steps models may call, with the names of their arguments: for pickers and checks. */
@Service
public class KnownSteps {

    private final StepCatalogue catalogue;

    KnownSteps(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One step.
     *
     * @param arguments names after {@code caseNumber}
     */
    public record Step(String bean, String step, List<String> arguments, Class<?> answers) {}

    /** All steps, by bean and name. */
    public List<Step> all() {
        var steps = new ArrayList<Step>();
        catalogue.all().forEach((bean, names) -> {
            for (Method method : AopUtils.getTargetClass(catalogue.bean(bean)).getDeclaredMethods()) {
                if (names.contains(method.getName())
                        && Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()) {
                    steps.add(new Step(bean, method.getName(), arguments(method), method.getReturnType()));
                }
            }
        });
        steps.sort(Comparator.comparing(Step::bean).thenComparing(Step::step));
        return steps;
    }

    private static List<String> arguments(Method method) {
        return Arrays.stream(method.getParameters())
                .skip(1)
                .map(Parameter::getName)
                .toList();
    }
}
