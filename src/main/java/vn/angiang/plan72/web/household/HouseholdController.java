package vn.angiang.plan72.web.household;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
import vn.angiang.plan72.household.HouseholdLists;
import vn.angiang.plan72.household.HouseholdRequests;
import vn.angiang.plan72.household.HouseholdReviews;
import vn.angiang.plan72.household.HouseholdWorkbook;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** Reviews of poor households: the sums of a year, and the list of a commune for its own people. */
@Controller
@RequestMapping("/ra-soat")
class HouseholdController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String COMMUNE = "/xa/{number:RS-20\\d\\d-\\d{6}}";

    private final HouseholdReviews reviews;
    private final HouseholdLists lists;
    private final HouseholdWorkbook workbook;
    private final HouseholdRequests requests;
    private final CurrentActor currentActor;
    private final Words words;

    HouseholdController(
            HouseholdReviews reviews,
            HouseholdLists lists,
            HouseholdWorkbook workbook,
            HouseholdRequests requests,
            CurrentActor currentActor,
            Words words) {
        this.reviews = reviews;
        this.lists = lists;
        this.workbook = workbook;
        this.requests = requests;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        var actor = currentActor.get();
        model.addAttribute("reviews", reviews.visibleTo(actor));
        model.addAttribute("communes", reviews.communesOf(actor));
        model.addAttribute("ofCommune", !requests.communesOf(actor).isEmpty());
        return "household/list";
    }

    @GetMapping("/{number:[A-Z][A-Z]-20\\d\\d-\\d{6}}")
    String review(@PathVariable String number, Model model) {
        model.addAttribute("sums", reviews.sums(number));
        return "household/review";
    }

    @GetMapping(COMMUNE)
    String commune(
            @PathVariable String number, @RequestParam(name = "trang", defaultValue = "0") int page, Model model) {
        fill(number, page, model);
        return "household/commune";
    }

    private void fill(String number, int page, Model model) {
        var actor = currentActor.get();
        var line = reviews.commune(number);
        model.addAttribute("line", line);
        boolean own = lists.isOfCommune(line.commune(), actor);
        model.addAttribute("own", own);
        if (own) {
            model.addAttribute("page", lists.page(number, page, actor));
            model.addAttribute("number", Math.max(0, page));
            model.addAttribute("complaints", lists.complaints(number, actor));
            model.addAttribute("mayWrite", lists.mayWrite(line.commune(), actor));
            model.addAttribute(
                    "mayComplain",
                    List.of("POSTED", "COMPLAINTS").contains(line.commune().state()));
        }
    }

    @GetMapping(COMMUNE + "/danh-sach.xlsx")
    void template(@PathVariable String number, HttpServletResponse response) throws IOException {
        var actor = currentActor.get();
        response.setContentType(EXCEL);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"ra-soat-" + number + ".xlsx\"");
        workbook.write(number, actor, response.getOutputStream());
    }

    @PostMapping(COMMUNE + "/nhap")
    ModelAndView upload(
            @PathVariable String number,
            @RequestParam(name = "tep", required = false) MultipartFile file,
            Model model,
            RedirectAttributes flash) {
        return act(number, model, flash, () -> {
            if (file == null || file.isEmpty()) {
                throw new Refusal.BadInput("tep", words.say("household.import.none"));
            }
            if (file.getSize() > UploadedWorkbook.LARGEST) {
                throw new Refusal.TooLarge("refusal.tooLarge");
            }
            try (var in = file.getInputStream()) {
                return words.say("household.imported", workbook.read(number, in, currentActor.get()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @PostMapping(COMMUNE + "/khieu-nai")
    ModelAndView complain(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String household,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes flash) {
        return act(number, model, flash, () -> {
            lists.complain(number, household, text, currentActor.get());
            return words.say("household.saved");
        });
    }

    @PostMapping(COMMUNE + "/khieu-nai/{id:\\d{1,18}}")
    ModelAndView resolve(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            Model model,
            RedirectAttributes flash) {
        return act(number, model, flash, () -> {
            lists.resolve(number, id, outcome, currentActor.get());
            return words.say("household.saved");
        });
    }

    /** Something done on a commune's page; what is wrong with it is shown there. */
    private interface Doing {
        String run();
    }

    private ModelAndView act(String number, Model model, RedirectAttributes flash, Doing doing) {
        try {
            flash.addFlashAttribute("notice", doing.run());
            return new ModelAndView("redirect:/ra-soat/xa/" + number);
        } catch (Refusal.BadInput refused) {
            fill(number, 0, model);
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("household/commune", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }
}
