package vn.angiang.plan72.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.security.Account;
import vn.angiang.plan72.security.Accounts;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The person changes the own password. */
@Controller
@RequestMapping("/mat-khau")
class PasswordController {

    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    PasswordController(Accounts accounts, CurrentActor currentActor, MessageSource messages) {
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        fill(model);
        return "security/password";
    }

    @PostMapping
    Object change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var session = request.getSession(false);
        try {
            accounts.changeOwn(currentActor.get(), current, password, repeat, session == null ? null : session.getId());
        } catch (Refusal.BadInput mistakes) {
            fill(model);
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("security/password", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        flash.addFlashAttribute(
                "notice", messages.getMessage("security.password.changed", null, LocaleContextHolder.getLocale()));
        return "redirect:/mat-khau";
    }

    private void fill(Model model) {
        var account = accounts.find(currentActor.get().username());
        model.addAttribute("mustChange", account.map(Account::mustChange).orElse(false));
        model.addAttribute("username", currentActor.get().username());
        model.addAttribute("shortest", accounts.shortestPassword());
    }
}
