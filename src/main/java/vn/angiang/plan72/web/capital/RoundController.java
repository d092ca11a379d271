package vn.angiang.plan72.web.capital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.capital.CapitalLetters;
import vn.angiang.plan72.capital.CapitalWorkbook;
import vn.angiang.plan72.capital.Ledgers;
import vn.angiang.plan72.capital.Project;
import vn.angiang.plan72.capital.Round;
import vn.angiang.plan72.capital.Rounds;
import vn.angiang.plan72.capital.Source;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** What a case gives to the districts: a table that works by keyboard, and the same as an Excel file. */
@Controller
@RequestMapping("/phan-bo-von/ho-so/{number:[A-Z]{2,4}-20\\d\\d-\\d{6,9}}")
class RoundController {

    private final Rounds rounds;
    private final Ledgers ledgers;
    private final CapitalWorkbook workbook;
    private final CapitalLetters letters;
    private final Rows rows;
    private final Units units;
    private final Money money;
    private final CurrentActor currentActor;
    private final Words words;

    RoundController(
            Rounds rounds,
            Ledgers ledgers,
            CapitalWorkbook workbook,
            CapitalLetters letters,
            Rows rows,
            Units units,
            Money money,
            CurrentActor currentActor,
            Words words) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.workbook = workbook;
        this.letters = letters;
        this.rows = rows;
        this.units = units;
        this.money = money;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** The table in which the work of the case is done: a district's own, or that of the round. */
    @GetMapping
    String table(@PathVariable String number, Model model) {
        var ledger = ledgers.ofCase(number, currentActor.get());
        if (ledger.isPresent()) {
            return "redirect:/phan-bo-von/" + ledger.get().year() + "/"
                    + ledger.get().district();
        }
        Round round = rounds.of(number, currentActor.get());
        fill(round, rows.ofGiven(round.given()), List.of(), model);
        return "capital/round";
    }

    private void fill(Round round, List<Rows.Cells> cells, List<FieldError> errors, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("cells", cells);
        model.addAttribute("errors", errors);
        model.addAttribute("editable", rounds.mayEdit(round, currentActor.get()));
        model.addAttribute("districts", units.districts());
        model.addAttribute(
                "sources",
                java.util.Arrays.stream(Source.values()).filter(s -> !s.own()).toList());
        model.addAttribute("projects", Project.values());
        model.addAttribute("upload", "/phan-bo-von/ho-so/" + round.caseNumber());
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        try {
            int saved = rounds.save(number, revision, rows.read(typed), currentActor.get());
            return saved(number, saved, flash);
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(number, rows.again(typed), refused, model);
        }
    }

    private ModelAndView saved(String number, int saved, RedirectAttributes flash) {
        long total = rounds.of(number, currentActor.get()).total();
        flash.addFlashAttribute("notice", words.say("capital.round.saved", saved, money.dong(total)));
        return new ModelAndView("redirect:/phan-bo-von/ho-so/" + number);
    }

    /** What was typed stays on the page, whatever was wrong with it. */
    private ModelAndView again(String number, List<Rows.Cells> cells, Refusal refused, Model model) {
        Round round = rounds.of(number, currentActor.get());
        fill(round, cells.isEmpty() ? rows.ofGiven(round.given()) : cells, errors(refused), model);
        return new ModelAndView("capital/round", model.asMap(), HttpStatus.valueOf(refused.status()));
    }

    private List<FieldError> errors(Refusal refused) {
        return refused instanceof Refusal.BadInput bad
                ? bad.errors()
                : List.of(new FieldError("", words.say(refused.messageKey(), refused.arguments())));
    }

    @GetMapping("/mau.xlsx")
    void template(@PathVariable String number, HttpServletResponse response) throws IOException {
        rounds.of(number, currentActor.get());
        Downloads.workbook(response, "von-" + number);
        workbook.roundTemplate(number, currentActor.get(), response.getOutputStream());
    }

    @PostMapping("/tep")
    ModelAndView upload(
            @PathVariable String number,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam("tep") MultipartFile file,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        if (file.getSize() > UploadedWorkbook.LARGEST) {
            throw new Refusal.TooLarge("capital.upload.tooLarge");
        }
        try (var in = file.getInputStream()) {
            return saved(number, workbook.readRound(number, revision, in, currentActor.get()), flash);
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(number, List.of(), refused, model);
        }
    }

    @GetMapping("/quyet-dinh.{ending:docx|pdf}")
    void letter(@PathVariable String number, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        byte[] content = letters.given(number, ending.equals("pdf"), currentActor.get());
        Downloads.letter(response, "quyet-dinh-giao-von-" + number, ending, content);
    }
}
