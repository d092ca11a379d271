package vn.angiang.plan72.web.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.reporting.Figure;
import vn.angiang.plan72.reporting.IssuedReports;
import vn.angiang.plan72.reporting.Measure;
import vn.angiang.plan72.reporting.ReportWorkbook;
import vn.angiang.plan72.reporting.UnitReports;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedNumber;
import vn.angiang.plan72.web.work.Words;
import vn.angiang.plan72.worklist.Inbox;

/** The sheet of a report: a table that works by keyboard, and the same as an Excel file. */
@Controller
@RequestMapping("/bao-cao/{number:B[CX]-20\\d\\d-\\d{6,9}}")
class SheetController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final UnitReports reports;
    private final IssuedReports issued;
    private final ReportWorkbook workbook;
    private final Inbox inbox;
    private final Figures figures;
    private final RecordedInSheet recorded;
    private final CurrentActor currentActor;
    private final Words words;

    SheetController(
            UnitReports reports,
            IssuedReports issued,
            ReportWorkbook workbook,
            Inbox inbox,
            Figures figures,
            RecordedInSheet recorded,
            CurrentActor currentActor,
            Words words) {
        this.reports = reports;
        this.issued = issued;
        this.workbook = workbook;
        this.inbox = inbox;
        this.figures = figures;
        this.recorded = recorded;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping("/so-lieu")
    String sheet(@PathVariable String number, Model model) {
        fill(number, Map.of(), List.of(), model);
        return "reporting/sheet";
    }

    private void fill(String number, Map<String, String> typed, List<FieldError> errors, Model model) {
        var sheet = reports.sheet(number, currentActor.get());
        model.addAttribute("sheet", sheet);
        model.addAttribute("inputs", typed.isEmpty() ? inputs(sheet) : typed);
        model.addAttribute("errors", errors);
        model.addAttribute("recorded", recorded.of(sheet));
        model.addAttribute(
                "fillable", sheet.editable() && !recorded.forBlanks(sheet).isEmpty());
        model.addAttribute("waiting", inbox.ofCase(number));
    }

    /** Puts what the system recorded into the lines that are still blank. */
    @PostMapping("/so-lieu/ghi-nhan")
    ModelAndView fill(
            @PathVariable String number,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            Model model,
            RedirectAttributes flash) {
        try {
            var sheet = reports.sheet(number, currentActor.get());
            int changed = reports.save(number, revision, recorded.forBlanks(sheet), "RECORDED", currentActor.get());
            flash.addFlashAttribute("notice", words.say("reporting.sheet.saved", changed));
            return new ModelAndView("redirect:/bao-cao/" + number + "/so-lieu");
        } catch (Refusal.BadInput mistakes) {
            return again(number, Map.of(), mistakes.errors(), HttpStatus.BAD_REQUEST, model);
        } catch (Refusal.Conflict conflict) {
            String why = words.say(conflict.messageKey(), conflict.arguments());
            return again(number, Map.of(), List.of(new FieldError("", why)), HttpStatus.CONFLICT, model);
        }
    }

    private Map<String, String> inputs(UnitReports.Sheet sheet) {
        var inputs = new HashMap<String, String>();
        for (UnitReports.Line line : sheet.lines()) {
            String code = line.measure().code();
            Figure.Value v = line.figure().value();
            inputs.put("v." + code, figures.typed(v.amount()));
            inputs.put("n." + code, figures.typed(v.numerator()));
            inputs.put("d." + code, figures.typed(v.denominator()));
            inputs.put(
                    "r." + code,
                    line.figure().reason() == null ? "" : line.figure().reason());
        }
        return inputs;
    }

    @PostMapping("/so-lieu")
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        try {
            var sheet = reports.sheet(number, currentActor.get());
            int changed = reports.save(number, revision, entries(sheet, typed), "FORM", currentActor.get());
            flash.addFlashAttribute("notice", words.say("reporting.sheet.saved", changed));
            return new ModelAndView("redirect:/bao-cao/" + number + "/so-lieu");
        } catch (Refusal.BadInput mistakes) {
            return again(number, typed, mistakes.errors(), HttpStatus.BAD_REQUEST, model);
        } catch (Refusal.Conflict conflict) {
            String why = words.say(conflict.messageKey(), conflict.arguments());
            return again(number, typed, List.of(new FieldError("", why)), HttpStatus.CONFLICT, model);
        }
    }

    /** What was typed stays on the page, whatever was wrong with it. */
    private ModelAndView again(
            String number, Map<String, String> typed, List<FieldError> errors, HttpStatus status, Model model) {
        fill(number, typed, errors, model);
        return new ModelAndView("reporting/sheet", model.asMap(), status);
    }

    private List<UnitReports.Entry> entries(UnitReports.Sheet sheet, Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var entries = new ArrayList<UnitReports.Entry>();
        for (UnitReports.Line line : sheet.lines()) {
            Measure m = line.measure();
            if (typed.keySet().stream().anyMatch(k -> k.endsWith("." + m.code()))) {
                var value = m.isRatio()
                        ? Figure.Value.ratio(number(typed, "n.", m, errors), number(typed, "d.", m, errors))
                        : Figure.Value.of(number(typed, "v.", m, errors));
                entries.add(new UnitReports.Entry(m.code(), value, typed.get("r." + m.code())));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return entries;
    }

    private @Nullable BigDecimal number(Map<String, String> typed, String prefix, Measure m, List<FieldError> errors) {
        String text = typed.getOrDefault(prefix + m.code(), "").strip();
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = TypedNumber.read(text, m.decimals());
        if (number.isEmpty()) {
            String key = m.decimals() == 0 ? "reporting.check.notNumber" : "reporting.check.notDecimal";
            errors.add(new FieldError(prefix + m.code(), words.say(key, figures.name(m.code()))));
        }
        return number.orElse(null);
    }

    @GetMapping("/mau.xlsx")
    void template(@PathVariable String number, HttpServletResponse response) throws IOException {
        reports.sheet(number, currentActor.get());
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"mau-" + number + ".xlsx\"");
        workbook.write(number, currentActor.get(), words.locale(), response.getOutputStream());
    }

    @GetMapping("/bao-cao.{ending:docx|pdf}")
    void document(@PathVariable String number, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        boolean pdf = ending.equals("pdf");
        byte[] content = pdf ? issued.pdf(number, currentActor.get()) : issued.docx(number, currentActor.get());
        response.setContentType(pdf ? "application/pdf" : WORD);
        response.setHeader("Content-Disposition", "attachment; filename=\"bao-cao-" + number + "." + ending + "\"");
        response.getOutputStream().write(content);
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
            throw new Refusal.TooLarge("programme.import.tooLarge");
        }
        try (var in = file.getInputStream()) {
            int changed = workbook.read(number, revision, in, currentActor.get());
            flash.addFlashAttribute("notice", words.say("reporting.sheet.uploaded", changed));
            return new ModelAndView("redirect:/bao-cao/" + number + "/so-lieu");
        } catch (Refusal.BadInput mistakes) {
            return again(number, Map.of(), mistakes.errors(), HttpStatus.BAD_REQUEST, model);
        } catch (Refusal.Conflict conflict) {
            String why = words.say(conflict.messageKey(), conflict.arguments());
            return again(number, Map.of(), List.of(new FieldError("", why)), HttpStatus.CONFLICT, model);
        }
    }
}
