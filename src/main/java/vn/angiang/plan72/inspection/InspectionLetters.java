package vn.angiang.plan72.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Refusal;

/** Decision, minutes and conclusion of an inspection as official documents. Always Vietnamese. */
@Service
public class InspectionLetters {

    private static final String ABOVE = "UBND TỈNH AN GIANG";
    private static final String AGENCY = "SỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI";
    private static final String PLACE = "An Giang";

    private final InspectionStore store;
    private final CaseAccess access;
    private final Units units;
    private final People people;
    private final OfficialDocuments official;

    InspectionLetters(
            InspectionStore store, CaseAccess access, Units units, People people, OfficialDocuments official) {
        this.store = store;
        this.access = access;
        this.units = units;
        this.people = people;
        this.official = official;
    }

    /**
     * A document of an inspection.
     *
     * @param kind {@code quyet-dinh}, {@code bien-ban} or {@code ket-luan}
     * @throws Refusal.Conflict when it has not come to that yet
     */
    @Transactional(readOnly = true)
    public byte[] letter(String number, String kind, boolean pdf) {
        access.requireVisible(number);
        Inspection i = store.of(number);
        OfficialDocument letter =
                switch (kind) {
                    case "quyet-dinh" -> decision(i);
                    case "bien-ban" -> minutes(i);
                    default -> conclusion(i);
                };
        return pdf ? official.pdf(letter) : official.docx(letter);
    }

    private OfficialDocument decision(Inspection i) {
        require(i.decisionNo());
        var body = new ArrayList<Block>();
        body.add(new Block.Heading("Điều 1. Phạm vi"));
        body.add(new Block.Paragraph("Kiểm tra tại " + units.actingNameOf(i.unit()) + ". Nội dung: " + i.scope()));
        body.add(new Block.Heading("Điều 2. Thời gian"));
        body.add(new Block.Paragraph(
                "Từ ngày " + InspectionFacts.day(i.startsOn()) + " đến ngày " + InspectionFacts.day(i.endsOn()) + "."));
        body.add(new Block.Heading("Điều 3. Đoàn kiểm tra"));
        body.add(new Block.Paragraph(i.members().stream().map(people::nameOf).collect(Collectors.joining("; ")) + "."));
        body.add(new Block.Heading("Điều 4. Trách nhiệm thi hành"));
        body.add(new Block.Paragraph("Đoàn kiểm tra và đơn vị được kiểm tra chịu trách nhiệm thi hành Quyết định này"));
        return letter(i, i.decisionNo(), i.decidedOn(), "QUYẾT ĐỊNH", "Về việc kiểm tra tại ", body);
    }

    private OfficialDocument minutes(Inspection i) {
        require(i.siteSummary());
        var body = new ArrayList<Block>();
        body.add(new Block.Heading("1. Địa bàn rút thăm"));
        body.add(new Block.Paragraph(i.drawn().stream().map(units::nameOf).collect(Collectors.joining(", "))
                + ". Hạt giống rút thăm: " + i.drawSeed() + "."));
        body.add(new Block.Heading("2. Diễn biến"));
        body.add(new Block.Paragraph(i.siteSummary() + "\nSố người hưởng lợi đã hỏi: " + i.interviewed() + "."));
        body.add(findings(i));
        if ("REMARKED".equals(i.unitSigns())) {
            body.add(new Block.Heading("3. Ý kiến khác của đơn vị"));
            body.add(new Block.Paragraph(String.valueOf(i.unitRemark())));
        }
        body.add(new Block.Paragraph("Biên bản lập thành hai bản, mỗi bên giữ một bản"));
        return letter(i, "/BB-KT", i.startsOn(), "BIÊN BẢN", "Làm việc tại ", body);
    }

    private OfficialDocument conclusion(Inspection i) {
        require(i.conclusionNo());
        var body = new ArrayList<Block>();
        body.add(new Block.Heading("1. Kết quả kiểm tra"));
        body.add(findings(i));
        body.add(new Block.Heading("2. Ý kiến của đơn vị"));
        body.add(new Block.Paragraph(
                i.silent() || i.explanation() == null ? "Đơn vị không có ý kiến trong thời hạn." : i.explanation()));
        body.add(new Block.Heading("3. Kết luận"));
        body.add(new Block.Paragraph(String.valueOf(i.conclusionText())));
        body.add(new Block.Heading("4. Kiến nghị"));
        for (Inspection.Recommendation r : i.recommendations()) {
            body.add(new Block.Paragraph("– " + r.text()));
        }
        body.add(new Block.Paragraph(
                "Đơn vị khắc phục và báo cáo trước hết ngày " + InspectionFacts.day(i.remedyDueOn())));
        return letter(i, i.conclusionNo(), i.concludedOn(), "KẾT LUẬN", "Kiểm tra tại ", body);
    }

    private static Block findings(Inspection i) {
        var rows = new ArrayList<List<String>>();
        for (Inspection.Finding f : i.findings()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    f.text(),
                    f.place() == null ? "" : f.place(),
                    f.amount().signum() == 0
                            ? "–"
                            : f.amount().stripTrailingZeros().toPlainString().replace('.', ',')));
        }
        return new Block.Table(
                "Các phát hiện",
                List.of("TT", "Nội dung", "Địa điểm", "Số tiền (triệu đồng)"),
                rows,
                java.util.Set.of(0, 3));
    }

    private OfficialDocument letter(
            Inspection i,
            @Nullable String number,
            @Nullable LocalDate date,
            String type,
            String about,
            List<Block> body) {
        return new OfficialDocument(
                ABOVE,
                AGENCY,
                String.valueOf(number),
                PLACE,
                date,
                type,
                about + units.nameOf(i.unit()),
                body,
                List.of(units.nameOf(i.unit()), "Ban Chỉ đạo tỉnh", "Lưu: VT"),
                new OfficialDocument.Signature("", "GIÁM ĐỐC", ""));
    }

    private static void require(@Nullable String there) {
        if (there == null) {
            throw new Refusal.Conflict("inspection.letter.notYet");
        }
    }
}
