package vn.angiang.plan72.web.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.Comments;
import vn.angiang.plan72.process.CalledProcesses;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The list of cases and the page of one. */
@Controller
class CaseController {

    private static final int SIZE = 50;

    private final CaseAccess access;
    private final Cases cases;
    private final CaseList list;
    private final Comments comments;
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
            CasePage page,
            DeployedModels models,
            CalledProcesses calledProcesses,
            CurrentActor currentActor,
            Words words) {
        this.access = access;
        this.cases = cases;
        this.list = list;
        this.comments = comments;
        this.page = page;
        this.models = models;
        this.calledProcesses = calledProcesses;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** Filters as they stand in the address. */
    record Filter(String q, String donVi, String nam, String trangThai, String mo, String nghiaVu, int trang) {}

    @GetMapping("/ho-so")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "trang-thai", defaultValue = "") String state,
            @RequestParam(name = "mo", defaultValue = "") String open,
            @RequestParam(name = "nghia-vu", defaultValue = "") String obligation,
            @RequestParam(name = "trang", defaultValue = "0") int number,
            Model model) {
        var filter = new Filter(q, unit, year, state, open, obligation, Math.max(0, number));
        var found = list.find(query(filter, SIZE), currentActor.get());
        model.addAttribute("filter", filter);
        model.addAttribute("cases", found.cases());
        model.addAttribute("more", found.more());
        model.addAttribute("states", CaseState.values());
        return "cases/list";
    }

    /** The filtered list as CSV for a spreadsheet: at most 200 rows a page, the same rows as the screen. */
    @GetMapping(value = "/ho-so.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "trang-thai", defaultValue = "") String state,
            @RequestParam(name = "mo", defaultValue = "") String open,
            @RequestParam(name = "nghia-vu", defaultValue = "") String obligation) {
        var actor = currentActor.get();
        var csv = new CaseCsv(words);
        for (int number = 0; number < 500; number++) {
            var found = list.find(query(new Filter(q, unit, year, state, open, obligation, number), 200), actor);
            found.cases().forEach(csv::add);
            if (!found.more()) {
                break;
            }
        }
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"ho-so.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    private static CaseQuery query(Filter filter, int size) {
        Integer year = filter.nam().matches("\\d{4}") ? Integer.valueOf(filter.nam()) : null;
        Boolean open =
                filter.mo().isEmpty() ? null : Boolean.valueOf(filter.mo().equals("co"));
        return new CaseQuery(
                filter.q(),
                filter.donVi(),
                filter.nghiaVu(),
                year,
                filter.trangThai(),
                open,
                null,
                filter.trang(),
                size);
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
