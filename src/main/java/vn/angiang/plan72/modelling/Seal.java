package vn.angiang.plan72.modelling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was looked at is what is released: one SHA-256 over the names and contents of all files. */
final class Seal {

    private Seal() {}

    static String of(List<DraftFile> files) {
        return of(files.stream().collect(Collectors.toMap(DraftFile::name, DraftFile::content)));
    }

    /** @param files text by name */
    static String of(Map<String, String> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        new TreeMap<>(files).forEach((name, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the files are, line ends aside, those of the released version. */
    static boolean same(List<DraftFile> files, Map<String, String> released) {
        return files.size() == released.size()
                && files.stream().allMatch(f -> lines(f.content()).equals(lines(released.getOrDefault(f.name(), ""))));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
