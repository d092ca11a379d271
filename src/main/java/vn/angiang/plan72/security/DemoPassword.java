package vn.angiang.plan72.security;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.KeptFile;

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
        return settings.password().isBlank()
                ? KeptFile.read(file, "demonstration password", DemoPassword::madeUp)
                : settings.password().strip();
    }

    /** Four words of 64 and four digits: about 37 bits, and the waits after failures. */
    static String madeUp() {
        var random = new SecureRandom();
        return Stream.generate(() -> WORDS[random.nextInt(WORDS.length)])
                        .limit(4)
                        .collect(Collectors.joining("-")) + "-" + (1000 + random.nextInt(9000));
    }
}
