package vn.angiang.plan72.web.flow;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.angiang.plan72.flow.FlowSheets;

/** The sheet of a case as Word and PDF. */
@Controller
class FlowSheetController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FlowSheets sheets;

    FlowSheetController(FlowSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/ho-so/{number}/phieu.{ending:docx|pdf}")
    ResponseEntity<byte[]> sheet(@PathVariable String number, @PathVariable String ending) {
        boolean pdf = ending.equals("pdf");
        byte[] content = sheets.sheet(number, pdf);
        return ResponseEntity.ok()
                .header("Content-Type", pdf ? "application/pdf" : WORD)
                .header("Content-Disposition", "attachment; filename=\"phieu-" + number + "." + ending + "\"")
                .body(content);
    }
}
