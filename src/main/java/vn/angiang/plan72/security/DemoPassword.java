package vn.angiang.plan72.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The common password of the demonstration: set, or made up once and kept beside the data, readable by the owner only. */
@Component
class DemoPassword {

    private static final String[] WORDS = ("ban bien bong buom cau chanh chim chuoi cong cua dao dat dien dong dua gao"
                    + " ghe gio gon hat hoa hoi huong kenh khe khoai lang lua mai mang mat may me mua nam nang nep ngan"
                    + " ngo nhan nui nuoc oi phao que rau ruong sen song suoi tam thom tom tra trang tre troi tung vai vang"
                    + " vung xanh xoai xuan")
            .split(" ");

    private final DemoSettings settings;
    private final Path file;

    DemoPassword(DemoSettings settings, @Value("${plan72.data-dir:./data}") Path dataDir) {
        this.settings = settings;
        this.file = dataDir.resolve("demo-password.txt");
    }

    String value() {
        return settings.password().isBlank() ? kept() : settings.password().strip();
    }

    private String kept() {
        try {
            if (Files.exists(file)) {
                String password = Files.readString(file).strip();
                if (!password.isEmpty()) {
                    return password;
                }
                Files.delete(file);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                create();
            } catch (FileAlreadyExistsException e) {
                // another node was faster: its password counts
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the demonstration password in " + file, e);
        }
    }

    private void create() throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, madeUp() + System.lineSeparator());
    }

    /** Four words of 64 and four digits: about 37 bits, and the waits after failures. */
    static String madeUp() {
        var random = new SecureRandom();
        return Stream.generate(() -> WORDS[random.nextInt(WORDS.length)])
                        .limit(4)
                        .collect(Collectors.joining("-")) + "-" + (1000 + random.nextInt(9000));
    }
}
