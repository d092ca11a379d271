package vn.angiang.plan72.web.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.supervision.FeedCalendar;
import vn.angiang.plan72.supervision.FeedTokens;

/** Lịch hạn việc: the page on which a person makes or revokes the address, and what calendar programs read there. */
@Controller
class FeedController {

    private final FeedTokens tokens;
    private final FeedCalendar calendar;
    private final FeedLimit limit;
    private final CurrentActor currentActor;

    FeedController(FeedTokens tokens, FeedCalendar calendar, FeedLimit limit, CurrentActor currentActor) {
        this.tokens = tokens;
        this.calendar = calendar;
        this.limit = limit;
        this.currentActor = currentActor;
    }

    @GetMapping("/lich")
    String page(Model model) {
        model.addAttribute("feed", tokens.of(currentActor.get().username()).orElse(null));
        return "supervision/feed";
    }

    @PostMapping("/lich")
    String create(RedirectAttributes flash) {
        String token = tokens.create(currentActor.get().username());
        flash.addFlashAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/lich/" + token + ".ics")
                        .toUriString());
        return "redirect:/lich";
    }

    @PostMapping("/lich/thu-hoi")
    String revoke() {
        tokens.revoke(currentActor.get().username());
        return "redirect:/lich";
    }

    /** Read by calendar programs, which cannot sign in. Unknown and revoked addresses are the same: not there. */
    @GetMapping("/lich/{token:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<String> read(@PathVariable String token, HttpServletRequest request) {
        if (!limit.admits(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", "60")
                    .build();
        }
        Optional<String> owner = tokens.owner(token);
        if (owner.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(calendar.of(owner.get()));
    }
}
