package vn.angiang.plan72.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A page with one editor on it and the addresses that page needs, under the application's content policy: what the
 * browser code of the editors is tested against, without the rest of the application.
 */
final class EditorServer implements AutoCloseable {

    private static final Path ASSETS = Path.of("target", "classes", "static", "assets");
    private static final Path STYLES = Path.of("src", "main", "resources", "static", "css");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGE =
            """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Soạn mô hình</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/css/plan72.css"><link rel="stylesheet" href="/assets/modeller-%1$s.css">
            <script src="/watch.js"></script><script src="/assets/modeller-%1$s.js" defer></script></head>
            <body><main><h1>Soạn mô hình</h1>%2$s</main></body></html>
            """;
    private static final String EDITOR =
            """
            <div class="p72-modeller" data-kind="%s" data-load="/nhap/%s" data-save="/nhap/%s" data-check="/kiem-tra"
                 data-catalogue="/danh-muc" data-preview="/xem-truoc" data-csrf-header="X-CSRF-TOKEN"
                 data-csrf-token="dau-hieu" data-readonly="%s"></div>
            """;
    private static final String DIFF =
            """
            <div class="p72-model-diff" data-old="/nhap/%s" data-new="/nhap/%s" data-changes="/thay-doi"></div>
            """;
    private static final String WATCH =
            """
            window.violations = [];
            document.addEventListener("securitypolicyviolation", e => window.violations.push(e.violatedDirective));
            """;

    /** What the pickers offer. */
    static final String CATALOGUE =
            """
            {"groups": [{"value": "officer.${leadUnit}", "label": "Chuyên viên đơn vị chủ trì"},
                        {"value": "officer.${unit}", "label": "Chuyên viên của đơn vị"},
                        {"value": "officer.BDT", "label": "Chuyên viên Ban Dân tộc"},
                        {"value": "leader.${unit}", "label": "Lãnh đạo đơn vị"}],
             "steps": [{"bean": "caseSteps", "step": "dueIn", "arguments": ["workingDays"], "label": "Sau số ngày làm việc"},
                       {"bean": "reportingSteps", "step": "dueOf", "arguments": ["task"], "label": "Hạn của việc"},
                       {"bean": "reportingSteps", "step": "sumCommunes", "arguments": [], "label": "Cộng số liệu"},
                       {"bean": "reportingSteps", "step": "locksAt", "arguments": [], "label": "Lúc khóa"}],
             "messages": [{"name": "unitReport.locked", "label": "Kỳ đã khóa"}],
             "clauses": [{"code": "III.9", "label": "Trách nhiệm của người đứng đầu"}],
             "processes": [{"key": "communeReport", "name": "Báo cáo của xã"}],
             "forms": [{"id": "enterReport", "name": "Lập báo cáo"}],
             "decisions": [{"id": "escalationLevel", "name": "Mức đôn đốc"}],
             "variables": [{"name": "reportSigning", "meaning": "Ký hay trả lại"}]}
            """;

    /** One save as it arrived. */
    record Saved(String document, String revision, String token, String text) {}

    private final HttpServer server;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<Saved> saves = new ArrayList<>();
    private volatile int revision = 1;
    private volatile boolean conflict;
    private volatile String refusal = "";
    private volatile String problems = "[]";
    private volatile String changes = "[]";
    private volatile String checked = "";
    private volatile String previewed = "";

    EditorServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Forgets what a test left behind. */
    synchronized void reset() {
        documents.clear();
        saves.clear();
        revision = 1;
        conflict = false;
        refusal = "";
        problems = "[]";
        changes = "[]";
    }

    void document(String name, String text) {
        documents.put(name, text);
    }

    /** From now on somebody else has saved: every save over an older revision is refused. */
    void somebodyElseSaves() {
        revision = 7;
        conflict = true;
    }

    /** From now on no text is taken, for this reason; empty takes them again. */
    void refuses(String reason) {
        refusal = reason;
    }

    void gateFinds(String json) {
        problems = json;
    }

    void changes(String json) {
        changes = json;
    }

    synchronized List<Saved> saves() {
        return List.copyOf(saves);
    }

    /** Body of the last request to the gate. */
    String checked() {
        return checked;
    }

    /** The form of the last preview. */
    String previewed() {
        return previewed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/assets/")) {
            file(exchange, ASSETS.resolve(path.substring("/assets/".length())));
        } else if (path.startsWith("/css/")) {
            file(exchange, STYLES.resolve(path.substring("/css/".length())));
        } else if (path.startsWith("/nhap/") && exchange.getRequestMethod().equals("PUT")) {
            save(exchange, path.substring("/nhap/".length()), body);
        } else if (path.startsWith("/nhap/")) {
            exchange.getResponseHeaders().set("X-Revision", String.valueOf(revision));
            send(exchange, 200, "text/plain", read(path.substring("/nhap/".length())));
        } else {
            page(exchange, path, query, body);
        }
    }

    private void page(HttpExchange exchange, String path, String query, String body) throws IOException {
        switch (path) {
            case "/bpmn", "/dmn", "/form" -> {
                String kind = path.substring(1);
                String[] wanted = query.split("&", 2);
                boolean readonly = wanted.length > 1;
                String editor = String.format(EDITOR, kind, wanted[0], wanted[0], readonly);
                send(exchange, 200, "text/html", String.format(PAGE, kind, editor));
            }
            case "/diff" -> {
                String[] wanted = query.split("&", 2);
                send(
                        exchange,
                        200,
                        "text/html",
                        String.format(PAGE, "diff", String.format(DIFF, wanted[0], wanted[1])));
            }
            case "/watch.js" -> send(exchange, 200, "text/javascript", WATCH);
            case "/danh-muc" -> send(exchange, 200, "application/json", CATALOGUE);
            case "/thay-doi" -> send(exchange, 200, "application/json", changes);
            case "/kiem-tra" -> {
                checked = body;
                send(exchange, 200, "application/json", problems);
            }
            case "/xem-truoc" -> {
                previewed = body;
                send(exchange, 200, "text/html", "<p>Biểu mẫu như chuyên viên thấy</p>");
            }
            default -> send(exchange, 404, "text/plain", "");
        }
    }

    private synchronized void save(HttpExchange exchange, String document, String text) throws IOException {
        String over = exchange.getRequestHeaders().getFirst("If-Match");
        if (conflict && !over.equals(String.valueOf(revision))) {
            String answer =
                    "{\"by\": \"Trần Thị Bình\", \"at\": \"2017-03-05T08:30:00Z\", \"revision\": " + revision + "}";
            send(exchange, 409, "application/json", answer);
            return;
        }
        if (!refusal.isEmpty()) {
            send(exchange, 422, "application/problem+json", "{\"detail\": \"" + refusal + "\"}");
            return;
        }
        conflict = false;
        revision++;
        documents.put(document, text);
        saves.add(new Saved(document, over, exchange.getRequestHeaders().getFirst("X-CSRF-TOKEN"), text));
        String answer = "{\"revision\": " + revision + ", \"savedAt\": \"2017-03-05T08:30:00Z\"}";
        send(exchange, 200, "application/json", answer);
    }

    private String read(String name) throws IOException {
        String known = documents.get(name);
        return known != null ? known : Files.readString(Path.of(name));
    }

    private static void file(HttpExchange exchange, Path file) throws IOException {
        String type = file.toString().endsWith(".css") ? "text/css" : "text/javascript";
        send(exchange, 200, type, Files.readString(file));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        boolean inline = path.equals("/dmn") || path.equals("/form");
        String policy = inline ? POLICY.replace("style-src 'self';", "style-src 'self' 'unsafe-inline';") : POLICY;
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
