package vn.angiang.plan72.web.notice;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.notification.MailOutbox;
import vn.angiang.plan72.notification.MailOutbox.Mail;
import vn.angiang.plan72.notification.MailOutbox.State;
import vn.angiang.plan72.shared.CurrentActor;

/** Outgoing mail for administrators: what waits, what was given up, and the way to send it again. */
@Controller
@RequestMapping("/quan-tri/thu")
class MailController {

    private static final int SIZE = 50;

    private final MailOutbox outbox;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    MailController(MailOutbox outbox, CurrentActor currentActor, MessageSource messages) {
        this.outbox = outbox;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** A mail ready to show; {@code detail} says when it went or goes out. */
    record Row(
            String id,
            String created,
            String to,
            String subject,
            State state,
            String tag,
            String detail,
            @Nullable String error,
            boolean givenUp) {}

    @GetMapping
    String list(
            @RequestParam(name = "tinh-trang", defaultValue = "") String wanted,
            @RequestParam(required = false) @Nullable Long truoc,
            Model model,
            Locale locale) {
        State state = stateOf(wanted).orElse(null);
        var page = outbox.page(state, truoc, SIZE, currentActor.get());
        model.addAttribute(
                "rows", page.mails().stream().map(m -> row(m, locale)).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("first", truoc == null);
        model.addAttribute("states", State.values());
        model.addAttribute("state", state);
        model.addAttribute("enabled", outbox.isEnabled());
        return "notice/outbox";
    }

    @PostMapping("/{id}/gui-lai")
    String retry(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        outbox.retry(id, currentActor.get());
        flash.addFlashAttribute("notice", messages.getMessage("notification.outbox.retried", null, locale));
        return "redirect:/quan-tri/thu";
    }

    private Row row(Mail m, Locale locale) {
        String detail =
                switch (m.state()) {
                    case SENT -> say("sentAt", m.sentAt() == null ? "" : Moments.shown(m.sentAt()), locale);
                    case WAITING -> say("nextAt", Moments.shown(m.nextAt()), locale);
                    case FAILED, OUTDATED -> say("attempts", String.valueOf(m.attempts()), locale);
                };
        String tag =
                switch (m.state()) {
                    case SENT -> "done";
                    case WAITING -> "intime";
                    case FAILED -> "overdue";
                    case OUTDATED -> "neutral";
                };
        return new Row(
                String.valueOf(m.id()),
                Moments.shown(m.createdAt()),
                m.address(),
                m.subject(),
                m.state(),
                tag,
                detail,
                m.lastError(),
                m.state() == State.FAILED || m.state() == State.OUTDATED);
    }

    private String say(String key, String argument, Locale locale) {
        return messages.getMessage("notification.outbox." + key, new Object[] {argument}, locale);
    }

    private static Optional<State> stateOf(String wanted) {
        for (State state : State.values()) {
            if (state.name().equals(wanted)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
