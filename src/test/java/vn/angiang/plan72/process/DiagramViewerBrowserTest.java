package vn.angiang.plan72.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The diagram viewer in a real browser, under the application's content policy. */
@Tag("browser")
class DiagramViewerBrowserTest {

    private static final Path ASSETS = Path.of("target", "classes", "static", "assets");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String HTML =
            """
            <!doctype html><html lang="vi"><head><title>Sơ đồ</title>
            <script src="/watch.js"></script><link rel="stylesheet" href="/assets/viewer.css">
            <script src="/assets/viewer.js" defer></script></head><body>
            <div class="p72-diagram" data-diagram="%s" data-current="SubProcess_execution,UserTask_execute"
                 data-visited="Event_assigned,UserTask_acceptAssignment,UserTask_execute,Unknown_element"
                 data-label-zoom-in="Lớn hơn"><p>Hồ sơ đang ở bước thực hiện.</p></div>
            <div id="later"></div></body></html>
            """;
    private static final String WATCH =
            """
            window.violations = [];
            document.addEventListener("securitypolicyviolation", e => window.violations.push(e.violatedDirective));
            """;

    private static HttpServer server;
    private static Playwright playwright;
    private static Browser browser;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", DiagramViewerBrowserTest::answer);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    @BeforeEach
    void open() {
        page = browser.newPage();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body =
                switch (path) {
                    case "/", "/broken" ->
                        String.format(HTML, path.equals("/") ? "/so-do.bpmn" : "/missing")
                                .getBytes(StandardCharsets.UTF_8);
                    case "/watch.js" -> WATCH.getBytes(StandardCharsets.UTF_8);
                    case "/so-do.bpmn" -> Files.readAllBytes(Path.of("bpmn/assignment/assignment.bpmn"));
                    case "/assets/viewer.js", "/assets/viewer.css" ->
                        Files.readAllBytes(ASSETS.resolve(path.substring("/assets/".length())));
                    default -> null;
                };
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void show(String path) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + path);
    }

    @Test
    void theCurrentStepIsMarkedByColourAndByWords() {
        show("/");
        assertThat(page.locator(".p72-diagram")).hasAttribute("data-state", "shown");
        assertThat(page.locator(".p72-diagram__badge--current")).hasText("Đang ở đây");
        assertThat(page.locator(".p72-diagram__badge--visited")).hasCount(2);
        assertThat(page.locator("[data-element-id=UserTask_execute].p72-diagram-current"))
                .isVisible();
        assertThat(page.getByText("Hồ sơ đang ở bước thực hiện.")).hasCount(0);
    }

    @Test
    void nothingBreaksTheContentPolicy() {
        show("/");
        assertThat(page.locator(".p72-diagram")).hasAttribute("data-state", "shown");
        page.locator(".p72-diagram__canvas").click();
        page.mouse().wheel(0, 200);
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
    }

    @Test
    void theWholeDiagramCanBeReachedByKeyboard() {
        show("/");
        assertThat(page.locator(".p72-diagram")).hasAttribute("data-state", "shown");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Lớn hơn")).isFocused();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(".p72-diagram__canvas")).isFocused();
        String before = transform();
        page.keyboard().press("ArrowRight");
        assertThat(transform()).isNotEqualTo(before);
        String moved = transform();
        page.keyboard().press("+");
        assertThat(transform()).isNotEqualTo(moved);
    }

    private String transform() {
        return page.locator("svg g.viewport").getAttribute("transform");
    }

    @Test
    void theBpmnIoMarkStaysVisible() {
        show("/");
        assertThat(page.locator(".bjs-powered-by")).isVisible();
    }

    @Test
    void aDiagramThatArrivesLaterIsDrawnToo() {
        show("/");
        page.evaluate(
                """
                const part = document.getElementById("later");
                part.innerHTML = '<div class="p72-diagram" data-diagram="/so-do.bpmn"></div>';
                document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: part } }));
                """);
        assertThat(page.locator("#later .p72-diagram")).hasAttribute("data-state", "shown");
    }

    @Test
    void theSentenceStaysWhenTheDiagramCannotBeLoaded() {
        show("/broken");
        assertThat(page.locator(".p72-diagram")).hasAttribute("data-state", "failed");
        assertThat(page.getByText("Hồ sơ đang ở bước thực hiện.")).isVisible();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .hasText("Không tải được sơ đồ.");
    }
}
