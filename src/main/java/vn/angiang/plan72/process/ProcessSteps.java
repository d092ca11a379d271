package vn.angiang.plan72.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks the bean whose public methods a model may call: one named step per service task. Nothing else of the
 * application can be reached from an expression.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessSteps {

    /** Name used in models, e.g. {@code assignmentSteps}. */
    @AliasFor(annotation = Component.class)
    String value();
}
