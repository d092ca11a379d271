package vn.angiang.plan72.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.angiang.plan72.security.SignInNotice;
import vn.angiang.plan72.security.SignInWays;
import vn.angiang.plan72.shared.CurrentActor;

/** The sign-in page; the sign-in itself is done by the security filters. */
@Controller
class SignInController {

    private final CurrentActor currentActor;
    private final SignInWays ways;

    SignInController(CurrentActor currentActor, SignInWays ways) {
        this.currentActor = currentActor;
        this.ways = ways;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/viec";
    }

    @GetMapping("/dang-nhap")
    String signIn(HttpServletRequest request, Model model) {
        if (currentActor.signedIn().isPresent()) {
            return "redirect:/viec";
        }
        SignInNotice.take(request).ifPresent(notice -> {
            model.addAttribute("signInNotice", notice);
            model.addAttribute("hasErrors", true);
        });
        model.addAttribute("ways", ways);
        model.addAttribute("ended", request.getParameter("het-phien") != null);
        model.addAttribute("left", request.getParameter("da-thoat") != null);
        return "security/sign-in";
    }
}
