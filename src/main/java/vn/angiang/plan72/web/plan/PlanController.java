package vn.angiang.plan72.web.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.casefile.PlanStatus;
import vn.angiang.plan72.plan.Clause;
import vn.angiang.plan72.plan.Clauses;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.CurrentActor;

/** The plan page: clause by clause, obligation by obligation, with the live state of the cases behind each. */
@Controller
class PlanController {

    private final Clauses clauses;
    private final Obligations obligations;
    private final PlanStatus status;
    private final CaseList cases;
    private final CurrentActor currentActor;

    PlanController(
            Clauses clauses, Obligations obligations, PlanStatus status, CaseList cases, CurrentActor currentActor) {
        this.clauses = clauses;
        this.obligations = obligations;
        this.status = status;
        this.cases = cases;
        this.currentActor = currentActor;
    }

    /** One obligation with its state. */
    record Row(Obligation of, String text, CaseStatus status) {}

    /** One clause with the obligations that stand directly in it. */
    record Section(Clause clause, String title, CaseStatus status, List<Row> rows) {}

    @GetMapping("/ke-hoach")
    String plan(@RequestParam(name = "nam", defaultValue = "") String year, Model model) {
        var byObligation = state(year(year));
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        var sections = new ArrayList<Section>();
        CaseStatus all = CaseStatus.NONE;
        for (Clause clause : clauses.all()) {
            var rows = new ArrayList<Row>();
            CaseStatus sum = CaseStatus.NONE;
            for (Obligation o : obligations.all()) {
                if (o.clauseId().equals(clause.id())) {
                    CaseStatus s = byObligation.getOrDefault(o.id(), CaseStatus.NONE);
                    rows.add(new Row(o, english ? o.paraphraseEn() : o.paraphraseVi(), s));
                    sum = sum.plus(s);
                }
            }
            all = all.plus(sum);
            sections.add(new Section(clause, english ? clause.titleEn() : clause.titleVi(), sum, rows));
        }
        model.addAttribute("sections", sections);
        model.addAttribute("all", all);
        model.addAttribute("year", year);
        return "plan/plan";
    }

    @GetMapping("/ke-hoach/{id}")
    String obligation(@PathVariable String id, Model model) {
        Obligation o = obligations.byId(id);
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        var found = cases.find(CaseQuery.all().withMatter(CaseQuery.Matter.obligation(id)), currentActor.get());
        model.addAttribute("o", o);
        model.addAttribute("text", english ? o.paraphraseEn() : o.paraphraseVi());
        model.addAttribute("status", state(null).getOrDefault(id, CaseStatus.NONE));
        model.addAttribute("cases", found.cases());
        return "plan/obligation";
    }

    private Map<String, CaseStatus> state(@Nullable Integer year) {
        return status.byObligation(currentActor.get(), year);
    }

    private static @Nullable Integer year(String year) {
        return year.matches("20\\d\\d") ? Integer.valueOf(year) : null;
    }
}
