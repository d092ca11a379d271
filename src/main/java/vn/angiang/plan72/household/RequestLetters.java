package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/**
 * What the commune writes to the household: the decision that recognizes it or lets it leave the list, or a notice with
 * the reasons. Always Vietnamese; for people of the commune alone, and each one a look.
 */
@Service
public class RequestLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final HouseholdRequests requests;
    private final Units units;
    private final OfficialDocuments official;

    RequestLetters(HouseholdRequests requests, Units units, OfficialDocuments official) {
        this.requests = requests;
        this.units = units;
        this.official = official;
    }

    /**
     * The answer to a request.
     *
     * @throws Refusal.NotFound for people of other units
     * @throws Refusal.Conflict when there is no answer yet, or the name was erased by term
     */
    @Transactional
    public byte[] letter(String caseNumber, boolean pdf, Actor actor) {
        HouseholdRequest r = requests.looked(caseNumber, "van-ban", actor);
        if (r.decision() == null || r.decision().equals("WITHDRAWN") || r.headName() == null) {
            throw new Refusal.Conflict("household.request.noLetter");
        }
        OfficialDocument letter = r.decision().equals("GRANTED") ? decision(r) : notice(r);
        return pdf ? official.pdf(letter) : official.docx(letter);
    }

    private OfficialDocument decision(HouseholdRequest r) {
        String about = r.kind().equals("ENTER")
                ? "Công nhận " + named(r.result())
                : "Công nhận thoát " + named(r.previous())
                        + ("NEAR_POOR".equals(r.result()) ? ", là hộ cận nghèo" : "");
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph("Căn cứ Thông tư số 17/2016/TT-BLĐTBXH ngày 28 tháng 6 năm 2016 của Bộ Lao động -"
                + " Thương binh và Xã hội; xét giấy đề nghị ngày " + day(r.receivedOn()) + " và kết quả khảo sát"));
        body.add(new Block.Heading("Điều 1."));
        body.add(new Block.Paragraph(about + ": hộ ông (bà) " + r.headName() + ", mã hộ " + r.code() + ", " + r.hamlet()
                + ", " + units.nameOf(r.commune()) + "."));
        body.add(new Block.Heading("Điều 2."));
        body.add(new Block.Paragraph(
                "Hộ ông (bà) " + r.headName() + " và các bộ phận liên quan của xã thi hành Quyết định này"));
        return document(r, r.documentNo(), r.signedOn(), "QUYẾT ĐỊNH", about, body);
    }

    private OfficialDocument notice(HouseholdRequest r) {
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(
                "Kính gửi: hộ ông (bà) " + r.headName() + ", mã hộ " + r.code() + ", " + r.hamlet() + "."));
        body.add(new Block.Paragraph(
                "Ủy ban nhân dân đã nhận giấy đề nghị của hộ ngày " + day(r.receivedOn()) + ". Kết quả: "
                        + (r.decision().equals("REFUSED") ? "không nhận giấy đề nghị." : "chưa đạt theo đề nghị.")));
        body.add(new Block.Paragraph("Lý do: " + r.answer()));
        return document(
                r,
                r.documentNo() == null ? "/TB-UBND" : r.documentNo(),
                r.signedOn() == null ? r.closedOn() : r.signedOn(),
                "THÔNG BÁO",
                "Kết quả xét duyệt giấy đề nghị",
                body);
    }

    private OfficialDocument document(
            HouseholdRequest r,
            @Nullable String number,
            @Nullable LocalDate date,
            String type,
            String about,
            List<Block> body) {
        Unit commune = units.byCode(r.commune());
        String district = commune.parentCode() == null ? "" : units.nameOf(commune.parentCode());
        return new OfficialDocument(
                "UBND " + district.toUpperCase(Locale.ROOT),
                "UBND " + commune.nameVi().toUpperCase(Locale.ROOT),
                String.valueOf(number),
                commune.nameVi(),
                date,
                type,
                about,
                body,
                List.of("Hộ đề nghị", "Lưu: VT"),
                new OfficialDocument.Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""));
    }

    private static String named(@Nullable String rated) {
        return "POOR".equals(rated) ? "hộ nghèo" : "hộ cận nghèo";
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
