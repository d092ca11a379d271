package vn.angiang.plan72.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks into Office Open XML and OpenDocument containers without parsing XML and without unpacking to disk. Bounded:
 * stops at the first entry, byte or ratio too many, so a bomb costs no more than what it is allowed to unpack.
 */
final class ContainerCheck {

    static final int MAX_ENTRIES = 2000;
    static final long MAX_UNPACKED = 200L * 1024 * 1024;
    static final int MAX_RATIO = 100;
    /** Below this the ratio says nothing. */
    private static final long RATIO_FROM = 1024 * 1024;

    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[][] ARCHIVES = {
        LOCAL_HEADER, ByteScan.ascii("Rar!"), {'7', 'z', (byte) 0xBC, (byte) 0xAF}, {'M', 'Z'}
    };
    private static final int KEPT = 512 * 1024;

    void check(Path file, FileKind kind) throws IOException, FileRefused {
        try {
            Set<String> listed = listed(file);
            Set<String> read = read(file, kind);
            // What a reader of the directory sees and what a reader of the stream sees must be the same.
            require(listed.equals(read), "document.refused.content");
        } catch (ZipException | IllegalArgumentException e) {
            throw new FileRefused(
                    String.valueOf(e.getMessage()).contains("encrypt")
                            ? "document.refused.password"
                            : "document.refused.content");
        }
    }

    private static Set<String> listed(Path file) throws IOException, FileRefused {
        try (var in = Files.newInputStream(file)) {
            require(ByteScan.startsWith(in.readNBytes(4), LOCAL_HEADER), "document.refused.content");
        }
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            require(zip.size() <= MAX_ENTRIES, "document.refused.bomb");
            var names = new HashSet<String>();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                require(names.add(entries.nextElement().getName()), "document.refused.content");
            }
            return names;
        }
    }

    private static Set<String> read(Path file, FileKind kind) throws IOException, FileRefused {
        var names = new HashSet<String>();
        var main = new Main(kind);
        long limit = Math.min(MAX_UNPACKED, Math.max(RATIO_FROM, Files.size(file) * MAX_RATIO));
        long unpacked = 0;
        try (var zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                require(names.size() < MAX_ENTRIES, "document.refused.bomb");
                require(names.add(e.getName()), "document.refused.content");
                name(e.getName());
                unpacked += entry(zip, e.getName(), main, limit - unpacked);
            }
        }
        main.decide(names);
        return names;
    }

    private static void name(String name) throws FileRefused {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean path = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || ("/" + name + "/").contains("/../");
        require(!path, "document.refused.content");
        boolean macros = lower.contains("vbaproject")
                || lower.contains("vbadata")
                || lower.contains("/macrosheets/")
                || lower.contains("/activex/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
        require(!macros, "document.refused.macros");
    }

    /** Reads one entry to its end; returns its unpacked size. */
    private static long entry(InputStream in, String name, Main main, long limit) throws IOException, FileRefused {
        boolean keep = main.wants(name);
        var kept = new ByteArrayOutputStream();
        var scan = new ByteScan(ByteScan.EICAR, ByteScan.VBA);
        var buffer = new byte[64 * 1024];
        byte[] start = in.readNBytes(8);
        for (byte[] archive : ARCHIVES) {
            require(!ByteScan.startsWith(start, archive), "document.refused.nested");
        }
        boolean container = ByteScan.startsWith(start, OLE2);
        long size = start.length;
        scan.add(start, start.length);
        kept.write(start, 0, start.length);
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            require(size <= limit, "document.refused.bomb");
            scan.add(buffer, n);
            if (keep) {
                require(size <= KEPT, "document.refused.content");
                kept.write(buffer, 0, n);
            }
        }
        require(!scan.found(0), "document.refused.malware");
        require(!(container && scan.found(1)), "document.refused.macros");
        if (keep) {
            main.keep(name, kept.toString(StandardCharsets.ISO_8859_1));
        }
        return size;
    }

    private static void require(boolean holds, String messageKey) throws FileRefused {
        if (!holds) {
            throw new FileRefused(messageKey);
        }
    }

    /** The parts that say what the container is; read as text, so no DTD or entity is ever expanded. */
    private static final class Main {

        private static final String TYPES = "[Content_Types].xml";
        private static final String MIMETYPE = "mimetype";
        private static final Pattern RELATION = Pattern.compile("<relationship\\s[^>]*>");
        private static final Pattern REMOTE =
                Pattern.compile("target\\s*=\\s*[\"']\\s*(https?:|ftp:|\\\\\\\\|//|file:/*\\\\\\\\)");

        private final FileKind kind;
        private final String wanted;
        private String content = "";

        Main(FileKind kind) {
            this.kind = kind;
            this.wanted = kind.family() == FileKind.Family.ODF ? MIMETYPE : TYPES;
        }

        boolean wants(String name) {
            return name.equals(wanted) || name.endsWith(".rels");
        }

        void keep(String name, String text) throws FileRefused {
            // A relation could name a macro project with another file name, or fetch a template that has macros.
            String lower = text.toLowerCase(Locale.ROOT);
            require(!lower.contains("vbaproject") && !remoteTemplate(lower), "document.refused.macros");
            require(!lower.contains("<!doctype"), "document.refused.content");
            if (name.equals(wanted)) {
                content = text;
            }
        }

        private static boolean remoteTemplate(String rels) {
            var relation = RELATION.matcher(rels);
            while (relation.find()) {
                if (relation.group().contains("/attachedtemplate")
                        && REMOTE.matcher(relation.group()).find()) {
                    return true;
                }
            }
            return false;
        }

        void decide(Set<String> names) throws FileRefused {
            require(names.contains(wanted), "document.refused.content");
            if (kind.family() == FileKind.Family.ODF) {
                require(content.strip().equals(kind.mediaType()), "document.refused.content");
                return;
            }
            // Written plainly or not at all: a character reference here could hide a macro type from this check.
            require(!content.contains("&#"), "document.refused.content");
            require(!content.toLowerCase(Locale.ROOT).contains("macroenabled"), "document.refused.macros");
            require(content.contains(kind.mediaType() + ".main+xml"), "document.refused.content");
        }
    }
}
