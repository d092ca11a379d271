package vn.angiang.plan72.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.angiang.plan72.shared.Dong;

/** Whatever is given: it balances exactly when it is split without a đồng left or too many. */
class BalanceProperties {

    @Provide
    Arbitrary<List<Given>> given() {
        return Combinators.combine(
                        Arbitraries.of(Source.NSTW_DT, Source.NSTW_SN, Source.NS_TINH),
                        Arbitraries.of(Project.values()),
                        Arbitraries.longs().between(1, Dong.MOST),
                        Arbitraries.of("PB-2018-000001", "PB-2018-000002"))
                .as((source, project, amount, round) -> new Given(round, "H891", source, project, amount))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** Every given amount split into up to n lines. */
    private static List<Line> split(List<Given> given, int n) {
        var lines = new ArrayList<Line>();
        for (Given g : given) {
            long left = g.amount();
            for (int i = 0; i < n && left > 0; i++) {
                long part = i == n - 1 ? left : left / 2;
                if (part > 0) {
                    lines.add(line(lines.size(), g.source(), g.project(), part));
                    left -= part;
                }
            }
        }
        return lines;
    }

    private static Line line(int id, Source source, Project project, long amount) {
        return new Line(id, source, project, "X" + id % 7, "Việc " + id, amount, 0, 0, null);
    }

    @Property(tries = 200)
    void aSplitWithoutRemainderIsEqual(@ForAll("given") List<Given> given, @ForAll @IntRange(min = 1, max = 9) int n) {
        var balance = Balance.of(given, Map.of(), split(given, n));
        assertThat(balance.isEqual()).isTrue();
        assertThat(balance.given())
                .isEqualTo(balance.allocated())
                .isEqualTo(given.stream().mapToLong(Given::amount).sum());
    }

    @Property(tries = 200)
    void oneDongTooManyOrTooFewIsNeverEqual(
            @ForAll("given") List<Given> given, @ForAll @IntRange(min = 1, max = 9) int n, @ForAll boolean more) {
        var lines = new ArrayList<>(split(given, n));
        Line last = lines.remove(lines.size() - 1);
        lines.add(line((int) last.id(), last.source(), last.project(), last.amount() + (more ? 1 : -1)));
        var balance = Balance.of(given, Map.of(), lines);
        assertThat(balance.isEqual()).isFalse();
        assertThat(balance.given() - balance.allocated()).isEqualTo(more ? -1 : 1);
    }

    @Property(tries = 100)
    void theRightSumOnTheWrongProjectIsNotEqual(@ForAll("given") List<Given> given) {
        var all = new ArrayList<>(given);
        all.add(new Given("PB-2018-000003", "H891", Source.NSTW_DT, Project.DA1, 5));
        var lines = new ArrayList<>(split(given, 2));
        lines.add(line(1000, Source.NSTW_DT, Project.DA2, 5));
        var balance = Balance.of(all, Map.of(), lines);
        assertThat(balance.given()).isEqualTo(balance.allocated());
        assertThat(balance.isEqual()).isFalse();
    }

    @Property(tries = 100)
    void ownMoneyIsMetBySourceWhateverTheProject(
            @ForAll("given") List<Given> given, @ForAll @IntRange(min = 1) int own) {
        var lines = new ArrayList<>(split(given, 3));
        lines.add(line(1000, Source.NS_HUYEN, Project.DA1, 1));
        lines.add(line(1001, Source.NS_HUYEN, Project.DA5, own));
        assertThat(Balance.of(given, Map.of(Source.NS_HUYEN, own + 1L), lines).isEqual())
                .isTrue();
        assertThat(Balance.of(given, Map.of(Source.NS_HUYEN, (long) own), lines).isEqual())
                .isFalse();
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll long amount) {
        long within = Math.floorMod(amount, Dong.MOST + 1);
        assertThat(Dong.read(Dong.write(within))).hasValue(within);
        assertThat(Dong.read(Long.toString(within))).hasValue(within);
    }
}
