package vn.angiang.plan72.web;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Completes the title of every page: "Lỗi: " before it when something has to be corrected (model attributes
 * {@code errors} or {@code hasErrors}), the product's name after it. Only titles in {@code head} filled in by
 * {@code th:text}; not titles in SVG.
 */
@Component
class TitleDialect extends AbstractProcessorDialect {

    /** Before the standard dialect (1000), which fills the title in. */
    private static final int EARLY = 10;

    TitleDialect() {
        super("Page titles", "p72", EARLY);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Title(prefix));
    }

    private static final class Title extends AbstractElementModelProcessor {

        private static final String TEXT = "th:text";

        Title(String prefix) {
            super(TemplateMode.HTML, prefix, "title", false, null, false, EARLY);
        }

        @Override
        protected void doProcess(ITemplateContext context, IModel model, IElementModelStructureHandler handler) {
            boolean inHead =
                    context.getElementStack().stream().anyMatch(tag -> "head".equals(tag.getElementCompleteName()));
            if (!inHead || !(model.get(0) instanceof IProcessableElementTag tag) || !tag.hasAttribute(TEXT)) {
                return;
            }
            var factory = context.getModelFactory();
            String expression = tag.getAttributeValue(TEXT);
            model.replace(0, factory.removeAttribute(tag, TEXT));
            while (model.size() > 2) {
                model.remove(1);
            }
            model.insert(1, factory.createOpenElementTag("th:block", TEXT, expression));
            model.insert(2, factory.createCloseElementTag("th:block"));
            if (hasErrors(context)) {
                model.insert(1, factory.createText(say(context, "layout.errorPrefix") + " "));
            }
            model.insert(model.size() - 1, factory.createText(" – " + say(context, "layout.product")));
        }

        private static boolean hasErrors(ITemplateContext context) {
            return Boolean.TRUE.equals(context.getVariable("hasErrors"))
                    || context.getVariable("errors") instanceof Collection<?> list && !list.isEmpty();
        }

        private static String say(ITemplateContext context, String key) {
            return context.getMessage(Title.class, key, new Object[0], true);
        }
    }
}
