package vn.angiang.plan72.web.admin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.security.Accounts;
import vn.angiang.plan72.security.SecondFactors;
import vn.angiang.plan72.security.SignInWays;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** The account of a person: made, closed, unlocked, given a new password. */
@Controller
@RequestMapping("/quan-tri/tai-khoan/{username}")
class AccountController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final People people;
    private final SignInWays ways;
    private final AccessPolicy policy;
    private final Input input;

    AccountController(
            Accounts accounts,
            SecondFactors factors,
            People people,
            SignInWays ways,
            AccessPolicy policy,
            Input input) {
        this.accounts = accounts;
        this.factors = factors;
        this.people = people;
        this.ways = ways;
        this.policy = policy;
        this.input = input;
    }

    @GetMapping
    String show(@PathVariable String username, Model model) {
        policy.requireAdmin();
        fill(username, model);
        return "admin/account";
    }

    /** {@code viec} is the act, one of the texts below {@code security.account}. */
    @PostMapping
    Object act(
            @PathVariable String username,
            @RequestParam(name = "viec", defaultValue = "") String act,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes flash) {
        Actor admin = policy.requireAdmin();
        try {
            perform(act, username, password, admin);
        } catch (Refusal.BadInput mistakes) {
            fill(username, model);
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("admin/account", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        String done = input.say("security.account." + act, ways.issuerName());
        flash.addFlashAttribute("notice", input.say("security.account.done", done));
        flash.addAttribute("username", username);
        return "redirect:/quan-tri/tai-khoan/{username}";
    }

    private void perform(String act, String username, String password, Actor admin) {
        switch (act) {
            case "create" -> accounts.create(username, password, admin);
            case "createIssuer" -> accounts.createForIssuer(username, admin);
            case "reset" -> accounts.reset(username, password, admin);
            case "close" -> close(username, admin);
            case "open" -> accounts.enable(username, true, admin);
            case "unlock" -> accounts.lock(username, null, admin);
            case "endSessions" -> accounts.endSessions(username, admin);
            case "removeFactor" -> factors.remove(username, admin);
            case "forgetIdentity" -> accounts.forgetIdentity(username, admin);
            default -> throw new Refusal.NotFound("security.account.noPerson", username);
        }
    }

    /** Whoever could close the own account could leave a system without administrator. */
    private void close(String username, Actor admin) {
        if (username.equals(admin.username())) {
            throw new Refusal.Conflict("security.account.own");
        }
        accounts.enable(username, false, admin);
    }

    private void fill(String username, Model model) {
        var person = people.byUsername(username)
                .orElseThrow(() -> new Refusal.NotFound("security.account.noPerson", username));
        model.addAttribute("person", person);
        model.addAttribute("account", accounts.find(username).orElse(null));
        model.addAttribute("sessions", accounts.sessionsOf(username));
        model.addAttribute("shortest", accounts.shortestPassword());
        model.addAttribute("factor", factors.has(username));
        model.addAttribute("ways", ways);
    }
}
