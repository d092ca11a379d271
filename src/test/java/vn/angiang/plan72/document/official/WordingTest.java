package vn.angiang.plan72.document.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.document.official.OfficialDocument.Signature;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "2017-03-05, ngày 05 tháng 3 năm 2017",
        "2017-01-31, ngày 31 tháng 01 năm 2017",
        "2017-02-09, ngày 09 tháng 02 năm 2017",
        "2017-10-10, ngày 10 tháng 10 năm 2017"
    })
    void onlyDaysBelowTenAndTheFirstTwoMonthsHaveAZero(LocalDate date, String expected) {
        assertThat(Wording.placeAndDate(of("", date, List.of()))).isEqualTo("An Giang, " + expected);
    }

    @Test
    void withoutADateThereIsRoomToWriteIt() {
        assertThat(Wording.placeAndDate(of("", null, List.of())))
                .matches("An Giang, ngày [\\u00A0]{6} tháng [\\u00A0]{6} năm 20…");
    }

    @Test
    void aMissingNumberLeavesRoomBeforeTheSymbol() {
        assertThat(Wording.number(of("", null, List.of()))).matches("Số: [\\u00A0]+/BC-…");
        assertThat(Wording.number(of("/BC-UBND", null, List.of()))).matches("Số: [\\u00A0]+/BC-UBND");
        assertThat(Wording.number(of("7/BC-UBND", null, List.of()))).isEqualTo("Số: 7/BC-UBND");
    }

    @Test
    void theEndMarkStandsBehindTheLastParagraphOnce() {
        assertThat(body(new Block.Paragraph("Một."), new Block.Paragraph("Hai.")))
                .containsExactly(new Block.Paragraph("Một."), new Block.Paragraph("Hai./."));
        assertThat(body(new Block.Paragraph("Hai./."))).containsExactly(new Block.Paragraph("Hai./."));
        assertThat(body(new Block.Paragraph("Hai"), new Block.Note("Nguồn")))
                .containsExactly(new Block.Paragraph("Hai./."), new Block.Note("Nguồn"));
        assertThat(body()).isEmpty();
    }

    @Test
    void behindATableTheEndMarkStandsAlone() {
        var table = new Block.Table("", List.of("A"), List.of(), Set.of());

        assertThat(body(new Block.Paragraph("như sau:"), table))
                .containsExactly(new Block.Paragraph("như sau:"), table, new Block.Paragraph("./."));
    }

    @Test
    void aLineBreakBeginsAParagraphAndBlankOnesAreDropped() {
        assertThat(body(new Block.Paragraph("Một\r\n\n  Hai"), new Block.Paragraph("  ")))
                .containsExactly(new Block.Paragraph("Một"), new Block.Paragraph("Hai./."));
    }

    @Test
    void decomposedAccentsAreComposed() {
        assertThat(Wording.text("nghe\u0300o")).isEqualTo("nghèo");
    }

    @Test
    void recipientsEndWithSemicolonsAndTheLastWithAFullStop() {
        var d = new OfficialDocument(
                null, "", "", "", null, "", "", List.of(), List.of("- Như trên;", "", "Lưu: VT."), signature());

        assertThat(Wording.recipients(d)).containsExactly("- Như trên;", "- Lưu: VT.");
    }

    @Test
    void anOfficialLetterHasItsSubjectBelowTheNumber() {
        var letter =
                new OfficialDocument(null, "", "", "", null, "", "đôn đốc báo cáo", List.of(), List.of(), signature());

        assertThat(Wording.letterSubject(letter)).isEqualTo("V/v đôn đốc báo cáo");
        assertThat(Wording.letterSubject(of("", null, List.of()))).isEmpty();
    }

    @Test
    void wideColumnsGetMoreAndAllGetSomething() {
        int[] shares = ColumnShares.of(SampleReports.table(20));

        assertThat(java.util.Arrays.stream(shares).boxed()).hasSize(5).allMatch(s -> s > 40);
        assertThat(java.util.Arrays.stream(shares).sum()).isEqualTo(1000);
        assertThat(shares[1]).isGreaterThan(2 * shares[0]);
    }

    private static List<Block> body(Block... blocks) {
        return Wording.body(of("", null, List.of(blocks)));
    }

    private static OfficialDocument of(String number, @Nullable LocalDate date, List<Block> body) {
        return SampleReports.report(number, date, body);
    }

    private static Signature signature() {
        return new Signature("", "", "");
    }
}
