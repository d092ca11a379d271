package vn.angiang.plan72.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with figures, or has to be explained. */
class FigureChecksTest {

    private final Measures measures = new Measures();
    private final FigureChecks checks = new FigureChecks(measures, 30);

    private static Figure.Value count(long n) {
        return Figure.Value.of(BigDecimal.valueOf(n));
    }

    private static Figure.Value ratio(long n, long d) {
        return Figure.Value.ratio(BigDecimal.valueOf(n), BigDecimal.valueOf(d));
    }

    private static FigureChecks.Looked looked(
            String code, Figure.Value value, @Nullable String reason, FigureChecks.@Nullable Previous previous) {
        return new FigureChecks.Looked(code, value, reason, previous, null);
    }

    private List<String> problems(FigureChecks.Looked... figures) {
        Map<String, FigureChecks.Looked> map = new LinkedHashMap<>();
        for (var f : figures) {
            map.put(f.indicator(), f);
        }
        return checks.all(map).stream()
                .map(p -> p.indicator() + " " + p.key().replace("reporting.check.", ""))
                .toList();
    }

    @Test
    void everyIndicatorOfTheCatalogueHasAMeasure() {
        assertThat(measures.all()).hasSize(131);
        assertThat(measures.all().stream().filter(Measure::isRatio))
                .allMatch(m -> m.numVi() != null && m.denVi() != null && m.numEn() != null && m.denEn() != null);
        assertThat(measures.relations()).allSatisfy(r -> assertThat((r.equals() == null) != (r.atMost() == null))
                .isTrue());
    }

    @Test
    void aBlankFigureNeedsAReason() {
        assertThat(problems(looked("POV_HH", Figure.Value.BLANK, null, null))).containsExactly("POV_HH blank");
        assertThat(problems(looked("POV_HH", Figure.Value.BLANK, "Chưa rà soát", null)))
                .isEmpty();
    }

    @Test
    void aRatioNeedsBothPartsAndNeverExceedsItsWhole() {
        assertThat(problems(looked("POV_RATE", Figure.Value.ratio(BigDecimal.ONE, null), "lý do", null)))
                .containsExactly("POV_RATE halfRatio");
        assertThat(problems(looked("POV_RATE", ratio(11, 10), "lý do", null))).containsExactly("POV_RATE aboveWhole");
        assertThat(problems(looked("POV_RATE", ratio(0, 0), null, null))).isEmpty();
        assertThat(problems(looked("DEPRIV_AVG", ratio(5, 0), null, null))).containsExactly("DEPRIV_AVG divided");
        assertThat(problems(looked("DEPRIV_AVG", ratio(25, 10), null, null)))
                .as("an average may exceed one")
                .isEmpty();
    }

    @Test
    void onlyDifferencesMayBeNegative() {
        assertThat(problems(looked("ESCAPE_HH", count(-1), "lý do", null))).containsExactly("ESCAPE_HH negative");
        assertThat(problems(looked("GAP_UR", count(-1), null, null))).isEmpty();
    }

    @Test
    void aJumpAgainstThePeriodBeforeMustBeExplained() {
        var before = new FigureChecks.Previous(count(100), true, false);
        assertThat(problems(looked("POV_HH", count(130), null, before))).isEmpty();
        assertThat(problems(looked("POV_HH", count(131), null, before))).containsExactly("POV_HH jump");
        assertThat(problems(looked("POV_HH", count(69), null, before))).containsExactly("POV_HH jump");
        assertThat(problems(looked("POV_HH", count(69), "Đổi địa giới", before)))
                .isEmpty();
    }

    @Test
    void whatCountsFromJanuaryDoesNotBecomeLessWithinTheYear() {
        assertThat(problems(looked("ESCAPE_HH", count(9), null, new FigureChecks.Previous(count(10), false, true))))
                .containsExactly("ESCAPE_HH fell");
        assertThat(problems(looked("ESCAPE_HH", count(9), null, new FigureChecks.Previous(count(10), false, false))))
                .as("a new year begins at zero")
                .isEmpty();
    }

    @Test
    void figuresThatBelongTogetherMustAgree() {
        assertThat(problems(looked("POV_RATE", ratio(60, 100), null, null), looked("POV_HH", count(61), null, null)))
                .containsExactly("POV_RATE unequal");
        assertThat(problems(looked("CAP_ALLOC", count(5), null, null), looked("CAP_PLAN", count(4), null, null)))
                .containsExactly("CAP_ALLOC exceeds");
        assertThat(problems(looked("POV_RATE", ratio(60, 100), null, null))).isEmpty();
    }

    @Test
    void aDistrictExplainsWhereItDiffersFromItsCommunes() {
        var differs = new FigureChecks.Looked("POV_HH", count(10), null, null, count(11));
        assertThat(problems(differs)).containsExactly("POV_HH communes");
        assertThat(problems(new FigureChecks.Looked("POV_HH", count(11), null, null, count(11))))
                .isEmpty();
    }
}
