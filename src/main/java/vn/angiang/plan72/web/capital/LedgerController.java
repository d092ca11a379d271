package vn.angiang.plan72.web.capital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import vn.angiang.plan72.capital.Source;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** A district's capital of one year: allocated, disbursed and settled in one table. */
@Controller
@RequestMapping("/phan-bo-von/{year:20\\d\\d}/{district:[A-Z]\\d{3}}")
class LedgerController {

    private final Ledgers ledgers;
    private final CapitalWorkbook workbook;
    private final CapitalLetters letters;
    private final Rows rows;
    private final Units units;
    private final Money money;
    private final CurrentActor currentActor;
    private final Words words;

    LedgerController(
            Ledgers ledgers,
            CapitalWorkbook workbook,
            CapitalLetters letters,
            Rows rows,
            Units units,
            Money money,
            CurrentActor currentActor,
            Words words) {
        this.ledgers = ledgers;
        this.workbook = workbook;
        this.letters = letters;
        this.rows = rows;
        this.units = units;
        this.money = money;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** Which ledger. */
    record Key(int year, String district) {

        String path() {
            return "/phan-bo-von/" + year + "/" + district;
        }
    }

    @GetMapping
    String ledger(@PathVariable int year, @PathVariable String district, Model model) {
        fill(new Key(year, district), Map.of(), List.of(), model);
        return "capital/ledger";
    }

    private void fill(Key key, Map<String, String> typed, List<FieldError> errors, Model model) {
        var sheet = ledgers.sheet(key.year(), key.district(), currentActor.get());
        var places = new ArrayList<>(List.of(units.byCode(key.district())));
        places.addAll(units.childrenOf(key.district()));
        var again = rows.again(typed);
        model.addAttribute("sheet", sheet);
        model.addAttribute("ledger", sheet.ledger());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "cells", again.isEmpty() ? rows.ofLines(sheet.ledger().lines()) : again);
        model.addAttribute("errors", errors);
        model.addAttribute("places", places);
        model.addAttribute("sources", Source.values());
        model.addAttribute(
                "ownSources", Arrays.stream(Source.values()).filter(Source::own).toList());
        model.addAttribute("projects", Project.values());
        model.addAttribute("upload", key.path());
    }

    @PostMapping("/phan-bo")
    ModelAndView allocate(
            @PathVariable int year,
            @PathVariable String district,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        Key key = new Key(year, district);
        try {
            int saved =
                    ledgers.saveAllocation(year, district, revision, rows.read(typed), own(typed), currentActor.get());
            return saved(key, saved, flash);
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(key, typed, refused, model);
        }
    }

    private Map<Source, Long> own(Map<String, String> typed) {
        var own = new EnumMap<Source, Long>(Source.class);
        var errors = new ArrayList<FieldError>();
        Arrays.stream(Source.values()).filter(Source::own).forEach(source -> {
            String field = "own." + source.name();
            if (typed.containsKey(field)) {
                amount(typed.get(field)).ifPresentOrElse(a -> own.put(source, a), () -> errors.add(zero(field)));
            }
        });
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return own;
    }

    private static OptionalLong amount(String typed) {
        return typed.isBlank() ? OptionalLong.of(0) : Dong.read(typed);
    }

    private FieldError zero(String field) {
        return new FieldError(field, words.say("capital.error.amount.zero"));
    }

    private ModelAndView saved(Key key, int saved, RedirectAttributes flash) {
        boolean equal = ledgers.sheet(key.year(), key.district(), currentActor.get())
                .balance()
                .isEqual();
        flash.addFlashAttribute(
                "notice",
                words.say("capital.ledger.saved", saved, words.say(equal ? "capital.equal" : "capital.unequal")));
        return new ModelAndView("redirect:" + key.path());
    }

    @PostMapping("/giai-ngan")
    ModelAndView disburse(
            @PathVariable int year,
            @PathVariable String district,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        Key key = new Key(year, district);
        try {
            ledgers.saveDisbursement(year, district, revision, amounts(typed, "d."), currentActor.get());
            var ledger = ledgers.sheet(year, district, currentActor.get()).ledger();
            flash.addFlashAttribute(
                    "notice",
                    words.say(
                            "capital.disburse.saved",
                            money.dong(ledger.disbursed()),
                            money.percent(ledger.disbursed(), ledger.signed())));
            return new ModelAndView("redirect:" + key.path());
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(key, typed, refused, model);
        }
    }

    @PostMapping("/quyet-toan")
    ModelAndView settle(
            @PathVariable int year,
            @PathVariable String district,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        Key key = new Key(year, district);
        try {
            ledgers.saveSettlement(year, district, revision, amounts(typed, "s."), currentActor.get());
            long settled =
                    ledgers.sheet(year, district, currentActor.get()).ledger().settled();
            flash.addFlashAttribute("notice", words.say("capital.settle.saved", money.dong(settled)));
            return new ModelAndView("redirect:" + key.path());
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(key, typed, refused, model);
        }
    }

    /** Amounts by line; a blank one is 0. */
    private Map<Long, Long> amounts(Map<String, String> typed, String prefix) {
        var amounts = new HashMap<Long, Long>();
        var errors = new ArrayList<FieldError>();
        typed.forEach((field, text) -> {
            if (field.startsWith(prefix) && field.substring(prefix.length()).matches("\\d{1,18}")) {
                amount(text)
                        .ifPresentOrElse(
                                a -> amounts.put(Long.parseLong(field.substring(prefix.length())), a),
                                () -> errors.add(zero(field)));
            }
        });
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return amounts;
    }

    /** What was typed stays on the page, whatever was wrong with it. */
    private ModelAndView again(Key key, Map<String, String> typed, Refusal refused, Model model) {
        var errors = refused instanceof Refusal.BadInput bad
                ? bad.errors()
                : List.of(new FieldError("", words.say(refused.messageKey(), refused.arguments())));
        fill(key, typed, errors, model);
        return new ModelAndView("capital/ledger", model.asMap(), HttpStatus.valueOf(refused.status()));
    }

    @GetMapping("/mau.xlsx")
    void template(@PathVariable int year, @PathVariable String district, HttpServletResponse response)
            throws IOException {
        ledgers.sheet(year, district, currentActor.get());
        Downloads.workbook(response, "phan-bo-" + year + "-" + district);
        workbook.ledgerTemplate(year, district, currentActor.get(), response.getOutputStream());
    }

    @PostMapping("/tep")
    ModelAndView upload(
            @PathVariable int year,
            @PathVariable String district,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam("tep") MultipartFile file,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        if (file.getSize() > UploadedWorkbook.LARGEST) {
            throw new Refusal.TooLarge("capital.upload.tooLarge");
        }
        Key key = new Key(year, district);
        try (var in = file.getInputStream()) {
            return saved(key, workbook.readLedger(year, district, revision, in, currentActor.get()), flash);
        } catch (Refusal.BadInput | Refusal.Conflict refused) {
            return again(key, Map.of(), refused, model);
        }
    }

    @GetMapping("/quyet-dinh.{ending:docx|pdf}")
    void letter(
            @PathVariable int year,
            @PathVariable String district,
            @PathVariable String ending,
            HttpServletResponse response)
            throws IOException {
        byte[] content = letters.allocated(year, district, ending.equals("pdf"), currentActor.get());
        Downloads.letter(response, "quyet-dinh-phan-bo-" + year + "-" + district, ending, content);
    }
}
