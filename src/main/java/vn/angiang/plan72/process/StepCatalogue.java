package vn.angiang.plan72.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans marked {@link ProcessSteps} and the methods models may call on them. */
@Component
class StepCatalogue {

    private final ListableBeanFactory beans;
    private volatile @Nullable Map<String, Set<String>> steps;

    StepCatalogue(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Bean name to names of callable methods. */
    Map<String, Set<String>> all() {
        var known = steps;
        if (known == null) {
            known = new TreeMap<>();
            for (String name : beans.getBeanNamesForAnnotation(ProcessSteps.class)) {
                known.put(name, methodsOf(beans.getType(name)));
            }
            steps = known;
        }
        return known;
    }

    /** With how many arguments, the case number counted, a step can be called; empty when there is no such step. */
    Set<Integer> argumentsOf(String bean, String step) {
        Class<?> type = all().containsKey(bean) ? beans.getType(bean) : null;
        return type == null
                ? Set.of()
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> m.getName().equals(step) && Modifier.isPublic(m.getModifiers()))
                        .map(Method::getParameterCount)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean knows(String name) {
        return all().containsKey(name);
    }

    Object bean(String name) {
        return beans.getBean(name);
    }

    /** Whether the object is a step bean and the method one of its steps. */
    boolean mayCall(Object base, String method) {
        Class<?> type = AopUtils.getTargetClass(base);
        return type.isAnnotationPresent(ProcessSteps.class) && methodsOf(type).contains(method);
    }

    /** Calls a step; the classes are package-private on purpose, so this is done here and not by the resolver. */
    @Nullable
    Object call(Object base, String name, Object @Nullable [] arguments) {
        int count = arguments == null ? 0 : arguments.length;
        Method method = Arrays.stream(AopUtils.getTargetClass(base).getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == count)
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException("No step " + name + " with " + count + " arguments"));
        try {
            method.setAccessible(true);
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProcessEngineException("Step " + name + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new ProcessEngineException("Step " + name + " cannot be called", e);
        }
    }

    private static Set<String> methodsOf(@Nullable Class<?> type) {
        if (type == null) {
            return Set.of();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
