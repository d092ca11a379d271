package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "báo cáo quý I.pdf, báo cáo quý I.pdf",
        "100% hộ nghèo.xlsx, 100% hộ nghèo.xlsx",
        "../../etc/passwd.txt, passwd.txt",
        "'C:\\Users\\a\\..\\bao-cao.docx', bao-cao.docx",
        "a/../..\\b.pdf, b.pdf",
        "ket-qua.pdf..., ket-qua.pdf",
        "'ket-qua.pdf . ', ket-qua.pdf",
        ".pdf, tep.pdf",
        "..pdf, tep.pdf",
        "CON.txt, _CON.txt",
        "lpt1.pdf, _lpt1.pdf",
        "aux.sao luu.txt, _aux.sao luu.txt",
        "'a:b*c?\"<d>|.pdf', abcd.pdf",
        "'/', tep",
        "'..', tep",
        "'', tep"
    })
    void namesBecomeSafeAndStayReadable(String sent, String stored) {
        assertThat(FileNames.clean(sent)).isEqualTo(stored);
    }

    @Test
    void directionChangesZeroWidthAndControlCharactersGo() {
        assertThat(FileNames.clean("hop-dong\u202Efdp.exe")).isEqualTo("hop-dongfdp.exe");
        assertThat(FileNames.clean("a\u200B\u2066\uFEFF\u0000\r\nb.pdf")).isEqualTo("a b.pdf");
    }

    @Test
    void composedAndDecomposedNamesAreEqual() {
        String name = "hồ sơ giảm nghèo.pdf";
        assertThat(FileNames.clean(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(FileNames.clean(name))
                .isEqualTo(name);
    }

    @Test
    void aLongNameIsCutAndKeepsItsExtension() {
        String cut = FileNames.clean("ồ".repeat(400) + ".docx");
        assertThat(cut).hasSize(FileNames.MAX_LENGTH).endsWith("ồ.docx");
        assertThat(FileNames.clean("😀".repeat(200) + ".pdf"))
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("😀.pdf");
    }

    @Test
    void noNameIsEverEmptyAPathOrTooLong() {
        var random = new Random(72);
        for (int i = 0; i < 20_000; i++) {
            var sent = new StringBuilder();
            for (int j = random.nextInt(220); j > 0; j--) {
                sent.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            String name = FileNames.clean(sent.toString());
            assertThat(name)
                    .isNotEmpty()
                    .doesNotContain("/", "\\", "\0", "\n")
                    .doesNotEndWith(".")
                    .doesNotEndWith(" ");
            assertThat(name.length()).isLessThanOrEqualTo(FileNames.MAX_LENGTH);
        }
    }
}
