package vn.angiang.plan72.household;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.UploadedWorkbook;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/**
 * A commune's list as an Excel workbook, out and in again. The file is the whole list: it replaces what is there, all or
 * nothing, and every fault is named with its cell. Faults never repeat what stands in a cell: it may be a name.
 */
@Service
public class HouseholdWorkbook {

    /** Most households in one file. */
    public static final int MOST_ROWS = 20_000;

    private static final int MOST_ERRORS = 2_000;
    private static final int WIDE = 28;
    private static final int NARROW = 14;

    private final HouseholdLists lists;
    private final HouseholdStore store;
    private final HouseholdClasses classes;
    private final Cases cases;
    private final Journal journal;
    private final HouseholdWords words;
    private final Clock clock;

    HouseholdWorkbook(
            HouseholdLists lists,
            HouseholdStore store,
            HouseholdClasses classes,
            Cases cases,
            Journal journal,
            HouseholdWords words,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.classes = classes;
        this.cases = cases;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** Writes the template with the list as it stands; a look, and recorded as one. */
    @Transactional
    public void write(String caseNumber, Actor actor, OutputStream out) throws IOException {
        CommuneReview review = lists.own(caseNumber, actor);
        lists.looked(review, "excel", actor);
        var columns = IntStream.range(0, HouseholdSheet.COLUMNS)
                .mapToObj(c -> new SafeSheets.Column(
                        words.say(HouseholdSheet.heading(c), c - HouseholdSheet.FIRST_INDICATOR + 1),
                        c == 1 || c == 2 ? WIDE : NARROW,
                        SafeSheets.Kind.TEXT))
                .toList();
        var rows = store.rows(caseNumber, 0, MOST_ROWS).stream().map(HouseholdWorkbook::line);
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(words.say("household.sheet"), columns, rows),
                new SafeSheets.Sheet(
                        words.say("household.sheet.help"),
                        List.of(new SafeSheets.Column(words.say("household.sheet.help"), 100, SafeSheets.Kind.TEXT)),
                        Stream.of(words.say("household.sheet.help.text").split("\n"))
                                .map(List::of)));
    }

    private static List<Object> line(HouseholdRow r) {
        var cells = new ArrayList<Object>(Arrays.asList(
                r.code(),
                r.headName(),
                r.hamlet(),
                String.valueOf(r.members()),
                HouseholdSheet.AREAS.inverse(r.area()),
                HouseholdSheet.CLASSES.inverse(r.previous()),
                HouseholdSheet.yesNo(r.wasPoor()),
                HouseholdSheet.yesNo(r.present()),
                HouseholdSheet.yesNo(r.needed()),
                r.assetPoints() == null ? null : String.valueOf(r.assetPoints())));
        String marks = r.deprivations();
        for (int i = 0; i < HouseholdSheet.INDICATORS; i++) {
            cells.add(marks == null ? null : String.valueOf(marks.charAt(i)));
        }
        return cells;
    }

    /**
     * Takes a list.
     *
     * @return how many households
     * @throws Refusal.BadInput with every fault and its cell; nothing was taken then
     * @throws Refusal.Conflict when the list may not be changed now
     */
    @Transactional
    public int read(String caseNumber, InputStream in, Actor by) {
        CommuneReview review = lists.writable(caseNumber, by);
        var known = store.known(review.commune());
        var sheet = new HouseholdSheet(words, known, classes.on(LocalDate.now(clock)));
        List<HouseholdRow> rows = UploadedWorkbook.read(in, MOST_ROWS, words::say, sheet::read);
        refuse(sheet.errors());
        store.replace(caseNumber, review.commune(), rows);
        cases.touch(caseNumber);
        journal.record(
                Act.of(review.commune(), "household.imported", caseNumber, by, Map.of("households", rows.size())));
        return rows.size();
    }

    private void refuse(List<FieldError> errors) {
        if (errors.size() > MOST_ERRORS) {
            var some = new ArrayList<>(errors.subList(0, MOST_ERRORS));
            some.add(new FieldError("tep", words.say("household.import.more", errors.size() - MOST_ERRORS)));
            throw new Refusal.BadInput(some);
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }
}
