package vn.angiang.plan72.web;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IModel;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Completes the title of every page: "Lỗi: " before it when something has to be corrected (model attributes
 * {@code errors} or {@code hasErrors}), the product's name after it. Only {@code head > title}, not titles in SVG.
 */
@Component
class TitleDialect extends AbstractProcessorDialect {

    private static final int AFTER_STANDARD = 2_000;

    TitleDialect() {
        super("Page titles", "p72", AFTER_STANDARD);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Title(prefix));
    }

    private static final class Title extends AbstractElementModelProcessor {

        Title(String prefix) {
            super(TemplateMode.HTML, prefix, "title", false, null, false, AFTER_STANDARD);
        }

        @Override
        protected void doProcess(ITemplateContext context, IModel model, IElementModelStructureHandler handler) {
            var around = context.getElementStack();
            boolean inHead = around.stream().anyMatch(tag -> "head".equals(tag.getElementCompleteName()));
            if (!inHead || model.size() < 2) {
                return;
            }
            var factory = context.getModelFactory();
            model.insert(
                    model.size() - 1,
                    factory.createText(" – " + context.getMessage(getClass(), "layout.product", new Object[0], true)));
            boolean errors = Boolean.TRUE.equals(context.getVariable("hasErrors"))
                    || context.getVariable("errors") instanceof Collection<?> list && !list.isEmpty();
            if (errors) {
                model.insert(
                        1,
                        factory.createText(
                                context.getMessage(getClass(), "layout.errorPrefix", new Object[0], true) + " "));
            }
        }
    }
}
