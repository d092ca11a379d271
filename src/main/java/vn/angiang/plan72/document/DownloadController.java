package vn.angiang.plan72.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Serves attachments to who may see the case; always to be saved, never shown or run by the browser. */
@Controller
class DownloadController {

    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private final Documents documents;
    private final CaseAccess access;
    private final CurrentActor currentActor;

    DownloadController(Documents documents, CaseAccess access, CurrentActor currentActor) {
        this.documents = documents;
        this.access = access;
        this.currentActor = currentActor;
    }

    @GetMapping("/tep/{id}")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        DocumentRef document = documents.find(id).orElseThrow(DownloadController::notFound);
        access.requireVisible(document.caseNumber());
        Actor actor = currentActor.get();
        boolean visible =
                switch (document.state()) {
                    case SEALED -> true;
                    case PENDING -> document.uploadedBy().equals(actor.username());
                    case REMOVED -> false;
                };
        if (!visible) {
            throw notFound();
        }
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encode(document.fileName()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.sizeBytes());
        documents.write(document.id(), response.getOutputStream());
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound("document.notFound");
    }

    /** RFC 5987. */
    static String encode(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
