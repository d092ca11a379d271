package vn.angiang.plan72.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Position;
import vn.angiang.plan72.organization.Staff;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The tree of units, and in each unit its people and their posts. */
@Controller
@RequestMapping("/quan-tri/don-vi")
class UnitController {

    /** Values as typed. */
    record Form(String username, String fullName, String email, String role, String titleVi, String validFrom) {}

    /** A post with the name of who holds it. */
    record Post(String fullName, Position position) {}

    private static final List<String> ROLES = List.of("officer", "leader", "supervisor", "modeler", "admin");

    private final Units units;
    private final People people;
    private final Staff staff;
    private final CurrentActor currentActor;
    private final Input input;
    private final Clock clock;

    UnitController(Units units, People people, Staff staff, CurrentActor currentActor, Input input, Clock clock) {
        this.units = units;
        this.people = people;
        this.staff = staff;
        this.currentActor = currentActor;
        this.input = input;
        this.clock = clock;
    }

    @GetMapping
    String tree(Model model) {
        model.addAttribute("province", ofLevel("province"));
        model.addAttribute("districts", units.districts());
        model.addAttribute("organisations", ofLevel("organisation"));
        model.addAttribute("central", ofLevel("central"));
        model.addAttribute("groups", ofLevel("group"));
        return "admin/units";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model model) {
        fill(model, code, new Form("", "", "", "officer", "", Input.shown(today())));
        return "admin/unit";
    }

    /** Registers the person when the user name is new, then gives the post. */
    @PostMapping("/{code}/chuc-vu")
    Object appoint(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String titleVi,
            @RequestParam(defaultValue = "") String validFrom,
            Model model,
            RedirectAttributes flash) {
        var form = new Form(username, fullName, email, role, titleVi, validFrom);
        try {
            LocalDate from = input.date("validFrom", validFrom);
            var person = staff.engage(username, fullName, email, role, code, titleVi, from, currentActor.get());
            flash.addFlashAttribute("notice", input.say("admin.unit.appointed", person.fullName(), units.nameOf(code)));
            return "redirect:/quan-tri/don-vi/" + code;
        } catch (Refusal.BadInput mistakes) {
            fill(model, code, form);
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("admin/unit", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/{code}/thoi-giu")
    String endPost(
            @PathVariable String code,
            @RequestParam String username,
            @RequestParam String role,
            RedirectAttributes flash) {
        staff.endPost(username, role, code, today(), currentActor.get());
        flash.addFlashAttribute("notice", input.say("admin.unit.postEnded", people.nameOf(username)));
        return "redirect:/quan-tri/don-vi/" + code;
    }

    private void fill(Model model, String code, Form form) {
        Unit unit = units.byCode(code);
        LocalDate today = today();
        model.addAttribute("unit", unit);
        model.addAttribute("parent", unit.parentCode() == null ? null : units.byCode(unit.parentCode()));
        model.addAttribute("children", units.childrenOf(code));
        model.addAttribute(
                "members",
                unit.isGroup()
                        ? units.membersOf(code, today).stream()
                                .map(units::byCode)
                                .toList()
                        : List.of());
        model.addAttribute(
                "successors",
                units.successors(code).stream()
                        .map(s -> units.byCode(s.toCode()))
                        .toList());
        model.addAttribute(
                "posts",
                people.ofUnit(code, today).stream()
                        .flatMap(p -> people.positionsOf(p.username(), today).stream()
                                .filter(post -> post.unitCode().equals(code))
                                .map(post -> new Post(p.fullName(), post)))
                        .toList());
        model.addAttribute("takesPeople", !unit.isGroup() && !unit.isPosition() && unit.existsOn(today));
        model.addAttribute("roles", ROLES);
        model.addAttribute("form", form);
    }

    private List<Unit> ofLevel(String level) {
        return units.all().stream().filter(u -> u.level().equals(level)).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
