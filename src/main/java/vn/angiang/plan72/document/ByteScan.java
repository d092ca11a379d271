package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks for byte strings in a stream, in pieces, so that nothing is held but the piece. */
final class ByteScan {

    /** The harmless test file every scanner must find; in two halves so that this class is not taken for it. */
    static final byte[] EICAR = ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    /** Directory entry every VBA project has in an OLE2 container. */
    static final byte[] VBA = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

    private final byte[][] wanted;
    private final boolean[] found;
    private final int longest;
    private byte[] tail = new byte[0];

    ByteScan(byte[]... wanted) {
        this.wanted = wanted;
        this.found = new boolean[wanted.length];
        int max = 1;
        for (byte[] w : wanted) {
            max = Math.max(max, w.length);
        }
        this.longest = max;
    }

    /** Next piece; a hit may lie across two pieces. */
    void add(byte[] piece, int length) {
        var window = new byte[tail.length + length];
        System.arraycopy(tail, 0, window, 0, tail.length);
        System.arraycopy(piece, 0, window, tail.length, length);
        for (int i = 0; i < wanted.length; i++) {
            found[i] = found[i] || indexOf(window, wanted[i]) >= 0;
        }
        int keep = Math.min(window.length, longest - 1);
        tail = java.util.Arrays.copyOfRange(window, window.length - keep, window.length);
    }

    ByteScan addAll(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            add(buffer, n);
        }
        return this;
    }

    /** Whether the i-th byte string was there. */
    boolean found(int i) {
        return found[i];
    }

    static int indexOf(byte[] in, byte[] what) {
        outer:
        for (int i = 0; i <= in.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (in[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    static boolean startsWith(byte[] in, byte[] what) {
        return in.length >= what.length && java.util.Arrays.equals(in, 0, what.length, what, 0, what.length);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
