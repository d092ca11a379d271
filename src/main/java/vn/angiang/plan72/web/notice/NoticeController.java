package vn.angiang.plan72.web.notice;

import java.util.Locale;
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
import vn.angiang.plan72.notification.Notice;
import vn.angiang.plan72.notification.NoticeTexts;
import vn.angiang.plan72.notification.Notices;
import vn.angiang.plan72.shared.CurrentActor;

/** The person's own notices. */
@Controller
@RequestMapping("/thong-bao")
class NoticeController {

    private static final int SIZE = 25;

    private final Notices notices;
    private final NoticeTexts texts;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    NoticeController(Notices notices, NoticeTexts texts, CurrentActor currentActor, MessageSource messages) {
        this.notices = notices;
        this.texts = texts;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** A notice ready to show. */
    record Row(long id, String when, String text, @Nullable String caseNumber, boolean read) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long truoc, Model model, Locale locale) {
        var page = notices.page(currentActor.get().username(), truoc, SIZE);
        var rows = page.notices().stream().map(n -> row(n, locale)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("next", page.next());
        model.addAttribute("first", truoc == null);
        model.addAttribute("newestId", rows.isEmpty() ? 0 : rows.get(0).id());
        model.addAttribute("anyUnread", rows.stream().anyMatch(r -> !r.read()));
        return "notice/list";
    }

    /** Marks as read and goes to what it is about. */
    @PostMapping("/{id}")
    String open(@PathVariable long id) {
        return "redirect:" + notices.open(id, currentActor.get().username());
    }

    @PostMapping("/{id}/da-doc")
    String read(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        notices.open(id, currentActor.get().username());
        return marked(1, flash, locale);
    }

    /** Only what the person has been shown: later ones stay unread. */
    @PostMapping("/da-doc")
    String readAll(@RequestParam long den, RedirectAttributes flash, Locale locale) {
        return marked(notices.readAll(currentActor.get().username(), den), flash, locale);
    }

    private String marked(int count, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute(
                "notice", messages.getMessage("notification.list.marked", new Object[] {count}, locale));
        return "redirect:/thong-bao";
    }

    private Row row(Notice n, Locale locale) {
        String text = texts.say(n.messageKey(), n.arguments(), locale);
        return new Row(n.id(), Moments.shown(n.at()), text, n.caseNumber(), n.read());
    }
}
