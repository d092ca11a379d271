package vn.angiang.plan72.cluster;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx with {@code deploy/nginx/plan72.conf}: name, ports, nodes and folders replaced, nothing else. */
final class Nginx implements AutoCloseable {

    private final int port = Ports.free();
    private final Process process;
    private final KeyStore trusted;

    Nginx(Path folder, List<Integer> nodes) throws Exception {
        Path home = Files.createDirectories(folder.resolve("nginx").toAbsolutePath());
        trusted = certificate(home);
        String site = Files.readString(Path.of("deploy/nginx/plan72.conf"))
                .replaceAll("listen 443", "listen 127.0.0.1:" + port)
                .replaceAll("listen 80 ", "listen 127.0.0.1:" + Ports.free() + " ")
                .replace("plan72.example.gov.vn", "localhost")
                .replace("127.0.0.1:8081", "127.0.0.1:" + nodes.get(0))
                .replace("127.0.0.1:8082", "127.0.0.1:" + nodes.get(1))
                .replace("/etc/plan72/", home + "/")
                .replace("/var/log/nginx/", home + "/");
        Files.writeString(home.resolve("plan72.conf"), site);
        Files.writeString(
                home.resolve("nginx.conf"),
                """
                daemon off; %s pid nginx.pid; error_log error.log; worker_processes 1;
                events { worker_connections 4096; }
                http { client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u;
                  scgi_temp_path s; include plan72.conf; }
                """
                        .formatted(System.getProperty("user.name").equals("root") ? "user root;" : ""));
        process = new ProcessBuilder(program(), "-p", home + "/", "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        for (int i = 0; !Ports.answers(port); i++) {
            if (i == 100 || !process.isAlive()) {
                throw new IllegalStateException("nginx does not start: " + Files.readString(home.resolve("out.log")));
            }
            Thread.sleep(50);
        }
    }

    private static String program() {
        return List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx").stream()
                .filter(p -> Files.isExecutable(Path.of(p)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nginx is not installed: apt-get install nginx-light"));
    }

    /** A certificate for this run, as the two files nginx reads. */
    private static KeyStore certificate(Path home) throws Exception {
        Path store = home.resolve("tls.p12");
        Files.deleteIfExists(store);
        String password = "for-this-run";
        Commands.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-startdate",
                        "-1d",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password),
                Map.of());
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        var certificate = (X509Certificate) keys.getCertificate("tls");
        pem(home.resolve("tls.crt"), "CERTIFICATE", certificate.getEncoded());
        pem(
                home.resolve("tls.key"),
                "PRIVATE KEY",
                keys.getKey("tls", password.toCharArray()).getEncoded());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", certificate);
        return trusted;
    }

    private static void pem(Path file, String kind, byte[] content) throws Exception {
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                        + "-----\n");
    }

    /** Where people come in. */
    String address() {
        return "https://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Trusts the certificate of this run and nothing else. */
    SSLContext trust() throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
