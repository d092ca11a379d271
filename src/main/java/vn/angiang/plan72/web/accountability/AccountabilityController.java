package vn.angiang.plan72.web.accountability;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import vn.angiang.plan72.accountability.AccountabilityCases;
import vn.angiang.plan72.accountability.AccountabilityFile;
import vn.angiang.plan72.accountability.AccountabilityLetters;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseLooks;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** Cases of accountability and the file of one. */
@Controller
@RequestMapping("/trach-nhiem")
class AccountabilityController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final AccountabilityCases cases;
    private final AccountabilityFile file;
    private final AccountabilityLetters letters;
    private final CaseList list;
    private final CaseLooks looks;
    private final Units units;
    private final CurrentActor currentActor;
    private final Words words;

    AccountabilityController(
            AccountabilityCases cases,
            AccountabilityFile file,
            AccountabilityLetters letters,
            CaseList list,
            CaseLooks looks,
            Units units,
            CurrentActor currentActor,
            Words words) {
        this.cases = cases;
        this.file = file;
        this.letters = letters;
        this.list = list;
        this.looks = looks;
        this.units = units;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        fill(model);
        return "accountability/list";
    }

    private void fill(Model model) {
        var actor = currentActor.get();
        model.addAttribute(
                "cases",
                list.find(CaseQuery.all().withProcess(AccountabilityCases.PROCESS), actor)
                        .cases());
        model.addAttribute("opener", actor.has("officer", units.standingAgency().code()));
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(u -> u.sanctionable()
                                && !u.isGroup()
                                && !u.isPosition()
                                && !u.level().equals("commune"))
                        .toList());
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String trigger,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        try {
            String number = cases.openByHand(unit, trigger, subject, text, currentActor.get());
            return new ModelAndView("redirect:/trach-nhiem/" + number);
        } catch (Refusal.BadInput refused) {
            fill(model);
            model.addAttribute("errors", refused.errors());
            model.addAttribute("typed", Map.of("unit", unit, "trigger", trigger, "subject", subject, "text", text));
            return new ModelAndView("accountability/list", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/{number:TN-20\\d\\d-\\d{6}}")
    String file(@PathVariable String number, Model model) {
        model.addAttribute("view", file.of(number, currentActor.get()));
        looks.looked(number, "chung-cu", currentActor.get());
        return "accountability/file";
    }

    @PostMapping("/{number:TN-20\\d\\d-\\d{6}}/bo-sung")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes flash) {
        try {
            cases.addStatement(number, text, currentActor.get());
            flash.addFlashAttribute("notice", words.say("accountability.added"));
            return new ModelAndView("redirect:/trach-nhiem/" + number);
        } catch (Refusal.BadInput refused) {
            return again(number, model, refused, "typedText", text);
        }
    }

    @PostMapping("/{number:TN-20\\d\\d-\\d{6}}/gia-han")
    ModelAndView moreTime(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        try {
            cases.askMoreTime(number, reason, currentActor.get());
            flash.addFlashAttribute("notice", words.say("accountability.moreTime.sent"));
            return new ModelAndView("redirect:/trach-nhiem/" + number);
        } catch (Refusal.BadInput refused) {
            return again(number, model, refused, "typedReason", reason);
        }
    }

    private ModelAndView again(String number, Model model, Refusal.BadInput refused, String name, String typed) {
        model.addAttribute("view", file.of(number, currentActor.get()));
        model.addAttribute("errors", refused.errors());
        model.addAttribute(name, typed);
        return new ModelAndView("accountability/file", model.asMap(), HttpStatus.BAD_REQUEST);
    }

    @GetMapping("/{number:TN-20\\d\\d-\\d{6}}/{kind:yeu-cau|ket-luan}.{ending:docx|pdf}")
    void letter(
            @PathVariable String number,
            @PathVariable String kind,
            @PathVariable String ending,
            HttpServletResponse response)
            throws IOException {
        boolean pdf = ending.equals("pdf");
        byte[] content = letters.letter(number, kind, pdf);
        looks.looked(number, kind, currentActor.get());
        response.setContentType(pdf ? "application/pdf" : WORD);
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + kind + "-" + number + "." + ending + "\"");
        response.getOutputStream().write(content);
    }
}
