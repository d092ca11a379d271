package vn.angiang.plan72.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The place (and the maker's own part, which may hold it again) in an Exif block; everything else stays as it is. */
final class ExifPlace {

    private static final int EXIF_IFD = 0x8769;
    private static final int GPS_IFD = 0x8825;
    private static final int MAKER_NOTE = 0x927C;
    private static final int ENTRY = 12;
    /** Bytes of one value by Exif type 1 to 12. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final byte[] block;
    private final int start;

    /** @param start where the TIFF header begins in the block */
    ExifPlace(byte[] block, int start) {
        this.block = block;
        this.start = start;
    }

    /** Blanks it in the block; false when the block cannot be read, and so must not be kept. */
    boolean blank() {
        try {
            var tiff = ByteBuffer.wrap(block, start, block.length - start).slice();
            short order = tiff.getShort();
            tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if ((order != 0x4949 && order != 0x4D4D) || tiff.getShort() != 42) {
                return false;
            }
            directory(tiff, tiff.getInt(4), false, 0);
            return true;
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | IllegalArgumentException
                | ArithmeticException broken) {
            return false;
        }
    }

    private void directory(ByteBuffer tiff, int at, boolean place, int depth) {
        if (depth > 3) {
            throw new IllegalArgumentException("directories within directories");
        }
        int entries = Short.toUnsignedInt(tiff.getShort(at));
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            if (tag == GPS_IFD || tag == EXIF_IFD) {
                directory(tiff, tiff.getInt(entry + 8), tag == GPS_IFD, depth + 1);
            }
            if (place || tag == MAKER_NOTE) {
                value(tiff, entry);
            }
            if (tag == GPS_IFD) {
                zero(entry + 8, 4);
            }
        }
        if (place) {
            zero(at, 2 + entries * ENTRY);
        }
    }

    private void value(ByteBuffer tiff, int entry) {
        int type = Short.toUnsignedInt(tiff.getShort(entry + 2));
        long bytes = (type < SIZES.length ? SIZES[type] : 1) * Integer.toUnsignedLong(tiff.getInt(entry + 4));
        if (bytes > 4) {
            zero(tiff.getInt(entry + 8), Math.toIntExact(bytes));
        } else {
            zero(entry + 8, 4);
        }
    }

    private void zero(int at, int bytes) {
        if (at < 0 || bytes < 0 || at + bytes > block.length - start) {
            throw new IndexOutOfBoundsException(at);
        }
        Arrays.fill(block, start + at, start + at + bytes, (byte) 0);
    }
}
