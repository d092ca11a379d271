package vn.angiang.plan72.web.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.assignment.ProgrammeItem;
import vn.angiang.plan72.assignment.ProgrammeYear;
import vn.angiang.plan72.assignment.ProgrammeYears;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;
import vn.angiang.plan72.worklist.Inbox;

/** The years and the list of one year. */
@Controller
@RequestMapping("/giao-viec")
class ProgrammeController {

    private static final int SIZE = 50;

    private final ProgrammeYears years;
    private final Obligations obligations;
    private final Units units;
    private final Inbox inbox;
    private final Clock clock;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ProgrammeController(
            ProgrammeYears years,
            Obligations obligations,
            Units units,
            Inbox inbox,
            Clock clock,
            CurrentActor currentActor,
            MessageSource messages) {
        this.years = years;
        this.obligations = obligations;
        this.units = units;
        this.inbox = inbox;
        this.clock = clock;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** A year as the first page shows it; {@code of} is empty until it was opened. */
    record YearRow(int year, Optional<ProgrammeYear> of, ProgrammeYears.StartProgress progress) {}

    /** A row of the list in words. */
    record Row(ProgrammeItem of, String clause, String text, String unit, List<String> problems) {}

    /** Filters as they stand in the address. */
    record Filter(String q, boolean conLai, int trang) {}

    @GetMapping
    String years(Model model) {
        requireReader();
        var present = years.years();
        model.addAttribute(
                "years",
                IntStream.rangeClosed(ProgrammeYears.FIRST_YEAR, ProgrammeYears.LAST_YEAR)
                        .mapToObj(y -> new YearRow(
                                y, present.stream().filter(p -> p.year() == y).findFirst(), years.progress(y)))
                        .toList());
        model.addAttribute("editor", years.isEditor(currentActor.get()));
        return "programme/years";
    }

    @PostMapping
    String open(@RequestParam(name = "nam") int year, RedirectAttributes flash) {
        years.open(year, currentActor.get());
        flash.addFlashAttribute("notice", say("programme.opened", String.valueOf(year)));
        return "redirect:/giao-viec/" + year;
    }

    @GetMapping("/{year:20\\d\\d}")
    String list(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "con-lai", defaultValue = "false") boolean problemsOnly,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model) {
        requireReader();
        ProgrammeYear programme = opened(year);
        LocalDate today = LocalDate.now(clock);
        var items = years.items(year);
        var rows = new ArrayList<Row>();
        String wanted = Texts.searchKey(q);
        for (ProgrammeItem item : items) {
            Row row = row(item, today);
            boolean hit = wanted.isEmpty()
                    || Texts.searchKey(item.obligationId() + " " + row.text() + " " + row.unit() + " "
                                    + item.deliverable())
                            .contains(wanted);
            if (hit && (!problemsOnly || !row.problems().isEmpty())) {
                rows.add(row);
            }
        }
        int first = Math.min(Math.max(0, page) * SIZE, rows.size());
        model.addAttribute("programme", programme);
        model.addAttribute("filter", new Filter(q, problemsOnly, Math.max(0, page)));
        model.addAttribute("rows", rows.subList(first, Math.min(first + SIZE, rows.size())));
        model.addAttribute("found", rows.size());
        model.addAttribute("more", first + SIZE < rows.size());
        model.addAttribute("total", items.size());
        model.addAttribute("left", items.stream().filter(i -> !i.included()).count());
        model.addAttribute(
                "open", items.stream().filter(i -> !i.problems(today).isEmpty()).count());
        model.addAttribute("mayEdit", years.mayEdit(programme, currentActor.get()));
        model.addAttribute("waiting", inbox.ofCase(programme.caseNumber()));
        model.addAttribute("progress", years.progress(year));
        return "programme/list";
    }

    /** The progress bar alone, asked for every two seconds while cases are started. */
    @GetMapping("/{year:20\\d\\d}/tien-do")
    String progress(@PathVariable int year, Model model) {
        requireReader();
        model.addAttribute("programme", opened(year));
        model.addAttribute("progress", years.progress(year));
        return "programme/progress :: progress";
    }

    @PostMapping("/{year:20\\d\\d}/xac-nhan")
    String confirm(@PathVariable int year, RedirectAttributes flash) {
        int confirmed = years.confirmAll(year, currentActor.get());
        flash.addFlashAttribute("notice", say("programme.confirmedAll", confirmed));
        return "redirect:/giao-viec/" + year;
    }

    Row row(ProgrammeItem item, LocalDate today) {
        var obligation = obligations.byId(item.obligationId());
        boolean english = locale().getLanguage().equals("en");
        return new Row(
                item,
                obligation.clause(),
                english ? obligation.paraphraseEn() : obligation.paraphraseVi(),
                units.nameOf(item.unitCode()),
                item.problems(today));
    }

    private ProgrammeYear opened(int year) {
        return years.year(year).orElseThrow(() -> new Refusal.NotFound("programme.year.unknown", String.valueOf(year)));
    }

    private void requireReader() {
        if (!years.mayRead(currentActor.get())) {
            throw new Refusal.Forbidden("programme.notYours");
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
