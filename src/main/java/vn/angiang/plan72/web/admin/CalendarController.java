package vn.angiang.plan72.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.calendar.Holiday;
import vn.angiang.plan72.calendar.Holidays;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Days off and make-up days, by year. */
@Controller
@RequestMapping("/quan-tri/lich")
class CalendarController {

    /** Values as typed. */
    record Form(String day, String kind, String nameVi) {}

    private final Holidays holidays;
    private final CurrentActor currentActor;
    private final Input input;
    private final Clock clock;

    CalendarController(Holidays holidays, CurrentActor currentActor, Input input, Clock clock) {
        this.holidays = holidays;
        this.currentActor = currentActor;
        this.input = input;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(name = "nam", required = false) @Nullable Integer year, Model model) {
        fill(model, year == null ? LocalDate.now(clock).getYear() : year, new Form("", "OFF", ""));
        return "admin/calendar";
    }

    @PostMapping
    Object put(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String nameVi,
            @RequestParam(name = "nam") int year,
            Model model,
            RedirectAttributes flash) {
        try {
            LocalDate date = input.date("day", day);
            holidays.put(date, kind(kind), nameVi, currentActor.get());
            flash.addFlashAttribute("notice", input.say("admin.calendar.put", Input.shown(date)));
            return "redirect:/quan-tri/lich?nam=" + date.getYear();
        } catch (Refusal.BadInput mistakes) {
            fill(model, year, new Form(day, kind, nameVi));
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("admin/calendar", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/xoa")
    String remove(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, RedirectAttributes flash) {
        holidays.remove(day, currentActor.get());
        flash.addFlashAttribute("notice", input.say("admin.calendar.removed", Input.shown(day)));
        return "redirect:/quan-tri/lich?nam=" + day.getYear();
    }

    private Holiday.Kind kind(String typed) {
        for (Holiday.Kind kind : Holiday.Kind.values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        throw new Refusal.BadInput(List.of(new FieldError("kind", input.say("admin.calendar.error.kind"))));
    }

    private void fill(Model model, int year, Form form) {
        var years = new TreeSet<>(holidays.years());
        years.add(year);
        model.addAttribute("year", year);
        model.addAttribute("years", new ArrayList<>(years));
        model.addAttribute("holidays", holidays.ofYear(year));
        model.addAttribute("kinds", Holiday.Kind.values());
        model.addAttribute("form", form);
    }
}
