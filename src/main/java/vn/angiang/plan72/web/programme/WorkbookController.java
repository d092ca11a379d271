package vn.angiang.plan72.web.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import vn.angiang.plan72.assignment.ProgrammeWorkbook;
import vn.angiang.plan72.assignment.ProgrammeYears;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** The year's list to Excel and back. */
@Controller
@RequestMapping("/giao-viec/{year:20\\d\\d}")
class WorkbookController {

    private static final long LARGEST = 10L * 1024 * 1024;

    private final ProgrammeWorkbook workbook;
    private final ProgrammeYears years;
    private final ProgrammeController list;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    WorkbookController(
            ProgrammeWorkbook workbook,
            ProgrammeYears years,
            ProgrammeController list,
            CurrentActor currentActor,
            MessageSource messages) {
        this.workbook = workbook;
        this.years = years;
        this.list = list;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/danh-muc.xlsx")
    void export(@PathVariable int year, HttpServletResponse response) throws IOException {
        if (!years.mayRead(currentActor.get())) {
            throw new Refusal.Forbidden("programme.notYours");
        }
        if (years.year(year).isEmpty()) {
            throw new Refusal.NotFound("programme.year.unknown", String.valueOf(year));
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"danh-muc-" + year + ".xlsx\"");
        workbook.write(year, response.getOutputStream());
    }

    @PostMapping("/danh-muc")
    ModelAndView take(
            @PathVariable int year, @RequestParam("tep") MultipartFile file, Model model, RedirectAttributes flash)
            throws IOException {
        if (file.getSize() > LARGEST) {
            throw new Refusal.TooLarge("programme.import.tooLarge");
        }
        try (var in = file.getInputStream()) {
            int changed = workbook.read(year, in, currentActor.get());
            flash.addFlashAttribute("notice", say("programme.imported", changed));
            return new ModelAndView("redirect:/giao-viec/" + year);
        } catch (Refusal.BadInput mistakes) {
            return again(year, model, mistakes.errors());
        }
    }

    private ModelAndView again(int year, Model model, List<FieldError> errors) {
        String view = list.list(year, "", false, 0, model);
        model.addAttribute("errors", errors);
        return new ModelAndView(view, model.asMap(), HttpStatus.BAD_REQUEST);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
