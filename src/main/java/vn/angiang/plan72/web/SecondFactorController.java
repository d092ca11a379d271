package vn.angiang.plan72.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.security.SecondFactors;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The person sets up an authenticator. */
@Controller
@RequestMapping("/xac-thuc-hai-lop")
class SecondFactorController {

    private final SecondFactors factors;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    SecondFactorController(SecondFactors factors, CurrentActor currentActor, MessageSource messages) {
        this.factors = factors;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        fill(model, currentActor.get());
        return "security/second-factor";
    }

    @PostMapping
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, Model model) {
        Actor actor = currentActor.get();
        Locale locale = LocaleContextHolder.getLocale();
        try {
            model.addAttribute(
                    "recovery",
                    factors.confirm(actor, code, messages.getMessage("security.factor.wrong", null, locale)));
        } catch (Refusal.BadInput mistakes) {
            fill(model, actor);
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("security/second-factor", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        fill(model, actor);
        return new ModelAndView("security/second-factor", model.asMap());
    }

    private void fill(Model model, Actor actor) {
        boolean on = factors.has(actor.username());
        model.addAttribute("on", on);
        model.addAttribute("left", factors.recoveryLeft(actor.username()));
        if (!on) {
            String secret = factors.begin(actor);
            model.addAttribute("secret", secret.replaceAll("(.{4})(?!$)", "$1 "));
            model.addAttribute(
                    "address", "otpauth://totp/plan72:%s?secret=%s&issuer=plan72".formatted(actor.username(), secret));
        }
    }
}
