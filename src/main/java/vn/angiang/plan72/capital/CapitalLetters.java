package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.Refusal;

/** The decisions to give and to allocate capital as official documents. Always Vietnamese. */
@Service
public class CapitalLetters {

    private static final String PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG";
    private static final String PLACE = "An Giang";

    private final Rounds rounds;
    private final Ledgers ledgers;
    private final Units units;
    private final CapitalWords words;
    private final OfficialDocuments official;

    CapitalLetters(Rounds rounds, Ledgers ledgers, Units units, CapitalWords words, OfficialDocuments official) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.units = units;
        this.words = words;
        this.official = official;
    }

    /**
     * The Chair's decision; a district reads its own part of it.
     *
     * @throws Refusal.Conflict when nothing is decided yet
     */
    @Transactional(readOnly = true)
    public byte[] given(String caseNumber, boolean pdf, Actor actor) {
        Round round = rounds.of(caseNumber, actor);
        if (round.decisionNo() == null) {
            throw new Refusal.Conflict("capital.letter.notYet");
        }
        var rows = new ArrayList<List<String>>();
        for (Given g : round.given()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    units.nameOf(g.district()),
                    purpose(g.source(), g.project()),
                    Dong.write(g.amount())));
        }
        rows.add(List.of("", "Tổng cộng", "", Dong.write(round.total())));
        var body = List.<Block>of(
                new Block.Heading("Điều 1. Giao vốn"),
                new Block.Paragraph("Giao vốn thực hiện Kế hoạch 72/KH-UBND năm " + round.year()
                        + " cho Ủy ban nhân dân các huyện, thị xã, thành phố như sau"),
                new Block.Table(
                        "Đơn vị tính: đồng",
                        List.of("TT", "Đơn vị", "Nguồn vốn, dự án", "Số tiền"),
                        rows,
                        Set.of(0, 3)),
                new Block.Heading("Điều 2. Phân bổ chi tiết"),
                new Block.Paragraph(
                        "Ủy ban nhân dân huyện, thị xã, thành phố phân bổ chi tiết đúng tổng số vốn được giao"
                                + " theo từng nguồn, từng dự án, đúng mục tiêu, có trọng điểm"),
                new Block.Heading("Điều 3. Trách nhiệm thi hành"),
                new Block.Paragraph("Sở Kế hoạch và Đầu tư, Sở Tài chính và các đơn vị nêu tại Điều 1 chịu trách nhiệm"
                        + " thi hành Quyết định này"));
        return print(
                new OfficialDocument(
                        null,
                        PROVINCE,
                        round.decisionNo(),
                        PLACE,
                        round.decidedOn(),
                        "QUYẾT ĐỊNH",
                        "Về việc giao vốn thực hiện Kế hoạch 72/KH-UBND năm " + round.year(),
                        body,
                        List.of("Như Điều 3", "Ban Chỉ đạo tỉnh", "Lưu: VT"),
                        new OfficialDocument.Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "")),
                pdf);
    }

    /**
     * A district's decision.
     *
     * @throws Refusal.Conflict when it is not signed yet
     */
    @Transactional(readOnly = true)
    public byte[] allocated(int year, String district, boolean pdf, Actor actor) {
        Ledger ledger = ledgers.sheet(year, district, actor).ledger();
        if (ledger.decisionNo() == null || ledger.allocatedOn() == null) {
            throw new Refusal.Conflict("capital.letter.notYet");
        }
        var rows = new ArrayList<List<String>>();
        for (Line line : ledger.signedLines()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    line.work() + " (" + units.nameOf(line.place()) + ")",
                    purpose(line.source(), line.project()),
                    Dong.write(line.signed())));
        }
        rows.add(List.of("", "Tổng cộng", "", Dong.write(ledger.signed())));
        var body = new ArrayList<Block>(List.of(
                new Block.Heading("Điều 1. Phân bổ chi tiết"),
                new Block.Paragraph("Phân bổ chi tiết vốn thực hiện Kế hoạch 72/KH-UBND năm " + year + " như sau"),
                new Block.Table(
                        "Đơn vị tính: đồng",
                        List.of("TT", "Nội dung, địa bàn", "Nguồn vốn, dự án", "Số tiền"),
                        rows,
                        Set.of(0, 3))));
        if (ledger.lateReason() != null) {
            body.add(new Block.Note("Phân bổ sau hạn. Nguyên nhân: " + vietnamese("capital.cause." + ledger.lateCause())
                    + ". " + ledger.lateReason()));
        }
        body.add(new Block.Heading("Điều 2. Trách nhiệm thi hành"));
        body.add(new Block.Paragraph(
                "Các phòng, ban và Ủy ban nhân dân các xã, phường, thị trấn có tên tại Điều 1 sử dụng"
                        + " vốn đúng mục tiêu, hiệu quả, tiết kiệm, không để thất thoát"));
        String name = units.actingNameOf(district);
        return print(
                new OfficialDocument(
                        null,
                        name.toUpperCase(java.util.Locale.ROOT).replaceFirst("NHÂN DÂN ", "NHÂN DÂN\n"),
                        ledger.decisionNo(),
                        PLACE,
                        ledger.decidedOn(),
                        "QUYẾT ĐỊNH",
                        "Về việc phân bổ chi tiết vốn thực hiện Kế hoạch 72/KH-UBND năm " + year,
                        body,
                        List.of("Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Như Điều 2", "Lưu: VT"),
                        new OfficialDocument.Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "")),
                pdf);
    }

    private byte[] print(OfficialDocument document, boolean pdf) {
        return pdf ? official.pdf(document) : official.docx(document);
    }

    private String purpose(Source source, Project project) {
        return vietnamese(source.messageKey()) + "; " + vietnamese(project.messageKey());
    }

    private String vietnamese(String key) {
        return words.vietnamese(key);
    }
}
