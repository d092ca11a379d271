package vn.angiang.plan72.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The certified OpenID provider of {@code src/test/oidc}, run with Node. */
final class Provider implements AutoCloseable {

    static final String SECRET = "mot-bi-mat-chi-de-thu";

    private static final Path HOME = Path.of("src/test/oidc").toAbsolutePath();

    private final int port = Ports.free();
    private Process process;

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Settings of nodes that let people sign in here. */
    Map<String, String> settings() {
        return Map.of(
                "PLAN72_OIDC_ISSUER", issuer(), "PLAN72_OIDC_CLIENT_ID", "plan72", "PLAN72_OIDC_CLIENT_SECRET", SECRET);
    }

    /** Starts for a client at this address; installs the package first when need be. */
    Provider start(String client) throws Exception {
        if (!Files.exists(HOME.resolve("node_modules/oidc-provider"))) {
            Commands.run(
                    List.of("npm", "ci", "--prefix", HOME.toString(), "--ignore-scripts", "--no-audit", "--no-fund"),
                    Map.of());
        }
        process = new ProcessBuilder(
                        "node",
                        HOME.resolve("provider.mjs").toString(),
                        String.valueOf(port),
                        "plan72",
                        SECRET,
                        client + "/dang-nhap/ve/oidc",
                        client + "/dang-nhap?da-thoat")
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("plan72-provider", ".log").toFile())
                .start();
        for (int i = 0; !Ports.answers(port); i++) {
            if (i == 200 || !process.isAlive()) {
                throw new IllegalStateException("The provider does not start");
            }
            Thread.sleep(50);
        }
        return this;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
