package vn.angiang.plan72.process;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expressions see process variables and the steps of {@link StepCatalogue}; nothing else. Without this an expression in
 * a model, a decision or a task query reaches every Spring bean and Java reflection (docs/security.md).
 */
class SafeExpressionManager extends JuelExpressionManager {

    private static final Set<String> ENGINE_OBJECTS = Set.of(
            VariableScopeElResolver.EXECUTION_KEY,
            VariableScopeElResolver.CASE_EXECUTION_KEY,
            VariableScopeElResolver.TASK_KEY,
            VariableScopeElResolver.EXTERNAL_TASK_KEY);

    private final StepCatalogue steps;

    SafeExpressionManager(StepCatalogue steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new StepsResolver());
        resolver.add(new VariablesOnly());
        resolver.add(new VariableContextElResolver());
        resolver.add(new StepCalls());
        return resolver;
    }

    /** Variables of the scope, but never the engine's own objects. */
    private static final class VariablesOnly extends VariableScopeElResolver {
        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null && ENGINE_OBJECTS.contains(property)) {
                throw refused(String.valueOf(property));
            }
            return super.getValue(context, base, property);
        }
    }

    /** Names of step beans; they win over variables so that a variable cannot pose as a step. */
    private final class StepsResolver extends ReadOnlyResolver {
        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null && property instanceof String name && steps.knows(name)) {
                context.setPropertyResolved(true);
                return steps.bean(name);
            }
            return null;
        }
    }

    /** Calls on step beans only; no properties, no other object. */
    private final class StepCalls extends BeanELResolver {

        StepCalls() {
            super(true);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null) {
                throw refused(base.getClass().getSimpleName() + "." + property);
            }
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refused(String.valueOf(property));
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, @Nullable Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base == null || !steps.mayCall(base, String.valueOf(method))) {
                throw refused(String.valueOf(method));
            }
            context.setPropertyResolved(true);
            return steps.call(base, String.valueOf(method), arguments);
        }
    }

    private abstract static class ReadOnlyResolver extends ELResolver {
        @Override
        public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        @Override
        public java.util.@Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
                ELContext context, Object base) {
            return null;
        }
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("An expression may not reach '" + what + "'");
    }
}
