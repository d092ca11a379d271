package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;

/** What the lead unit may ask or report outside its tasks, from answers that hold against their forms. */
@Service
public class CaseRequests {

    private final Cases cases;
    private final Progress progress;
    private final Extensions extensions;
    private final Documents documents;
    private final MessageSource messages;

    CaseRequests(Cases cases, Progress progress, Extensions extensions, Documents documents, MessageSource messages) {
        this.cases = cases;
        this.progress = progress;
        this.extensions = extensions;
        this.documents = documents;
        this.messages = messages;
    }

    /** Adds a progress report; answers of form {@code reportProgress}. */
    @Transactional
    public void reportProgress(String caseNumber, Map<String, Object> answers, Actor by) {
        CaseFile file = ofLead(caseNumber, by);
        int percent = answers.get("percent") instanceof Number n ? n.intValue() : 0;
        Object figures = answers.get("figures");
        progress.report(
                file, percent, String.valueOf(answers.get("text")), figures == null ? null : figures.toString(), by);
    }

    /**
     * Asks for an extension; answers of form {@code requestExtension}.
     *
     * @throws Refusal.BadInput when the date asked for is not later than the present one
     */
    @Transactional
    public void requestExtension(String caseNumber, FormSchema schema, Map<String, Object> answers, Actor by) {
        CaseFile file = ofLead(caseNumber, by);
        LocalDate wanted = LocalDate.parse(String.valueOf(answers.get("newDueOn")));
        if (file.dueOn() != null && !wanted.isAfter(file.dueOn())) {
            String key = "assignment.extension.notLater";
            throw new Refusal.BadInput(
                    "newDueOn", messages.getMessage(key, null, key, LocaleContextHolder.getLocale()));
        }
        extensions.request(file, wanted, String.valueOf(answers.get("reason")), by);
        documents.seal(files(schema, answers), null, caseNumber);
    }

    private CaseFile ofLead(String caseNumber, Actor by) {
        CaseFile file = cases.byNumber(caseNumber);
        boolean lead = by.allGroups().contains(Actor.group("officer", file.leadUnit()))
                || by.allGroups().contains(Actor.group("leader", file.leadUnit()));
        if (!lead || !file.processKey().equals(Assignments.PROCESS)) {
            throw new Refusal.Forbidden("case.onlyLead");
        }
        return file;
    }

    private static List<String> files(FormSchema schema, Map<String, Object> answers) {
        var ids = new ArrayList<String>();
        for (String key : schema.fileKeys()) {
            if (answers.get(key) instanceof List<?> list) {
                list.forEach(id -> ids.add(id.toString()));
            }
        }
        return ids;
    }
}
