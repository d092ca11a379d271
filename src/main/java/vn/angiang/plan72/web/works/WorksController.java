package vn.angiang.plan72.web.works;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.web.work.Words;
import vn.angiang.plan72.works.Proposal;
import vn.angiang.plan72.works.Work;
import vn.angiang.plan72.works.WorksLists;

/** Small works: those of a year, and the list of a case. */
@Controller
@RequestMapping("/cong-trinh")
class WorksController {

    private static final String NUMBER = "/ho-so/{number:[A-Z]{2,4}-20\\d\\d-\\d{6,9}}";

    private final WorksLists lists;
    private final CurrentActor currentActor;
    private final Words words;

    WorksController(WorksLists lists, CurrentActor currentActor, Words words) {
        this.lists = lists;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String ofYear(@RequestParam(defaultValue = "") String nam, Model model) {
        var years = lists.years();
        int year = nam.matches("20\\d\\d")
                ? Integer.parseInt(nam)
                : years.isEmpty() ? words.today().getYear() : years.get(0);
        List<Work> works = lists.ofYear(year);
        model.addAttribute("years", years);
        model.addAttribute("year", year);
        model.addAttribute("works", works);
        model.addAttribute("state", works.stream().mapToLong(Work::state).reduce(0, Math::addExact));
        model.addAttribute("people", works.stream().mapToLong(Work::people).reduce(0, Math::addExact));
        return "works/overview";
    }

    @GetMapping(NUMBER)
    String list(@PathVariable String number, Model model) {
        fill(number, Map.of(), List.of(), model);
        return "works/list";
    }

    private void fill(String number, Map<String, String> typed, List<FieldError> errors, Model model) {
        var actor = currentActor.get();
        var sheet = lists.of(number, actor);
        model.addAttribute("sheet", sheet);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("findings", WorksLists.FINDINGS);
        model.addAttribute(
                "supervised",
                sheet.works().stream()
                        .filter(w -> lists.maySupervise(w, sheet, actor))
                        .map(Work::id)
                        .toList());
    }

    @PostMapping(NUMBER)
    ModelAndView add(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        return done(number, typed, model, () -> {
            var reader = new Reader(typed);
            Proposal proposal = reader.proposal();
            reader.refuse();
            lists.add(number, proposal, currentActor.get());
            flash.addFlashAttribute("notice", words.say("works.added", proposal.name()));
        });
    }

    @PostMapping(NUMBER + "/bo")
    ModelAndView remove(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String id,
            Model model,
            RedirectAttributes flash) {
        return done(number, Map.of(), model, () -> {
            lists.remove(number, idOf(id), currentActor.get());
            flash.addFlashAttribute("notice", words.say("works.removed"));
        });
    }

    @PostMapping(NUMBER + "/nhat-ky")
    ModelAndView supervise(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        return done(number, typed, model, () -> {
            var reader = new Reader(typed);
            LocalDate seenOn = reader.date("seenOn");
            reader.refuse();
            lists.supervise(
                    number,
                    idOf(typed.getOrDefault("id", "")),
                    seenOn,
                    typed.getOrDefault("finding", ""),
                    typed.getOrDefault("text", ""),
                    currentActor.get());
            flash.addFlashAttribute("notice", words.say("works.log.added"));
        });
    }

    private static long idOf(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    private ModelAndView done(String number, Map<String, String> typed, Model model, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/cong-trinh/ho-so/" + number);
        } catch (Refusal.BadInput refused) {
            fill(number, typed, refused.errors(), model);
            return new ModelAndView("works/list", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    /** What was typed, as values; mistakes are gathered. */
    private final class Reader {

        private final Map<String, String> typed;
        private final List<FieldError> errors = new ArrayList<>();

        private Reader(Map<String, String> typed) {
            this.typed = typed;
        }

        private Proposal proposal() {
            return new Proposal(
                    text("commune"),
                    text("hamlet"),
                    text("name"),
                    whole("communes"),
                    typed.containsKey("typicalDesign"),
                    typed.containsKey("onList"),
                    typed.containsKey("communeOwns"),
                    money("state"),
                    money("people"),
                    date("meetingOn"),
                    whole("attended"),
                    whole("agreed"));
        }

        private String text(String field) {
            return typed.getOrDefault(field, "");
        }

        private int whole(String field) {
            if (text(field).strip().matches("\\d{1,6}")) {
                return Integer.parseInt(text(field).strip());
            }
            errors.add(new FieldError(field, words.say("works.error.whole")));
            return 1;
        }

        private long money(String field) {
            String amount = text(field).isBlank() ? "0" : text(field);
            return Dong.read(amount).orElseGet(() -> {
                errors.add(new FieldError(field, words.say("works.error.money")));
                return 0;
            });
        }

        private LocalDate date(String field) {
            return TypedDate.read(text(field)).orElseGet(() -> {
                errors.add(new FieldError(field, words.say("works.error.date")));
                return words.today();
            });
        }

        private void refuse() {
            if (!errors.isEmpty()) {
                throw new Refusal.BadInput(errors);
            }
        }
    }
}
