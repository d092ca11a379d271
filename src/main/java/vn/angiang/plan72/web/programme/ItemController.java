package vn.angiang.plan72.web.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import vn.angiang.plan72.assignment.ProgrammeItem;
import vn.angiang.plan72.assignment.ProgrammeYears;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** One row of the year's list: deliverable, date, whether it is given out, what was confirmed. */
@Controller
@RequestMapping("/giao-viec/{year:20\\d\\d}/{id:\\d+}")
class ItemController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 4000;

    private final ProgrammeYears years;
    private final ProgrammeController list;
    private final Clock clock;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ItemController(
            ProgrammeYears years,
            ProgrammeController list,
            Clock clock,
            CurrentActor currentActor,
            MessageSource messages) {
        this.years = years;
        this.list = list;
        this.clock = clock;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** What the form holds, as typed. */
    record Form(String deliverable, String due, boolean included, boolean lead, boolean dated, long revision) {}

    @GetMapping
    ModelAndView show(@PathVariable int year, @PathVariable long id, Model model) {
        ProgrammeItem item = item(year, id);
        var due = item.dueOn() == null
                ? ""
                : DateTimeFormatter.ofPattern("dd/MM/yyyy").format(item.dueOn());
        var form = new Form(
                item.deliverable(), due, item.included(), item.leadConfirmed(), item.datedConfirmed(), item.revision());
        return page(model, item, form, List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String deliverable,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "false") boolean included,
            @RequestParam(defaultValue = "false") boolean lead,
            @RequestParam(defaultValue = "false") boolean dated,
            @RequestParam(defaultValue = "0") long revision,
            Model model,
            RedirectAttributes flash) {
        ProgrammeItem item = item(year, id);
        var form = new Form(deliverable, due, included, lead, dated, revision);
        var errors = new ArrayList<FieldError>();
        String text = Texts.clean(deliverable);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            errors.add(new FieldError("deliverable", say("programme.item.deliverable.error", LONGEST)));
        }
        LocalDate day = day(due, errors);
        if (!errors.isEmpty()) {
            return page(model, item, form, errors, HttpStatus.BAD_REQUEST);
        }
        try {
            years.change(
                    new ProgrammeItem(
                            id,
                            year,
                            item.obligationId(),
                            item.unitCode(),
                            text,
                            day,
                            item.dueBasis(),
                            item.leadDerived(),
                            lead,
                            dated,
                            included,
                            null,
                            revision),
                    currentActor.get());
        } catch (Refusal.Conflict conflict) {
            var now = years.item(id);
            var again = new Form(deliverable, due, included, lead, dated, now.revision());
            var words = List.of(new FieldError("", say(conflict.messageKey(), conflict.arguments())));
            return page(model, now, again, words, HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("notice", say("programme.item.saved"));
        return new ModelAndView("redirect:/giao-viec/" + year + "?con-lai=true");
    }

    private @Nullable LocalDate day(String typed, List<FieldError> errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip(), DAY);
            if (!day.isAfter(LocalDate.now(clock))) {
                errors.add(new FieldError("due", say("programme.problem.datePassed")));
            }
            return day;
        } catch (DateTimeParseException e) {
            errors.add(new FieldError("due", say("programme.item.due.error")));
            return null;
        }
    }

    private ProgrammeItem item(int year, long id) {
        if (!years.mayRead(currentActor.get())) {
            throw new Refusal.Forbidden("programme.notYours");
        }
        ProgrammeItem item = years.item(id);
        if (item.year() != year) {
            throw new Refusal.NotFound("programme.item.notFound");
        }
        return item;
    }

    private ModelAndView page(Model model, ProgrammeItem item, Form form, List<FieldError> errors, HttpStatus status) {
        model.addAttribute("row", list.row(item, LocalDate.now(clock)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        boolean editable = years.year(item.year())
                .map(y -> years.mayEdit(y, currentActor.get()))
                .orElse(false);
        model.addAttribute("mayEdit", editable);
        return new ModelAndView("programme/item", model.asMap(), status);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
