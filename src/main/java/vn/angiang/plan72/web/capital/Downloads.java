package vn.angiang.plan72.web.capital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Files that are made on demand. */
final class Downloads {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Downloads() {}

    /** Says that a workbook of this name follows. */
    static void workbook(HttpServletResponse response, String name) {
        say(response, SHEET, name + ".xlsx");
    }

    /** Sends a letter. */
    static void letter(HttpServletResponse response, String name, String ending, byte[] content) throws IOException {
        say(response, ending.equals("pdf") ? "application/pdf" : WORD, name + "." + ending);
        response.getOutputStream().write(content);
    }

    private static void say(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
