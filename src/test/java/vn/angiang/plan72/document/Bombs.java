package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.angiang.plan72.shared.Refusal;

/** Files built to use up memory, one after the other in a small process of its own; started by {@link BombTests}. */
final class Bombs {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Bombs() {}

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        boolean held = true;
        for (var bomb : bombs().entrySet()) {
            Path file = Files.createTempFile("plan72-bomb", ".xlsx");
            try {
                write(file, bomb.getValue());
                long start = System.nanoTime();
                String check = checked(file);
                String read = read(file);
                boolean refused = check.startsWith("refused") || read.startsWith("refused");
                held &= refused && !read.startsWith("failed") && !check.startsWith("failed");
                System.out.printf(
                        "%s: %d KB, upload %s, workbook %s, %d ms%n",
                        bomb.getKey(), Files.size(file) / 1024, check, read, (System.nanoTime() - start) / 1_000_000);
            } finally {
                Files.delete(file);
            }
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
        System.out.printf(
                "peak heap %d MB of %d MB%n", peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
        System.exit(held ? 0 : 1);
    }

    private static String checked(Path file) {
        try {
            new FileCheck().check(file, "so-lieu.xlsx");
            return "accepted";
        } catch (FileRefused e) {
            return "refused";
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return "failed with " + e;
        }
    }

    private static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            UploadedWorkbook.read(in, 5_000, key -> key, sheet -> sheet.getLastRowNum());
            return "accepted";
        } catch (Refusal.BadInput e) {
            return "refused";
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return "failed with " + e;
        }
    }

    private static Map<String, Map<String, Content>> bombs() {
        var bombs = new LinkedHashMap<String, Map<String, Content>>();
        bombs.put("a sheet of 1 GB of spaces", Map.of(SHEET, out -> spaces(out, 1024)));
        bombs.put("shared strings of 400 MB", Map.of("xl/sharedStrings.xml", out -> {
            text(out, "<sst xmlns=\"" + MAIN + "\"><si><t>");
            spaces(out, 400);
            text(out, "</t></si></sst>");
        }));
        bombs.put("a million rows", Map.of(SHEET, out -> {
            text(out, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            for (int i = 1; i <= 1_000_000; i++) {
                text(out, "<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + i + "</v></c></row>");
            }
            text(out, "</sheetData></worksheet>");
        }));
        bombs.put("a billion laughs", Map.of("xl/workbook.xml", out -> {
            text(out, "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\">");
            for (char c = 'b'; c <= 'k'; c++) {
                text(out, "<!ENTITY " + c + " \"" + ("&" + (char) (c - 1) + ";").repeat(10) + "\">");
            }
            text(out, "]><workbook xmlns=\"" + MAIN + "\"><sheets>&k;</sheets></workbook>");
        }));
        bombs.put("a hundred thousand nested elements", Map.of(SHEET, out -> {
            text(out, "<worksheet xmlns=\"" + MAIN + "\">");
            text(out, "<sheetData>".repeat(100_000));
            text(out, "</sheetData>".repeat(100_000) + "</worksheet>");
        }));
        var many = new LinkedHashMap<String, Content>();
        for (int i = 0; i < 200_000; i++) {
            many.put("xl/media/" + i + ".png", out -> {});
        }
        bombs.put("200,000 parts", many);
        bombs.put("a bomb in a bomb", Map.of("xl/embeddings/o.zip", out -> {
            var inner = new ZipOutputStream(out);
            inner.putNextEntry(new ZipEntry("0"));
            spaces(inner, 512);
            inner.finish();
        }));
        return bombs;
    }

    /** The bomb's parts among those of an honest workbook. */
    private static void write(Path file, Map<String, Content> parts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var honest = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(Samples.xlsx()))) {
            for (var entry = honest.getNextEntry(); entry != null; entry = honest.getNextEntry()) {
                if (!parts.containsKey(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    honest.transferTo(zip);
                    zip.closeEntry();
                }
            }
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
    }

    private static void spaces(OutputStream out, int megabytes) throws IOException {
        byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
