package vn.angiang.plan72.accountability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Refusal;

/** The request for explanation and the conclusion as official documents. Always Vietnamese. */
@Service
public class AccountabilityLetters {

    private static final String AGENCY = "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG";
    private static final String PLACE = "An Giang";
    private static final OfficialDocument.Signature CHAIR = new OfficialDocument.Signature("", "CHỦ TỊCH", "");

    private final AccountabilityStore store;
    private final CaseAccess access;
    private final Units units;
    private final OfficialDocuments official;

    AccountabilityLetters(AccountabilityStore store, CaseAccess access, Units units, OfficialDocuments official) {
        this.store = store;
        this.access = access;
        this.units = units;
        this.official = official;
    }

    /**
     * A letter of a case.
     *
     * @param kind {@code yeu-cau} or {@code ket-luan}
     * @param pdf PDF instead of Word
     * @throws Refusal.Conflict when it has not come to that yet
     */
    @Transactional(readOnly = true)
    public byte[] letter(String number, String kind, boolean pdf) {
        access.requireVisible(number);
        AccountabilityCase c = store.of(number);
        OfficialDocument letter = kind.equals("ket-luan") ? conclusion(c) : request(c);
        return pdf ? official.pdf(letter) : official.docx(letter);
    }

    private OfficialDocument request(AccountabilityCase c) {
        if (c.requestNo() == null) {
            throw new Refusal.Conflict("accountability.letter.notYet");
        }
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph("Căn cứ mục III.9 Kế hoạch 72/KH-UBND ngày 17/02/2017 của UBND tỉnh, Chủ tịch UBND"
                + " tỉnh yêu cầu người đứng đầu " + units.actingNameOf(c.unit()) + " giải trình về "
                + about(c) + "."));
        body.add(new Block.Heading("Nội dung phải giải trình"));
        body.add(new Block.Paragraph(text(c.questions())));
        body.add(new Block.Paragraph("Văn bản giải trình kèm tài liệu gửi trước hết ngày " + day(c.explainDueOn())
                + ". Quá thời hạn mà không có giải trình thì hồ sơ vẫn được xem xét theo chứng cứ hiện có"));
        return new OfficialDocument(
                null,
                AGENCY,
                c.requestNo(),
                PLACE,
                c.requestedOn(),
                "",
                "Yêu cầu giải trình",
                body,
                List.of(units.nameOf(c.unit()), units.standingAgency().nameVi(), units.nameOf(c.assessor()), "Lưu: VT"),
                CHAIR);
    }

    private OfficialDocument conclusion(AccountabilityCase c) {
        if (c.conclusion() == null) {
            throw new Refusal.Conflict("accountability.letter.notYet");
        }
        var body = new ArrayList<Block>();
        body.add(
                new Block.Paragraph("Căn cứ mục III.9 Kế hoạch 72/KH-UBND ngày 17/02/2017; sau khi xem xét chứng cứ và "
                        + (c.silent()
                                ? "ghi nhận người đứng đầu không giải trình trong thời hạn"
                                : "giải trình của người đứng đầu")
                        + ", Chủ tịch UBND tỉnh kết luận về trách nhiệm người đứng đầu "
                        + units.actingNameOf(c.unit()) + " đối với " + about(c) + " như sau:"));
        body.add(new Block.Heading("1. Kết luận: " + inWords(c.conclusion())));
        body.add(new Block.Paragraph(text(c.conclusionText())));
        if (c.corrective() != null) {
            body.add(new Block.Heading("2. Việc phải khắc phục"));
            body.add(new Block.Paragraph(c.corrective() + ". Thời hạn: " + day(c.correctiveDueOn())));
        }
        if (c.transferredTo() != null) {
            body.add(new Block.Heading("2. Chuyển cơ quan có thẩm quyền"));
            body.add(new Block.Paragraph("Chuyển hồ sơ đến " + c.transferredTo()
                    + " để xem xét theo thẩm quyền. Kết luận này không phải là quyết định kỷ luật"));
        }
        return new OfficialDocument(
                null,
                AGENCY,
                text(c.conclusionNo()),
                PLACE,
                c.concludedOn(),
                "KẾT LUẬN",
                "Về trách nhiệm người đứng đầu " + units.nameOf(c.unit()),
                body,
                List.of(units.nameOf(c.unit()), units.standingAgency().nameVi(), units.nameOf(c.assessor()), "Lưu: VT"),
                CHAIR);
    }

    private static String about(AccountabilityCase c) {
        return c.trigger().equals("A")
                ? "việc vi phạm, thất thoát, lãng phí vốn (" + c.subject() + ")"
                : "việc không hoàn thành kế hoạch (" + c.subject() + ")";
    }

    private static String inWords(String conclusion) {
        return switch (conclusion) {
            case "NO_RESPONSIBILITY" -> "Không có trách nhiệm";
            case "REMINDED" -> "Nhắc nhở";
            case "SELF_CRITICISM" -> "Kiểm điểm rút kinh nghiệm";
            case "CORRECTIVE_ORDER" -> "Lệnh khắc phục có thời hạn";
            case "TRANSFER_DISCIPLINE" -> "Chuyển cơ quan có thẩm quyền xem xét kỷ luật";
            case "TRANSFER_INSPECTION" -> "Chuyển thanh tra, điều tra";
            default -> throw new IllegalArgumentException("Unknown conclusion " + conclusion);
        };
    }

    private static String text(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null
                ? "…/…/…"
                : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
