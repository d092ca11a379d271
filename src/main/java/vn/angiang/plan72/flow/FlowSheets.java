package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormView;
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.worklist.CaseForms;

/**
 * The sheet of a case (phiếu giải quyết hồ sơ): every step of its flow with its sealed answers, who gave them and when, as
 * an official document. Serves any flow without a document of its own. Always Vietnamese.
 */
@Service
public class FlowSheets {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
    private static final int SEAL_SHOWN = 12;

    private final FlowCases flowCases;
    private final Cases cases;
    private final CaseAccess access;
    private final FormSnapshots snapshots;
    private final CaseForms caseForms;
    private final Forms forms;
    private final AnswerOptions options;
    private final Documents documents;
    private final Units units;
    private final OfficialDocuments official;
    private final Clock clock;

    FlowSheets(
            FlowCases flowCases,
            Cases cases,
            CaseAccess access,
            FormSnapshots snapshots,
            CaseForms caseForms,
            Forms forms,
            AnswerOptions options,
            Documents documents,
            Units units,
            OfficialDocuments official,
            Clock clock) {
        this.flowCases = flowCases;
        this.cases = cases;
        this.access = access;
        this.snapshots = snapshots;
        this.caseForms = caseForms;
        this.forms = forms;
        this.options = options;
        this.documents = documents;
        this.units = units;
        this.official = official;
        this.clock = clock;
    }

    /** Whether a step of such a flow was answered in the case. */
    @Transactional(readOnly = true)
    public boolean isThere(String caseNumber) {
        return !flowCases.unitsByTask(caseNumber).isEmpty();
    }

    /**
     * The sheet as PDF or DOCX.
     *
     * @throws Refusal.NotFound when no step was answered yet
     * @throws Refusal.Forbidden when the current person may not see the case
     */
    @Transactional(readOnly = true)
    public byte[] sheet(String caseNumber, boolean pdf) {
        access.requireVisible(caseNumber);
        CaseFile file = cases.byNumber(caseNumber);
        var unitsByTask = flowCases.unitsByTask(caseNumber);
        if (unitsByTask.isEmpty()) {
            throw new Refusal.NotFound("flow.sheet.none", caseNumber);
        }
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph("Đơn vị chủ trì: " + units.nameOf(file.leadUnit()) + ". Năm kế hoạch: "
                + file.year() + (file.clause() == null ? "." : ". Nghĩa vụ: " + file.obligationId() + ".")));
        var inOrder = new ArrayList<>(snapshots.ofCase(caseNumber));
        Collections.reverse(inOrder);
        int number = 1;
        for (var snapshot : inOrder) {
            String unit = unitsByTask.get(snapshot.task().taskId());
            if (unit != null) {
                body.add(new Block.Heading(number++ + ". " + snapshot.task().taskName()));
                body.add(answers(snapshot));
                body.add(new Block.Note(units.nameOf(unit) + " – " + snapshot.sealedByName() + ", lúc "
                        + moment(snapshot.sealedAt()) + "; mã niêm phong "
                        + snapshot.sha256().substring(0, SEAL_SHOWN)));
            }
        }
        flowCases
                .find(caseNumber)
                .filter(c -> c.endedWith() != null && !c.endedWith().isBlank())
                .ifPresent(c -> body.add(new Block.Paragraph("Kết quả: " + c.endedWith())));
        var sheet = new OfficialDocument(
                null,
                units.nameOf(file.leadUnit()).toUpperCase(VIETNAMESE),
                "",
                "An Giang",
                null,
                "PHIẾU GIẢI QUYẾT HỒ SƠ",
                "Hồ sơ " + caseNumber + ": " + file.title(),
                body,
                List.of(units.nameOf(file.leadUnit()), "Lưu: VT, hồ sơ " + caseNumber),
                new OfficialDocument.Signature("", "THỦ TRƯỞNG ĐƠN VỊ", ""));
        return pdf ? official.pdf(sheet) : official.docx(sheet);
    }

    private Block answers(FormSnapshots.FormSnapshot snapshot) {
        var schema = caseForms.sealedSchema(
                snapshot.form().deploymentId(), snapshot.form().formId());
        var rows = new ArrayList<List<String>>();
        for (FormView.Answer answer : forms.summary(schema, snapshot.answers(), options.all(), VIETNAMESE)) {
            rows.add(List.of(answer.label(), answer.fileIds().isEmpty() ? answer.value() : names(answer.fileIds())));
        }
        return new Block.Table("", List.of("Nội dung", "Trả lời"), rows, Set.of());
    }

    private String names(List<String> fileIds) {
        return String.join(
                "; ",
                documents.byId(fileIds).values().stream().map(d -> d.fileName()).toList());
    }

    private String moment(Instant moment) {
        return MOMENT.format(moment.atZone(clock.getZone()));
    }
}
