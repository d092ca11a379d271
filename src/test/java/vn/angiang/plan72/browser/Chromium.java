package vn.angiang.plan72.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's Chromium: one browser for all browser tests, a fresh context per person. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    Chromium(String base) {
        this.base = base;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: apt-get install chromium"));
    }

    /** A page in which nobody is signed in. */
    Page anonymous() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("vi-VN")
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** A page in which this person is signed in. */
    Page signedIn(String username, String password) {
        Page page = anonymous();
        page.onConsoleMessage(m -> {
            if (m.text().startsWith("htmx:sendAbort")) {
                givenUp(page);
            } else if (m.type().equals("error") || m.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + m.text());
            }
        });
        page.onPageError(e -> complaints.add(page.url() + ": " + e));
        page.navigate("/dang-nhap");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("main form button").first().click();
        assertThat(page.url()).doesNotContain("/dang-nhap");
        return page;
    }

    /** A page of somebody who is not signed in, perhaps without scripts. */
    Page stranger(boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("vi-VN")
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + m.text());
            }
        });
        page.onPageError(e -> complaints.add(page.url() + ": " + e));
        return page;
    }

    /**
     * The browser gives up a draft's save that is under way when the person sends the form; htmx reports that as two
     * errors, "afterRequest" and then "sendAbort". Nothing is lost: what is sent is newer than the draft.
     */
    private void givenUp(Page page) {
        int last = complaints.lastIndexOf(complaints.stream()
                .filter(c -> c.startsWith(page.url() + ": htmx:afterRequest"))
                .reduce((a, b) -> b)
                .orElse(""));
        if (last >= 0) {
            complaints.remove(last);
        }
    }

    /** Pictures of the page as it stands, on a desk and on a phone, in {@code target/screenshots}. */
    void picture(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, width == 360 ? 740 : 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/" + name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 900);
    }

    /** Nothing on the page keeps people with disabilities out (WCAG 2.2 A and AA as far as axe can tell). */
    void accessible(Page page) {
        var result = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(result.getViolations())
                .as(page.url())
                .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Nothing spills over the side on a phone. */
    void fitsAPhone(Page page) {
        page.setViewportSize(360, 740);
        Object overflow = page.evaluate(
                """
                document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
                  [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 361)
                    .slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).join(', ')
                """);
        assertThat(overflow).as(page.url() + " at 360 px").isEqualTo("");
        page.setViewportSize(1280, 900);
    }

    /** Errors and policy violations the browser reported so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
