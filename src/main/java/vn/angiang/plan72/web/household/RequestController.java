package vn.angiang.plan72.web.household;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.household.HouseholdRequest;
import vn.angiang.plan72.household.HouseholdRequests;
import vn.angiang.plan72.household.RequestIntake;
import vn.angiang.plan72.household.RequestLetters;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.web.work.Words;

/** Requests of single households, for their commune; and the numbers of a year for those above it. */
@Controller
@RequestMapping("/ra-soat")
class RequestController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String REQUEST = "/de-nghi/{number:DN-20\\d\\d-\\d{6}}";

    private final HouseholdRequests requests;
    private final RequestIntake intake;
    private final RequestLetters letters;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Words words;

    RequestController(
            HouseholdRequests requests,
            RequestIntake intake,
            RequestLetters letters,
            CurrentActor currentActor,
            Clock clock,
            Words words) {
        this.requests = requests;
        this.intake = intake;
        this.letters = letters;
        this.currentActor = currentActor;
        this.clock = clock;
        this.words = words;
    }

    /** What was typed into the page of a new request. */
    record Typed(String commune, String code, String headName, String hamlet, String kind, String receivedOn) {}

    /** What was typed into the survey. */
    record TypedSurvey(String members, String area, String needed, String assetPoints, List<Integer> deprived) {}

    /**
     * Requests of the own communes.
     *
     * @throws Refusal.NotFound for people of no commune
     */
    @GetMapping("/de-nghi")
    String all(Model model) {
        fill(model, new Typed("", "", "", "", "", ""));
        return "household/requests";
    }

    private void fill(Model model, Typed typed) {
        var actor = currentActor.get();
        var communes = requests.communesOf(actor);
        if (communes.isEmpty()) {
            throw new Refusal.NotFound("household.request.noCommune");
        }
        model.addAttribute("communes", communes);
        model.addAttribute("requests", requests.of(actor));
        model.addAttribute(
                "mayReceive", communes.stream().anyMatch(c -> actor.allGroups().contains("officer." + c)));
        model.addAttribute("typed", typed);
    }

    @PostMapping("/de-nghi")
    ModelAndView receive(Typed typed, Model model, RedirectAttributes flash) {
        try {
            String number = intake.receive(
                    new RequestIntake.Paper(
                            orEmpty(typed.commune()),
                            orEmpty(typed.code()),
                            orEmpty(typed.headName()),
                            orEmpty(typed.hamlet()),
                            orEmpty(typed.kind()),
                            TypedDate.read(orEmpty(typed.receivedOn())).orElse(null)),
                    currentActor.get());
            flash.addFlashAttribute("notice", words.say("household.request.received", number));
            return new ModelAndView("redirect:/ra-soat/de-nghi/" + number);
        } catch (Refusal.BadInput refused) {
            fill(model, typed);
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("household/requests", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(REQUEST)
    String request(@PathVariable String number, Model model) {
        show(number, model);
        return "household/request";
    }

    private void show(String number, Model model) {
        var actor = currentActor.get();
        HouseholdRequest request = requests.look(number, actor);
        model.addAttribute("r", request);
        model.addAttribute("maySurvey", requests.maySurvey(request, actor));
    }

    @PostMapping(REQUEST + "/khao-sat")
    ModelAndView survey(@PathVariable String number, TypedSurvey typed, Model model, RedirectAttributes flash) {
        try {
            requests.survey(
                    number,
                    new HouseholdRequests.Survey(
                            orEmpty(typed.members()),
                            orEmpty(typed.area()),
                            "true".equals(typed.needed()),
                            orEmpty(typed.assetPoints()),
                            typed.deprived() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(typed.deprived())),
                    currentActor.get());
            flash.addFlashAttribute("notice", words.say("household.saved"));
            return new ModelAndView("redirect:/ra-soat/de-nghi/" + number);
        } catch (Refusal.BadInput refused) {
            show(number, model);
            model.addAttribute("typed", typed);
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("household/request", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(REQUEST + "/van-ban.{ending:docx|pdf}")
    void letter(@PathVariable String number, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        boolean pdf = ending.equals("pdf");
        byte[] content = letters.letter(number, pdf, currentActor.get());
        response.setContentType(pdf ? "application/pdf" : WORD);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"van-ban-" + number + "." + ending + "\"");
        response.getOutputStream().write(content);
    }

    @GetMapping("/trong-nam")
    String thisYear() {
        return "redirect:/ra-soat/trong-nam/" + LocalDate.now(clock).getYear();
    }

    @GetMapping("/trong-nam/{year:20\\d\\d}")
    String year(@PathVariable int year, Model model) {
        model.addAttribute("sums", requests.year(year, currentActor.get()));
        return "household/requests-year";
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
