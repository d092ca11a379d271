package vn.angiang.plan72.web.inspection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.document.UploadedParts;
import vn.angiang.plan72.inspection.AreaWatches;
import vn.angiang.plan72.inspection.InspectionLetters;
import vn.angiang.plan72.inspection.InspectionPlans;
import vn.angiang.plan72.inspection.Inspections;
import vn.angiang.plan72.inspection.StatutoryInspections;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.taskform.TypedNumber;
import vn.angiang.plan72.web.work.Sent;
import vn.angiang.plan72.web.work.Words;

/** Inspections: the list, and the file of one. */
@Controller
@RequestMapping("/kiem-tra")
class InspectionController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String EVIDENCE = "evidence";
    private static final String NUMBER = "{number:KT-20\\d\\d-\\d{6}}";

    private final Inspections inspections;
    private final InspectionPlans plans;
    private final AreaWatches watches;
    private final StatutoryInspections statutory;
    private final InspectionLetters letters;
    private final UploadedParts uploads;
    private final Documents documents;
    private final Cases cases;
    private final CaseList list;
    private final CaseAccess access;
    private final Units units;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;

    InspectionController(
            Inspections inspections,
            InspectionPlans plans,
            AreaWatches watches,
            StatutoryInspections statutory,
            InspectionLetters letters,
            UploadedParts uploads,
            Documents documents,
            Cases cases,
            CaseList list,
            CaseAccess access,
            Units units,
            CurrentActor currentActor,
            Words words,
            Clock clock) {
        this.inspections = inspections;
        this.plans = plans;
        this.watches = watches;
        this.statutory = statutory;
        this.letters = letters;
        this.uploads = uploads;
        this.documents = documents;
        this.cases = cases;
        this.list = list;
        this.access = access;
        this.units = units;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        fill(model);
        return "inspection/list";
    }

    private void fill(Model model) {
        var actor = currentActor.get();
        boolean overseer = access.scopeOf(actor).everything();
        model.addAttribute(
                "cases",
                list.find(CaseQuery.all().withProcess(Inspections.PROCESS), actor)
                        .cases());
        model.addAttribute("overseer", overseer);
        model.addAttribute(
                "inspector", actor.has("officer", units.standingAgency().code()));
        model.addAttribute(
                "assigner", actor.has("officer", units.standingAgency().code()) || actor.has("officer", "BCD_TINH"));
        model.addAttribute(
                "year", Math.max(2016, Math.min(2020, LocalDate.now(clock).getYear())));
        model.addAttribute("plans", overseer ? plans.years() : List.of());
        model.addAttribute(
                "planMissing",
                plans.years().stream()
                        .noneMatch(p -> p.year()
                                == Math.max(
                                        2016,
                                        Math.min(2020, LocalDate.now(clock).getYear()))));
        model.addAttribute("watches", overseer ? watches.all() : List.of());
        model.addAttribute("references", overseer ? statutory.all() : List.of());
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(u ->
                                !u.isGroup() && !u.isPosition() && !u.level().equals("central"))
                        .filter(u -> !u.level().equals("commune"))
                        .toList());
    }

    private ModelAndView again(Model model, Refusal.BadInput refused) {
        fill(model);
        model.addAttribute("errors", refused.errors());
        return new ModelAndView("inspection/list", model.asMap(), HttpStatus.BAD_REQUEST);
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String scope,
            Model model) {
        try {
            return new ModelAndView("redirect:/kiem-tra/" + inspections.open(unit, kind, scope, currentActor.get()));
        } catch (Refusal.BadInput refused) {
            return again(model, refused);
        }
    }

    @PostMapping("/dia-ban")
    ModelAndView watch(
            @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String member, Model model) {
        try {
            return new ModelAndView("redirect:/ho-so/" + watches.assign(area, member, currentActor.get()));
        } catch (Refusal.BadInput refused) {
            return again(model, refused);
        }
    }

    @PostMapping("/thanh-tra")
    ModelAndView reference(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String decisionNo,
            @RequestParam(defaultValue = "") String decidedOn,
            @RequestParam(defaultValue = "") String subject,
            Model model,
            RedirectAttributes flash) {
        try {
            LocalDate on = TypedDate.read(decidedOn).orElse(LocalDate.MAX);
            statutory.add(
                    new StatutoryInspections.Reference(unit, agency, decisionNo, on, subject), currentActor.get());
            flash.addFlashAttribute("notice", words.say("inspection.added"));
            return new ModelAndView("redirect:/kiem-tra");
        } catch (Refusal.BadInput refused) {
            return again(model, refused);
        }
    }

    @GetMapping("/" + NUMBER)
    String file(@PathVariable String number, Model model) {
        fill(number, model);
        return "inspection/file";
    }

    private void fill(String number, Model model) {
        var inspection = inspections.of(number);
        model.addAttribute("inspection", inspection);
        model.addAttribute("file", cases.byNumber(number));
        boolean writes = inspections.mayWrite(inspection, currentActor.get());
        model.addAttribute("mayFind", writes && !inspection.drawn().isEmpty() && inspection.interviewed() == null);
        model.addAttribute(
                "mayRecommend", writes && inspection.interviewed() != null && inspection.concludedOn() == null);
        model.addAttribute(
                "evidence",
                documents.byId(inspection.findings().stream()
                        .flatMap(f -> f.evidence().stream())
                        .toList()));
        model.addAttribute("uploaded", uploads.shown(new UploadedParts.Place(number, null), currentActor.get()));
        model.addAttribute(
                "kinds", List.of("MISUSE", "LOSS", "WASTE", "WRONG_BENEFICIARY", "DELAY", "PROCEDURE", "RECORDS"));
    }

    @PostMapping("/" + NUMBER + "/phat-hien")
    ModelAndView finding(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        access.requireVisible(number);
        return written(number, typed, model, flash, () -> {
            var sent = Sent.of(request);
            var received = uploads.receive(
                    List.of(EVIDENCE),
                    sent.files(),
                    sent.raw(),
                    new UploadedParts.Place(number, null),
                    currentActor.get(),
                    words.locale());
            if (!received.errors().isEmpty()) {
                throw new Refusal.BadInput(received.errors());
            }
            String amount = typed.getOrDefault("amount", "").strip();
            BigDecimal money = amount.isEmpty()
                    ? BigDecimal.ZERO
                    : TypedNumber.read(amount, 2)
                            .orElseThrow(() -> new Refusal.BadInput("amount", words.say("inspection.error.amount")));
            inspections.addFinding(
                    number,
                    typed.getOrDefault("kind", ""),
                    typed.getOrDefault("place", ""),
                    typed.getOrDefault("text", ""),
                    money,
                    typed.containsKey("repeated"),
                    received.raw().getOrDefault(EVIDENCE, List.of()),
                    currentActor.get());
        });
    }

    @PostMapping("/" + NUMBER + "/kien-nghi")
    ModelAndView recommendation(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        return written(number, typed, model, flash, () -> {
            String finding = typed.getOrDefault("finding", "");
            inspections.addRecommendation(
                    number,
                    finding.matches("\\d{1,18}") ? Long.parseLong(finding) : -1,
                    typed.getOrDefault("text", ""),
                    currentActor.get());
        });
    }

    private ModelAndView written(
            String number, Map<String, String> typed, Model model, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("notice", words.say("inspection.added"));
            return new ModelAndView("redirect:/kiem-tra/" + number);
        } catch (Refusal.BadInput refused) {
            List<FieldError> errors = refused.errors();
            fill(number, model);
            model.addAttribute("errors", errors);
            model.addAttribute("typed", typed);
            return new ModelAndView("inspection/file", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/" + NUMBER + "/{kind:quyet-dinh|bien-ban|ket-luan}.{ending:docx|pdf}")
    void letter(
            @PathVariable String number,
            @PathVariable String kind,
            @PathVariable String ending,
            HttpServletResponse response)
            throws IOException {
        boolean pdf = ending.equals("pdf");
        byte[] content = letters.letter(number, kind, pdf);
        response.setContentType(pdf ? "application/pdf" : WORD);
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + kind + "-" + number + "." + ending + "\"");
        response.getOutputStream().write(content);
    }
}
