package vn.angiang.plan72.modelling;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Who may write models, and how refusals are said. Modelling is never done for an absent person. */
@Component
class Modelers {

    private final MessageSource messages;

    Modelers(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws Refusal.Forbidden when the actor is neither a modeler nor the system */
    void require(Actor actor) {
        if (!actor.isSystem() && !actor.hasRole(Roles.MODELER)) {
            throw new Refusal.Forbidden("modelling.modelersOnly");
        }
    }

    /** A mistake in one field, in words. */
    Refusal.BadInput mistake(String field, String key, Object... arguments) {
        return new Refusal.BadInput(List.of(new FieldError(field, say(key, arguments))));
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
