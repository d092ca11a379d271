package vn.angiang.plan72.web.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Consolidation;
import vn.angiang.plan72.reporting.Corrections;
import vn.angiang.plan72.reporting.Period;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.reporting.ReportSheets;
import vn.angiang.plan72.reporting.UnitReport;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;
import vn.angiang.plan72.worklist.Inbox;

/** One period: its reports, its consolidated figures down to the unit. */
@Controller
@RequestMapping("/bao-cao/ky/{code:[0-9A-Z-]{3,20}}")
class PeriodController {

    private final Periods periods;
    private final Completeness completeness;
    private final Consolidation consolidation;
    private final Corrections corrections;
    private final ReportSheets sheets;
    private final Documents documents;
    private final Inbox inbox;
    private final CaseAccess access;
    private final CurrentActor currentActor;
    private final Words words;

    PeriodController(
            Periods periods,
            Completeness completeness,
            Consolidation consolidation,
            Corrections corrections,
            ReportSheets sheets,
            Documents documents,
            Inbox inbox,
            CaseAccess access,
            CurrentActor currentActor,
            Words words) {
        this.periods = periods;
        this.completeness = completeness;
        this.consolidation = consolidation;
        this.corrections = corrections;
        this.sheets = sheets;
        this.documents = documents;
        this.inbox = inbox;
        this.access = access;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String period(@PathVariable String code, Model model) {
        var actor = currentActor.get();
        Period period = periods.byCode(code);
        var fields = completeness.ofPeriod(period, actor);
        boolean overseer = access.scopeOf(actor).everything();
        model.addAttribute("period", period);
        model.addAttribute(
                "fields",
                fields.stream()
                        .filter(f -> !overseer || f.report().level() != UnitReport.Level.COMMUNE)
                        .toList());
        model.addAttribute(
                "accepted",
                fields.stream().filter(f -> f.report().state().counts()).count());
        model.addAttribute(
                "overdue", fields.stream().filter(Completeness.Field::isOverdue).count());
        model.addAttribute("keeper", periods.isKeeper(actor));
        model.addAttribute("overseer", overseer);
        model.addAttribute("me", actor);
        model.addAttribute("waiting", overseer ? inbox.ofCase(period.caseNumber()) : java.util.List.of());
        model.addAttribute(
                "documents",
                documents.ofCase(period.caseNumber()).stream()
                        .filter(d -> d.fieldKey().equals("issuedReport"))
                        .toList());
        return "reporting/period";
    }

    @PostMapping("/mo")
    String open(@PathVariable String code, RedirectAttributes flash) {
        periods.openNow(code, currentActor.get());
        flash.addFlashAttribute("notice", words.say("reporting.opened"));
        return "redirect:/bao-cao/ky/" + code;
    }

    @PostMapping("/don-doc")
    String urge(
            @PathVariable String code,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            RedirectAttributes flash) {
        int urged = completeness.urge(code, unit, currentActor.get());
        flash.addFlashAttribute("notice", words.say("reporting.urge.done", urged));
        return "redirect:/bao-cao/ky/" + code;
    }

    @GetMapping("/tong-hop")
    String consolidated(@PathVariable String code, Model model) {
        Period period = readable(code);
        model.addAttribute("period", period);
        model.addAttribute("lines", consolidation.of(period));
        model.addAttribute("corrections", corrections.of(code));
        model.addAttribute("mayCorrect", period.isLocked() && corrections.may(currentActor.get()));
        model.addAttribute(
                "missing",
                completeness.ofPeriod(period, currentActor.get()).stream()
                        .filter(f -> f.report().level() != UnitReport.Level.COMMUNE
                                && !f.report().state().counts())
                        .map(f -> f.report().unit())
                        .toList());
        return "reporting/consolidated";
    }

    @GetMapping("/tong-hop.xlsx")
    void export(@PathVariable String code, HttpServletResponse response) throws IOException {
        Period period = readable(code);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"tong-hop-" + code + ".xlsx\"");
        sheets.consolidated(period, response.getOutputStream());
    }

    @GetMapping("/tong-hop/{indicator:[A-Z0-9_]{2,40}}")
    String shares(@PathVariable String code, @PathVariable String indicator, Model model) {
        Period period = readable(code);
        var line = consolidation.of(period).stream()
                .filter(l -> l.measure().code().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.indicator.notFound", indicator));
        model.addAttribute("period", period);
        model.addAttribute("line", line);
        model.addAttribute("shares", consolidation.shares(period, indicator));
        model.addAttribute("mayCorrect", period.isLocked() && corrections.may(currentActor.get()));
        return "reporting/shares";
    }

    /** Figures of the whole province are for those who see all units. */
    private Period readable(String code) {
        if (!access.scopeOf(currentActor.get()).everything()) {
            throw new Refusal.Forbidden("reporting.notReader");
        }
        return periods.byCode(code);
    }
}
