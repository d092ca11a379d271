package vn.angiang.plan72.web.audit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.process.DemoClock;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The demo clock: what the system takes for now, and moving it forward. */
@Controller
@RequestMapping("/dong-ho")
class ClockController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final DemoClock clock;
    private final WorkingCalendar calendar;
    private final AccessPolicy policy;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ClockController(
            DemoClock clock,
            WorkingCalendar calendar,
            AccessPolicy policy,
            CurrentActor currentActor,
            MessageSource messages) {
        this.clock = clock;
        this.calendar = calendar;
        this.policy = policy;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        if (!clock.isOn()) {
            throw new Refusal.NotFound("process.clock.real");
        }
        model.addAttribute("now", clock.now());
        model.addAttribute("mayMove", mayMove(currentActor.get()));
        return "audit/clock";
    }

    @PostMapping
    String move(
            @RequestParam(name = "them", defaultValue = "") String add,
            @RequestParam(name = "ngay", defaultValue = "") String day,
            RedirectAttributes flash) {
        Actor actor = currentActor.get();
        if (!mayMove(actor)) {
            throw new Refusal.Forbidden("clock.notYours");
        }
        try {
            clock.advanceTo(target(add, day), actor);
            flash.addFlashAttribute("notice", say("clock.moved"));
        } catch (DateTimeParseException e) {
            flash.addFlashAttribute("clockError", say("clock.badDate"));
        } catch (Refusal.Conflict e) {
            flash.addFlashAttribute("clockError", say(e.messageKey()));
        }
        return "redirect:/dong-ho";
    }

    private LocalDateTime target(String add, String day) {
        LocalDate today = clock.now().toLocalDate();
        if (add.matches("[1-9]\\d?")) {
            return calendar.plusWorkingDays(today, Integer.parseInt(add)).atTime(MORNING);
        }
        LocalDate wanted = LocalDate.parse(day.strip(), DAY);
        if (wanted.getYear() > 2030) {
            throw new DateTimeParseException("too far", day, 0);
        }
        return wanted.atTime(MORNING);
    }

    private boolean mayMove(Actor actor) {
        return policy.isAdmin(actor) || policy.isStandingAgency(actor);
    }

    private String say(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }
}
