package vn.angiang.plan72.document.official;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocument.Signature;

/** Documents the tests print. */
final class SampleReports {

    static final String TEXT = "Thực hiện Kế hoạch số 72/KH-UBND ngày 17 tháng 02 năm 2017 của Ủy ban nhân dân tỉnh về"
            + " giảm nghèo bền vững, Sở Lao động - Thương binh và Xã hội báo cáo kết quả quý I năm 2017 như sau:";

    private SampleReports() {}

    static OfficialDocuments printer() {
        return new OfficialDocuments(new DocxRenderer(), new PdfRenderer());
    }

    static OfficialDocument report() {
        return report(
                "15/BC-SLĐTBXH",
                LocalDate.of(2017, 3, 5),
                List.of(
                        new Block.Paragraph(TEXT),
                        new Block.Heading("I. TÌNH HÌNH CHUNG"),
                        new Block.Paragraph("Toàn tỉnh có 38.234 hộ nghèo, chiếm tỷ lệ 7,10%; hộ cận nghèo 29.812 hộ. "
                                + "Các địa phương đã rà soát, phân loại đối tượng và giao chỉ tiêu giảm nghèo đến từng xã,"
                                + " phường, thị trấn. Công tác truyền thông được đẩy mạnh, người nghèo được tiếp cận tốt"
                                + " hơn các dịch vụ xã hội cơ bản."),
                        table(9),
                        new Block.Note("Nguồn: kết quả rà soát hộ nghèo, hộ cận nghèo cuối năm 2016."),
                        new Block.Heading("II. KIẾN NGHỊ"),
                        new Block.Paragraph("Đề nghị Ủy ban nhân dân tỉnh xem xét, chỉ đạo các sở, ngành liên quan phối"
                                + " hợp thực hiện."),
                        new Block.Paragraph(
                                "Trên đây là báo cáo kết quả thực hiện, kính trình Ủy ban nhân dân tỉnh.")));
    }

    static OfficialDocument report(String number, @Nullable LocalDate date, List<Block> body) {
        return new OfficialDocument(
                "UBND TỈNH AN GIANG",
                "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
                number,
                "An Giang",
                date,
                "BÁO CÁO",
                "Kết quả thực hiện Kế hoạch số 72/KH-UBND quý I năm 2017",
                body,
                List.of("UBND tỉnh", "Ban Chỉ đạo giảm nghèo tỉnh", "Các phòng chuyên môn", "Lưu: VT, BTXH"),
                new Signature("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Ánh Tuyết"));
    }

    static Block.Table table(int rows) {
        var lines = new ArrayList<List<String>>();
        for (int r = 1; r <= rows; r++) {
            lines.add(List.of(
                    String.valueOf(r),
                    "Huyện Thoại Sơn, nhóm " + r,
                    "1.2" + r,
                    "7,1" + r % 10,
                    r % 3 == 0 ? "Chậm so với tiến độ được giao, đã đôn đốc" : "Đúng tiến độ"));
        }
        return new Block.Table(
                "Biểu 1. Kết quả theo đơn vị",
                List.of("STT", "Đơn vị", "Số hộ nghèo", "Tỷ lệ (%)", "Ghi chú"),
                lines,
                Set.of(0, 2, 3));
    }

    /** Writes samples to look at into the folder given. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(folder, "report", report());
        var body = new ArrayList<Block>(List.of(
                new Block.Paragraph((TEXT + " ").repeat(20)),
                new Block.Table("Biểu 2. Không có gì", List.of("STT", "Đơn vị"), List.of(), Set.of()),
                new Block.Paragraph("W".repeat(300)),
                table(120)));
        write(folder, "long", report("", null, body));
        var tall = new Block.Table(
                "Biểu 3. Ô dài",
                List.of("STT", "Nội dung", "Kết quả"),
                List.of(List.of("1", TEXT.repeat(60), "Đạt"), List.of("2", "Hết", "Đạt")),
                Set.of(0));
        write(folder, "tall", report("", null, List.of(new Block.Paragraph("Như sau:"), tall)));
        write(folder, "rows", report("", null, List.of(table(500))));
        write(
                folder,
                "letter",
                new OfficialDocument(
                        null,
                        "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG",
                        "/UBND-KGVX",
                        "An Giang",
                        LocalDate.of(2018, 1, 31),
                        "",
                        "đôn đốc nộp báo cáo giảm nghèo quý IV năm 2017",
                        List.of(new Block.Paragraph("Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố.")),
                        List.of("Như trên", "Lưu: VT"),
                        new Signature("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "")));
    }

    private static void write(Path folder, String name, OfficialDocument d) throws Exception {
        long start = System.nanoTime();
        Files.write(folder.resolve(name + ".pdf"), printer().pdf(d));
        long middle = System.nanoTime();
        Files.write(folder.resolve(name + ".docx"), printer().docx(d));
        System.out.printf("%s %d %d%n", name, (middle - start) / 1000000, (System.nanoTime() - middle) / 1000000);
    }
}
