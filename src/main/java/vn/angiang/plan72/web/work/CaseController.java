package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseBucket;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.Comments;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.process.CalledProcesses;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.supervision.SavedViews;
import vn.angiang.plan72.supervision.SupervisionActs;

/** The list of cases and the page of one. */
@Controller
class CaseController {

    private static final int COUNT_LIMIT = 10_000;
    private static final int SIZE = 50;

    private final CaseAccess access;
    private final Cases cases;
    private final CaseList list;
    private final Comments comments;
    private final CaseSheet sheet;
    private final SavedViews views;
    private final SupervisionActs acts;
    private final Obligations obligations;
    private final CasePage page;
    private final DeployedModels models;
    private final CalledProcesses calledProcesses;
    private final CurrentActor currentActor;
    private final Words words;

    CaseController(
            CaseAccess access,
            Cases cases,
            CaseList list,
            Comments comments,
            CaseSheet sheet,
            SavedViews views,
            SupervisionActs acts,
            Obligations obligations,
            CasePage page,
            DeployedModels models,
            CalledProcesses calledProcesses,
            CurrentActor currentActor,
            Words words) {
        this.access = access;
        this.cases = cases;
        this.list = list;
        this.comments = comments;
        this.sheet = sheet;
        this.views = views;
        this.acts = acts;
        this.obligations = obligations;
        this.page = page;
        this.models = models;
        this.calledProcesses = calledProcesses;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping("/ho-so")
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model) {
        var actor = currentActor.get();
        var filter = CaseFilter.of(parameters).at(Math.max(0, page));
        var query = filter.query(obligations.all());
        var found = list.find(query.withPage(filter.page(), SIZE), actor);
        model.addAttribute("filter", filter);
        model.addAttribute("cases", found.cases());
        model.addAttribute("more", found.more());
        model.addAttribute("total", list.count(query, actor, COUNT_LIMIT + 1));
        model.addAttribute("countLimit", COUNT_LIMIT);
        model.addAttribute("states", CaseState.values());
        model.addAttribute("buckets", CaseBucket.values());
        model.addAttribute("processes", models.processNames());
        model.addAttribute("views", views.of(actor.username()));
        model.addAttribute("mayActOnMany", acts.mayUse(actor));
        return "cases/list";
    }

    /** The filtered list for a spreadsheet: the same rows as the screen, all pages. */
    @GetMapping("/ho-so.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"ho-so.csv\"");
        sheet.csv(CaseFilter.of(parameters).query(obligations.all()), currentActor.get(), response.getOutputStream());
    }

    /** The same as a workbook. */
    @GetMapping("/ho-so.xlsx")
    void xlsx(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"ho-so.xlsx\"");
        sheet.xlsx(CaseFilter.of(parameters).query(obligations.all()), currentActor.get(), response.getOutputStream());
    }

    /** Keeps the filter under a name of one's own. */
    @PostMapping("/ho-so/luu")
    String keep(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "ten", defaultValue = "") String name,
            RedirectAttributes flash) {
        String address = CaseFilter.of(parameters).href("/ho-so", 0);
        views.keep(currentActor.get().username(), name, address);
        flash.addFlashAttribute("notice", words.say("cases.view.kept"));
        return "redirect:" + address;
    }

    @PostMapping("/ho-so/luu/{id:\\d{1,18}}/xoa")
    String forget(@PathVariable long id) {
        views.forget(currentActor.get().username(), id);
        return "redirect:/ho-so";
    }

    @GetMapping("/ho-so/{number}")
    String show(@PathVariable String number, Model model) {
        page.fill(model, visible(number));
        return "cases/case";
    }

    @GetMapping("/ho-so/{number}/so-do.bpmn")
    ResponseEntity<String> diagram(
            @PathVariable String number, @RequestParam(name = "quy-trinh", defaultValue = "") String called) {
        CaseFile file = visible(number);
        String definition = called.isEmpty() ? definitionOf(file) : definitionOfCalled(file, called);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(models.diagram(definition));
    }

    private String definitionOf(CaseFile file) {
        return file.definitionId() == null ? models.latestDefinition(file.processKey()) : file.definitionId();
    }

    private String definitionOfCalled(CaseFile file, String processKey) {
        var called = file.processInstanceId() == null
                ? List.<CalledProcesses.Called>of()
                : calledProcesses.of(file.processInstanceId());
        return called.stream()
                .filter(c -> c.processKey().equals(processKey))
                .map(CalledProcesses.Called::definitionId)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("process.unknown", processKey));
    }

    @PostMapping("/ho-so/{number}/y-kien")
    ModelAndView comment(@PathVariable String number, @RequestParam(defaultValue = "") String text, Model model) {
        try {
            comments.add(
                    number,
                    text,
                    currentActor.get(),
                    words.say("case.comment.empty"),
                    words.say("case.comment.tooLong", Comments.MAX_LENGTH));
            return new ModelAndView("redirect:/ho-so/" + number + "#y-kien");
        } catch (Refusal.BadInput mistakes) {
            page.fill(model, visible(number));
            model.addAttribute("errors", mistakes.errors());
            model.addAttribute("commentText", text);
            return new ModelAndView("cases/case", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private CaseFile visible(String number) {
        access.requireVisible(number);
        return cases.byNumber(number);
    }
}
