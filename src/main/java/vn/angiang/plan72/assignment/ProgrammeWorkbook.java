package vn.angiang.plan72.assignment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** The year's list as an Excel workbook, out and in again. Import is all or nothing; every error names its cell. */
@Service
public class ProgrammeWorkbook {

    private static final String[] HEADINGS = {
        "Mã dòng",
        "Phiên bản",
        "Nghĩa vụ",
        "Nội dung",
        "Đơn vị",
        "Sản phẩm",
        "Thời hạn",
        "Giao (x)",
        "Xác nhận chủ trì (x)",
        "Xác nhận sản phẩm, thời hạn (x)"
    };
    private static final int[] WIDTHS = {10, 10, 12, 60, 32, 50, 13, 10, 14, 18};

    private static final Kind[] KINDS = {
        Kind.WHOLE, Kind.WHOLE, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.TEXT
    };

    private final ProgrammeYears years;
    private final Obligations obligations;
    private final Units units;
    private final MessageSource messages;

    ProgrammeWorkbook(ProgrammeYears years, Obligations obligations, Units units, MessageSource messages) {
        this.years = years;
        this.obligations = obligations;
        this.units = units;
        this.messages = messages;
    }

    /** Writes the list; rows are streamed. */
    public void write(int year, OutputStream out) throws IOException {
        var columns = new ArrayList<SafeSheets.Column>();
        for (int c = 0; c < HEADINGS.length; c++) {
            columns.add(new SafeSheets.Column(HEADINGS[c], WIDTHS[c], KINDS[c]));
        }
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(
                        "Danh mục " + year, columns, years.items(year).stream().map(this::row)));
    }

    private List<Object> row(ProgrammeItem item) {
        return Arrays.asList(
                item.id(),
                item.revision(),
                item.obligationId(),
                obligations.byId(item.obligationId()).paraphraseVi(),
                units.nameOf(item.unitCode()),
                item.deliverable(),
                item.dueOn(),
                mark(item.included()),
                mark(item.leadConfirmed() || !item.leadDerived()),
                mark(item.datedConfirmed()));
    }

    private static String mark(boolean set) {
        return set ? "x" : "";
    }

    /**
     * Takes an edited workbook; returns how many rows changed.
     *
     * @throws Refusal.BadInput when anything in it cannot be taken; nothing was changed then
     */
    @Transactional
    public int read(int year, InputStream in, Actor by) {
        var errors = new ArrayList<FieldError>();
        var sheet = new WorkbookRows(errors, this::say).read(in);
        Map<Long, ProgrammeItem> present = new HashMap<>();
        years.items(year).forEach(i -> present.put(i.id(), i));
        var seen = new HashSet<Long>();
        var changes = new ArrayList<ProgrammeItem>();
        for (WorkbookRows.Line line : sheet) {
            ProgrammeItem item = present.get(line.id());
            if (item == null) {
                error(errors, "A" + line.number(), "programme.import.unknownRow");
            } else if (!seen.add(line.id())) {
                error(errors, "A" + line.number(), "programme.import.twice");
            } else if (item.revision() != line.revision()) {
                error(errors, "B" + line.number(), "programme.import.stale");
            } else {
                changed(item, line).ifPresent(changes::add);
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(List.copyOf(errors));
        }
        changes.forEach(item -> years.change(item, by));
        return changes.size();
    }

    private static java.util.Optional<ProgrammeItem> changed(ProgrammeItem item, WorkbookRows.Line line) {
        LocalDate due = line.due();
        var next = new ProgrammeItem(
                item.id(),
                item.year(),
                item.obligationId(),
                item.unitCode(),
                line.deliverable(),
                due,
                item.dueBasis(),
                item.leadDerived(),
                item.leadDerived() ? line.lead() : item.leadConfirmed(),
                line.dated(),
                line.included(),
                item.caseNumber(),
                item.revision());
        return next.equals(item) ? java.util.Optional.empty() : java.util.Optional.of(next);
    }

    private void error(List<FieldError> errors, String cell, String key) {
        errors.add(new FieldError("", cell + ": " + say(key)));
    }

    private String say(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }
}
