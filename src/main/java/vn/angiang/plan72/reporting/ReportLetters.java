package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Indicators;
import vn.angiang.plan72.shared.Actor;

/** Reports as official documents. Always Vietnamese, whatever language the reader chose. */
@Component
class ReportLetters {

    private static final String PROVINCE = "UBND TỈNH AN GIANG";
    private static final String PLACE = "An Giang";
    private static final String TYPE = "BÁO CÁO";
    private static final String CLOSING = "Trên đây là kết quả thực hiện Kế hoạch 72/KH-UBND trong kỳ báo cáo";

    private final Consolidation consolidation;
    private final Corrections corrections;
    private final ReportStore reports;
    private final UnitReports sheets;
    private final Indicators indicators;
    private final Units units;

    ReportLetters(
            Consolidation consolidation,
            Corrections corrections,
            ReportStore reports,
            UnitReports sheets,
            Indicators indicators,
            Units units) {
        this.consolidation = consolidation;
        this.corrections = corrections;
        this.reports = reports;
        this.sheets = sheets;
        this.indicators = indicators;
        this.units = units;
    }

    /** The consolidated report, as signed by the Chair (CL.d). */
    OfficialDocument ofPeriod(Period period) {
        var body = new ArrayList<Block>();
        narrative(body, period.achievements(), period.difficulties(), period.proposals());
        body.add(new Block.Heading("IV. SỐ LIỆU TỔNG HỢP"));
        var missing = reports.ofPeriod(period.code()).stream()
                .filter(r -> r.level() != UnitReport.Level.COMMUNE && r.state() == ReportState.KHONG_NOP)
                .map(r -> units.nameOf(r.unit()))
                .toList();
        body.add(new Block.Paragraph(
                missing.isEmpty()
                        ? "Số liệu tổng hợp từ báo cáo của tất cả các đơn vị phải báo cáo."
                        : "Số liệu không gồm các đơn vị không nộp báo cáo trước ngày khóa: "
                                + String.join(", ", missing) + "."));
        body.add(new Block.Table(
                "Bảng số liệu theo chỉ tiêu",
                List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Số đơn vị"),
                rows(consolidation.of(period)),
                Set.of(0, 3, 4, 5)));
        body.add(new Block.Note("Chỉ tiêu do huyện báo cáo là tổng của các huyện; các chỉ tiêu khác là tổng của các sở,"
                + " ngành. Tỷ lệ hộ nghèo tính theo chuẩn đa chiều, không so sánh với chuẩn thu nhập cũ."));
        if (!corrections.of(period.code()).isEmpty()) {
            body.add(new Block.Note("Số liệu đã có đính chính; xem bảng tính kèm theo."));
        }
        body.add(new Block.Paragraph(CLOSING));
        boolean deputy = "KT_CHU_TICH".equals(period.signedFor());
        return new OfficialDocument(
                null,
                "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG",
                period.documentNo() == null ? "/BC-UBND" : period.documentNo(),
                PLACE,
                period.signedOn(),
                TYPE,
                "Kết quả thực hiện Kế hoạch 72/KH-UBND – " + period.name(),
                body,
                List.of(
                        "Bộ Lao động - Thương binh và Xã hội",
                        "Ban Chỉ đạo tỉnh",
                        "Các sở, ngành; UBND cấp huyện",
                        "Lưu: VT"),
                new OfficialDocument.Signature(
                        deputy ? "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH" : "TM. ỦY BAN NHÂN DÂN",
                        deputy ? "PHÓ CHỦ TỊCH" : "CHỦ TỊCH",
                        ""));
    }

    private List<List<String>> rows(List<Consolidation.Line> lines) {
        var rows = new ArrayList<List<String>>();
        for (Consolidation.Line l : lines) {
            String code = l.measure().code();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    indicators.byCode(code).nameVi(),
                    indicators.byCode(code).unit(),
                    number(l.before()),
                    l.measure().addsUp() ? number(l.shown()) : "không cộng",
                    l.given() + "/" + l.asked()));
        }
        return rows;
    }

    /** A unit's report, as its leader signs it (IV.13.h). */
    OfficialDocument ofUnit(String caseNumber, Actor actor) {
        var sheet = sheets.sheet(caseNumber, actor);
        UnitReport report = sheet.report();
        var body = new ArrayList<Block>();
        narrative(body, report.achievements(), report.difficulties(), report.proposals());
        body.add(new Block.Heading("IV. SỐ LIỆU"));
        var rows = new ArrayList<List<String>>();
        for (UnitReports.Line l : sheet.lines()) {
            String code = l.measure().code();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    indicators.byCode(code).nameVi(),
                    indicators.byCode(code).unit(),
                    number(l.before() == null ? null : l.before().shown(l.measure())),
                    number(l.figure().value().shown(l.measure())),
                    l.figure().reason() == null ? "" : l.figure().reason()));
        }
        body.add(new Block.Table(
                "Số liệu kỳ này và kỳ trước",
                List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Ghi chú"),
                rows,
                Set.of(0, 3, 4)));
        body.add(new Block.Paragraph(CLOSING));
        boolean district = report.level() != UnitReport.Level.AGENCY;
        String name = units.nameOf(report.unit()).toUpperCase(Locale.forLanguageTag("vi"));
        return new OfficialDocument(
                district ? null : PROVINCE,
                district ? "ỦY BAN NHÂN DÂN\n" + name : name,
                "/BC-" + (district ? "UBND" : report.unit()),
                PLACE,
                null,
                TYPE,
                "Kết quả thực hiện Kế hoạch 72/KH-UBND – " + sheet.period().name(),
                body,
                List.of(units.nameOf(report.receiver()), "Lưu: VT"),
                new OfficialDocument.Signature(
                        district ? "TM. ỦY BAN NHÂN DÂN" : "", district ? "CHỦ TỊCH" : "THỦ TRƯỞNG ĐƠN VỊ", ""));
    }

    private static void narrative(
            List<Block> body,
            @Nullable String achievements,
            @Nullable String difficulties,
            @Nullable String proposals) {
        part(body, "I. KẾT QUẢ ĐẠT ĐƯỢC", achievements);
        part(body, "II. KHÓ KHĂN, HẠN CHẾ VÀ NGUYÊN NHÂN", difficulties);
        part(body, "III. NHIỆM VỤ, GIẢI PHÁP VÀ KIẾN NGHỊ", proposals);
    }

    private static void part(List<Block> body, String heading, @Nullable String text) {
        body.add(new Block.Heading(heading));
        body.add(new Block.Paragraph(text == null || text.isBlank() ? "Không có." : text));
    }

    private static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.##", symbols).format(number);
    }
}
