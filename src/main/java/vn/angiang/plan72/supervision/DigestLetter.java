package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.document.official.OfficialDocument;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;

/** The leader's board on paper: what a person may see of it, units with something late first. */
@Service
public class DigestLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_TITLE = 160;

    private final Overview overview;
    private final OfficialDocuments official;
    private final Units units;
    private final Clock clock;

    DigestLetter(Overview overview, OfficialDocuments official, Units units, Clock clock) {
        this.overview = overview;
        this.official = official;
        this.units = units;
        this.clock = clock;
    }

    /** As PDF, within what the reader may see. */
    public byte[] pdf(Actor reader) {
        LocalDate today = LocalDate.now(clock);
        var view = overview.of(new OverviewFilter(null, "", "", ""), reader);
        var body = new ArrayList<Block>();
        CaseStatus all = view.all();
        body.add(new Block.Paragraph("Đến ngày " + DAY.format(today) + " có " + all.total()
                + " hồ sơ: đang làm quá hạn "
                + all.openOverdue() + ", đang làm trong hạn " + all.openInTime() + " (sắp đến hạn " + all.near()
                + "), xong đúng hạn " + all.doneOnTime() + ", xong quá hạn " + all.doneLate() + ", không hoàn thành "
                + all.failed() + "."));
        body.add(new Block.Heading("1. Theo đơn vị và người đứng đầu"));
        body.add(new Block.Table(
                "",
                List.of(
                        "Đơn vị",
                        "Người đứng đầu",
                        "Quá hạn",
                        "Trong hạn",
                        "Xong đúng hạn",
                        "Xong quá hạn",
                        "Không HT"),
                view.lines().stream().map(this::row).toList(),
                Set.of(2, 3, 4, 5, 6)));
        body.add(new Block.Heading("2. Hồ sơ chờ lâu nhất"));
        if (view.waits().isEmpty()) {
            body.add(new Block.Paragraph("Không có hồ sơ quá hạn."));
        }
        for (CaseFile wait : view.waits()) {
            body.add(new Block.Paragraph(
                    wait.number() + " – " + shortened(wait.title()) + " – " + units.nameOf(wait.leadUnit()) + ", hạn "
                            + (wait.dueOn() == null ? "–" : DAY.format(wait.dueOn()))));
        }
        return official.pdf(new OfficialDocument(
                "UBND TỈNH AN GIANG",
                "SỞ LAO ĐỘNG – THƯƠNG BINH\nVÀ XÃ HỘI",
                "",
                "An Giang",
                today,
                "TÓM TẮT TUẦN",
                "Tình hình thực hiện Kế hoạch 72/KH-UBND",
                body,
                List.of("Lưu: VT"),
                new OfficialDocument.Signature("", "", "")));
    }

    private List<String> row(Overview.Line line) {
        var s = line.status();
        return List.of(
                units.nameOf(line.unit()),
                line.head(),
                String.valueOf(s.openOverdue()),
                String.valueOf(s.openInTime()),
                String.valueOf(s.doneOnTime()),
                String.valueOf(s.doneLate()),
                String.valueOf(s.failed()));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
    }
}
