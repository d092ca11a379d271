package vn.angiang.plan72.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Takes out of a photo what says where it was taken (default, no legal basis: households must not be found by a
 * picture). Works by what may stay: the picture itself, colours, size, and Exif without its place and maker's part;
 * text blocks and whatever follows the end of the picture go. The picture is not coded anew. Streams.
 */
final class PhotoMetadata {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final Set<String> PNG_TEXT = Set.of("eXIf", "tEXt", "zTXt", "iTXt");
    private static final int PNG_SIGNATURE = 8;

    private PhotoMetadata() {}

    static boolean concerns(FileKind kind) {
        return kind == FileKind.JPEG || kind == FileKind.PNG;
    }

    /** @throws FileRefused when the photo is not built as it should be */
    static void strip(Path from, Path to, FileKind kind) throws IOException, FileRefused {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            if (kind == FileKind.JPEG) {
                jpeg(in, out);
            } else {
                png(in, out);
            }
        } catch (EOFException cutShort) {
            throw new FileRefused("document.refused.content");
        }
    }

    private static void jpeg(DataInputStream in, DataOutputStream out) throws IOException, FileRefused {
        int marker = marker(in);
        if (marker != SOI) {
            throw new FileRefused("document.refused.content");
        }
        write(out, marker);
        for (marker = marker(in); marker != EOI; ) {
            if (standsAlone(marker)) {
                write(out, marker);
                marker = marker(in);
                continue;
            }
            int length = in.readUnsignedShort();
            if (length < 2) {
                throw new FileRefused("document.refused.content");
            }
            byte[] segment = new byte[length - 2];
            in.readFully(segment);
            if (mayStay(marker, segment)) {
                write(out, marker);
                out.writeShort(length);
                out.write(segment);
            }
            marker = marker == SOS ? scan(in, out) : marker(in);
        }
        write(out, EOI);
    }

    private static boolean mayStay(int marker, byte[] segment) {
        if (marker == APP1) {
            return ByteScan.startsWith(segment, EXIF) && new ExifPlace(segment, EXIF.length).blank();
        }
        if (marker == APP2) {
            return ByteScan.startsWith(segment, ByteScan.ascii("ICC_PROFILE"));
        }
        return marker == APP0 || marker == APP14 || ((marker < APP0 || marker > APP15) && marker != COMMENT);
    }

    /** Restart markers, fill and the like have no length. */
    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    /** Copies the picture's data up to the next marker, which is returned. */
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int b = in.readUnsignedByte();
            if (b != 0xFF) {
                out.write(b);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && !standsAlone(next)) {
                return next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private static int marker(DataInputStream in) throws IOException, FileRefused {
        if (in.readUnsignedByte() != 0xFF) {
            throw new FileRefused("document.refused.content");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static void write(DataOutputStream out, int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private static void png(DataInputStream in, DataOutputStream out) throws IOException, FileRefused {
        out.write(in.readNBytes(PNG_SIGNATURE));
        String type;
        do {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            type = new String(name, java.nio.charset.StandardCharsets.US_ASCII);
            if (length < 0 || name.length < 4) {
                throw new FileRefused("document.refused.content");
            }
            boolean stays = !PNG_TEXT.contains(type);
            if (stays) {
                out.writeInt(length);
                out.write(name);
            }
            copy(in, out, length + 4L, stays);
        } while (!type.equals("IEND"));
    }

    private static void copy(DataInputStream in, DataOutputStream out, long bytes, boolean stays) throws IOException {
        var buffer = new byte[8192];
        for (long left = bytes; left > 0; ) {
            int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (n < 0) {
                throw new EOFException();
            }
            if (stays) {
                out.write(buffer, 0, n);
            }
            left -= n;
        }
    }
}
