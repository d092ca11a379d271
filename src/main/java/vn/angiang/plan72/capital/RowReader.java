package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Reads typed rows: codes or names, whole đồng. Names every mistake; takes all rows or none. */
@Component
class RowReader {

    private static final int LONGEST = 500;
    private static final int MOST_ROWS = 2000;

    private final Units units;
    private final CapitalWords words;

    RowReader(Units units, CapitalWords words) {
        this.units = units;
        this.words = words;
    }

    /** A line of a district's allocation as read. */
    record Wanted(Source source, Project project, String place, String work, long amount) {

        boolean isFor(Line line) {
            return line.source() == source
                    && line.project() == project
                    && line.place().equals(place)
                    && line.work().equals(work);
        }
    }

    /** @throws Refusal.BadInput with every mistake */
    List<Given> given(String caseNumber, List<TypedRow> rows) {
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        var given = new ArrayList<Given>();
        for (TypedRow row : limited(rows)) {
            if (row.isBlank()) {
                continue;
            }
            String district = unit(row, TypedRow.Column.DISTRICT, row.district(), units.districts(), errors);
            Source source = source(row, false, errors);
            Project project = project(row, errors);
            Long amount = amount(row, errors);
            if (district != null && source != null && project != null && amount != null) {
                if (!seen.add(district + source + project)) {
                    errors.add(row.place().at(TypedRow.Column.PROJECT, words.say("capital.error.twice")));
                }
                given.add(new Given(caseNumber, district, source, project, amount));
            }
        }
        refuse(errors);
        return given;
    }

    /** @throws Refusal.BadInput with every mistake */
    List<Wanted> lines(String district, List<TypedRow> rows) {
        var places = new ArrayList<Unit>(units.childrenOf(district));
        places.add(units.byCode(district));
        var errors = new ArrayList<FieldError>();
        var wanted = new ArrayList<Wanted>();
        for (TypedRow row : limited(rows)) {
            if (row.isBlank()) {
                continue;
            }
            Source source = source(row, true, errors);
            Project project = project(row, errors);
            String place = unit(row, TypedRow.Column.COMMUNE, row.commune(), places, errors);
            String work = work(row, errors);
            Long amount = amount(row, errors);
            if (source != null && project != null && place != null && work != null && amount != null) {
                var line = new Wanted(source, project, place, work, amount);
                if (wanted.stream().anyMatch(w -> same(w, line))) {
                    errors.add(row.place().at(TypedRow.Column.WORK, words.say("capital.error.twice")));
                }
                wanted.add(line);
            }
        }
        refuse(errors);
        return wanted;
    }

    private static boolean same(Wanted one, Wanted two) {
        return one.source() == two.source()
                && one.project() == two.project()
                && one.place().equals(two.place())
                && one.work().equals(two.work());
    }

    private List<TypedRow> limited(List<TypedRow> rows) {
        if (rows.size() > MOST_ROWS) {
            throw words.refuse("", "capital.error.tooMany", MOST_ROWS);
        }
        return rows;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    private @Nullable String unit(
            TypedRow row, TypedRow.Column column, String typed, List<Unit> among, List<FieldError> errors) {
        var found = matching(among, typed, Unit::code, Unit::nameVi);
        if (found.size() == 1) {
            return found.get(0).code();
        }
        String key = found.isEmpty() ? "capital.error.place" : "capital.error.placeTwice";
        errors.add(row.place().at(column, words.say(key, Texts.clean(typed))));
        return null;
    }

    private @Nullable Source source(TypedRow row, boolean ownToo, List<FieldError> errors) {
        var among =
                Arrays.stream(Source.values()).filter(s -> ownToo || !s.own()).toList();
        return option(
                        row,
                        TypedRow.Column.SOURCE,
                        matching(among, row.source(), Enum::name, s -> words.say(s.messageKey())),
                        errors)
                .orElse(null);
    }

    private @Nullable Project project(TypedRow row, List<FieldError> errors) {
        var found =
                matching(Arrays.asList(Project.values()), row.project(), Enum::name, p -> words.say(p.messageKey()));
        return option(row, TypedRow.Column.PROJECT, found, errors).orElse(null);
    }

    private <T> Optional<T> option(TypedRow row, TypedRow.Column column, List<T> found, List<FieldError> errors) {
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        errors.add(row.place().at(column, words.say("capital.error." + column.name())));
        return Optional.empty();
    }

    /** By code, else by name without accents. */
    private static <T> List<T> matching(
            List<T> among, String typed, Function<T, String> code, Function<T, String> name) {
        String text = Texts.clean(typed);
        var byCode =
                among.stream().filter(t -> code.apply(t).equalsIgnoreCase(text)).toList();
        if (!byCode.isEmpty() || text.isEmpty()) {
            return byCode;
        }
        var exact =
                among.stream().filter(t -> name.apply(t).equalsIgnoreCase(text)).toList();
        String key = Texts.searchKey(text);
        return exact.isEmpty()
                ? among.stream()
                        .filter(t -> Texts.searchKey(name.apply(t)).equals(key))
                        .toList()
                : exact;
    }

    private @Nullable String work(TypedRow row, List<FieldError> errors) {
        String work = Texts.clean(row.work());
        if (work.isEmpty() || work.length() > LONGEST) {
            errors.add(row.place().at(TypedRow.Column.WORK, words.say("capital.error.work")));
            return null;
        }
        return work;
    }

    private @Nullable Long amount(TypedRow row, List<FieldError> errors) {
        var amount = Dong.read(row.amount());
        if (amount.isEmpty() || amount.getAsLong() == 0) {
            errors.add(row.place().at(TypedRow.Column.AMOUNT, words.say("capital.error.amount")));
            return null;
        }
        return amount.getAsLong();
    }
}
