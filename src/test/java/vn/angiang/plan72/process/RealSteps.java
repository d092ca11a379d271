package vn.angiang.plan72.process;

import java.util.TreeMap;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The application's own step classes, known by type only: enough for every rule, nothing can be called. */
final class RealSteps {

    private RealSteps() {}

    /** A bean factory that knows them by the names models use. */
    static DefaultListableBeanFactory beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        var types = new TreeMap<String, Class<?>>();
        for (var definition : scanner.findCandidateComponents("vn.angiang.plan72")) {
            try {
                Class<?> type = Class.forName(definition.getBeanClassName());
                if (!type.getSimpleName().endsWith("Fake")) {
                    types.put(type.getAnnotation(ProcessSteps.class).value(), type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        var beans = new DefaultListableBeanFactory();
        types.forEach((name, type) -> beans.registerBeanDefinition(name, new RootBeanDefinition(type)));
        return beans;
    }
}
