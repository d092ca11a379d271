package vn.angiang.plan72.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Decides by name and content whether a file is taken. The extension must be on the list of {@link FileKind} and the
 * content must be of that kind from its first to its last bytes; what a browser would run, and what carries macros,
 * archives or a second file, is refused. Not a virus scanner: it finds the EICAR test file only.
 */
@Component
class FileCheck {

    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xAE, 'B', 0x60, (byte) 0x82};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_REACH = 66_000;
    private static final Pattern MARKUP =
            Pattern.compile("^\\s*(<(!doctype|html|head|body|svg|script|iframe|\\?xml|!--)|%pdf-|#!/)");

    private final ContainerCheck containers = new ContainerCheck();

    /**
     * @param fileName cleaned name
     * @throws FileRefused when it is not taken
     */
    FileKind check(Path file, String fileName) throws IOException, FileRefused {
        if (Files.size(file) == 0) {
            throw new FileRefused("document.refused.empty");
        }
        FileKind kind = FileKind.ofName(fileName).orElseThrow(() -> new FileRefused("document.refused.kind"));
        try (var in = Files.newInputStream(file)) {
            if (new ByteScan(ByteScan.EICAR).addAll(in).found(0)) {
                throw new FileRefused("document.refused.malware");
            }
        }
        byte[] head = head(file, 1024);
        byte[] tail = tail(file, ZIP_END_REACH);
        switch (kind.family()) {
            case PDF -> {
                require(ByteScan.startsWith(head, ByteScan.ascii("%PDF-")));
                require(ByteScan.indexOf(lastOf(tail, 2048), ByteScan.ascii("%%EOF")) >= 0);
                require(ByteScan.indexOf(tail, ZIP_END) < 0);
            }
            case PNG -> require(ByteScan.startsWith(head, PNG) && ByteScan.startsWith(lastOf(tail, 8), PNG_END));
            case JPEG -> {
                require(ByteScan.startsWith(head, JPEG) && ByteScan.indexOf(tail, JPEG_END) >= 0);
                require(ByteScan.indexOf(tail, ZIP_END) < 0);
            }
            case OLE2 -> {
                require(ByteScan.startsWith(head, OLE2));
                ole2(file, kind);
            }
            case OOXML, ODF -> containers.check(file, kind);
            case TEXT -> text(file);
        }
        return kind;
    }

    private static void ole2(Path file, FileKind kind) throws IOException, FileRefused {
        try (var in = Files.newInputStream(file)) {
            var scan = new ByteScan(
                            ByteScan.VBA,
                            utf16("WordDocument"),
                            utf16("Workbook"),
                            utf16("Book"),
                            utf16("EncryptedPackage"))
                    .addAll(in);
            if (scan.found(0)) {
                throw new FileRefused("document.refused.macros");
            }
            if (scan.found(4)) {
                throw new FileRefused("document.refused.password");
            }
            require(kind == FileKind.DOC ? scan.found(1) : scan.found(2) || scan.found(3));
        }
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    /** UTF-8 without control characters; not a web page or program under another name. */
    private static void text(Path file) throws IOException, FileRefused {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(new BufferedInputStream(Files.newInputStream(file)), decoder)) {
            var buffer = new char[8192];
            boolean first = true;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (first) {
                    String start =
                            new String(buffer, 0, n).replace("\uFEFF", "").toLowerCase(Locale.ROOT);
                    require(!MARKUP.matcher(start).find());
                    first = false;
                }
                for (int i = 0; i < n; i++) {
                    if (buffer[i] < ' ' && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        throw new FileRefused("document.refused.text");
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new FileRefused("document.refused.text");
        }
    }

    private static void require(boolean holds) throws FileRefused {
        if (!holds) {
            throw new FileRefused("document.refused.content");
        }
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private static byte[] tail(Path file, int length) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(length, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return bytes;
        }
    }

    private static byte[] lastOf(byte[] bytes, int length) {
        return java.util.Arrays.copyOfRange(bytes, Math.max(0, bytes.length - length), bytes.length);
    }
}
