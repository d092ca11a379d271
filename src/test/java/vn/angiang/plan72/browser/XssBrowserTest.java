package vn.angiang.plan72.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.angiang.plan72.accountability.AccountabilityCases;
import vn.angiang.plan72.casefile.Comments;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.inspection.Inspections;
import vn.angiang.plan72.organization.Staff;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.Mappings;
import vn.angiang.plan72.support.SomeAssignment;

/**
 * A hundred texts that would run as script if anything showed them as markup, stored wherever people may write; then
 * every page is opened in Chromium. Nothing runs, nothing of it becomes an element, the content policy has nothing to
 * stop.
 */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XssBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final String OFFICER = "officer.sldtbxh";
    private static final String WATCH =
            """
            window.p72ran = []; window.p72 = () => window.p72ran.push('ran');
            window.alert = window.confirm = window.prompt = () => window.p72ran.push('dialog');
            document.addEventListener('securitypolicyviolation',
              e => window.p72ran.push(e.violatedDirective + ' ' + e.sample));
            """;
    private static final String BECAME_MARKUP =
            """
            [...document.querySelectorAll('*')].filter(e =>
              [...e.attributes].some(a => /^on|^hx-on|^srcdoc$/i.test(a.name)
                || /^(href|src|action|formaction|data|xlink:href|background)$/i.test(a.name)
                   && /^[\\s\\u0000-\\u001f]*(javascript|vbscript|data:text)/i.test(a.value))
              || /^(iframe|object|embed|base|marquee|math|plaintext|xmp)$/i.test(e.tagName)
              || e.tagName === 'SCRIPT' && !e.src.startsWith(location.origin + '/')).map(e => e.outerHTML.slice(0, 200))
            """;

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Clockwork clock;

    @Autowired
    As as;

    @Autowired
    Desk desk;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    AccountabilityCases accountability;

    @Autowired
    Inspections inspections;

    @Autowired
    Comments comments;

    @Autowired
    Documents documents;

    @Autowired
    Staff staff;

    @Autowired
    Substitutions substitutions;

    @Autowired
    TransactionTemplate transaction;

    private Chromium chromium;
    private List<String> payloads;
    private final Set<String> names = new LinkedHashSet<>();
    private int next;

    @BeforeAll
    void open() throws Exception {
        clock.set(LocalDate.of(2017, 2, 20));
        chromium = new Chromium("http://127.0.0.1:" + port);
        payloads = new ClassPathResource("xss.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(payloads).hasSize(100);
        write();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    /** So many of the texts, one after the other, in one field. */
    private String texts(int howMany) {
        var text = new StringBuilder();
        for (int i = 0; i < howMany; i++) {
            text.append(payloads.get(next++ % payloads.size())).append(' ');
        }
        return text.toString();
    }

    private void write() {
        var officer = as.actor(OFFICER);
        var admin = as.actor("admin");
        String given = assignment.forUnit("H887");
        names.add(given);
        for (String payload : payloads) {
            as.run(OFFICER, () -> comments.add(given, payload, officer, "empty", "tooLong"));
        }
        var person =
                staff.engage("thu.xss", texts(1), "", "officer", "H887", texts(1), LocalDate.of(2017, 1, 1), admin);
        names.add(person.username());
        substitutions.create(
                "officer.h887", "leader.h887", clock.today(), clock.today().plusDays(3), List.of(), texts(3), admin);
        names.add(file(given));
        desk.does("officer.h887", given, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does("officer.h887", given, "planExecution", "steps", texts(20), "milestones", texts(10));
        String accused = as.call(OFFICER, () -> accountability.openByHand("H887", "B", texts(2), texts(5), officer));
        String inspected = as.call(OFFICER, () -> inspections.open("H887", "KIEM_TRA", texts(2), officer));
        names.addAll(List.of(accused, inspected, "H887", "2017", "IV.3.a", "task.accept.workingDays"));
        for (String number : List.of(given, accused, inspected)) {
            desk.steps(number).forEach(step -> names.add(desk.task(number, step).taskId()));
        }
    }

    private String file(String number) {
        byte[] pdf = "%PDF-1.4\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return as.call(
                OFFICER,
                () -> transaction.execute(t -> {
                    var kept = documents.store(
                            number,
                            null,
                            "evidence",
                            "'\"><img src=x onerror=p72()>.pdf",
                            new ByteArrayInputStream(pdf),
                            as.actor(OFFICER));
                    documents.seal(List.of(kept.id()), null, number);
                    return kept.id();
                }));
    }

    @Test
    void nothingThatWasWrittenRunsOnAnyPage() {
        var faults = new ArrayList<String>();
        int pages = 0;
        for (String username : List.of(OFFICER, "leader.h887", "supervisor", "admin")) {
            Page page = chromium.signedIn(username, PASSWORD);
            page.addInitScript(WATCH);
            for (String path : paths()) {
                var answer = page.request().get(path);
                String type = answer.headers().getOrDefault("content-type", "");
                if (answer.status() != 200 || !type.startsWith("text/html")) {
                    continue;
                }
                page.navigate(path);
                pages++;
                Object ran = page.evaluate("window.p72ran");
                Object markup = page.evaluate(BECAME_MARKUP);
                if (!((List<?>) ran).isEmpty() || !((List<?>) markup).isEmpty()) {
                    faults.add(username + " " + path + ": " + ran + " " + markup);
                }
            }
            page.context().close();
        }
        assertThat(faults).isEmpty();
        assertThat(pages).isGreaterThan(60);
    }

    /** Every page there is, with the names of what was written where an address asks for one. */
    private Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        for (var door : Mappings.of(requestMappingHandlerMapping)) {
            if (!door.method().equals(HttpMethod.GET)
                    || door.isApi()
                    || door.pattern().startsWith("/dang-")) {
                continue;
            }
            if (door.variables().isEmpty()) {
                paths.add(door.pattern());
            } else if (door.variables().size() == 1) {
                var pattern = door.variables().values().iterator().next();
                names.stream()
                        .filter(name -> pattern.matcher(name).matches())
                        .forEach(name -> paths.add(door.filled(v -> name)));
            }
        }
        paths.removeIf(path -> path.contains(".xlsx") || path.contains(".csv") || path.startsWith("/tep/"));
        paths.add("/ho-so?q=" + java.net.URLEncoder.encode(payloads.get(1), StandardCharsets.UTF_8));
        return paths;
    }

    @Test
    void theWatchIsAwakeAndThePolicyStopsAPageThatIsNotOurs() {
        Page page = chromium.signedIn(OFFICER, PASSWORD);
        page.addInitScript(WATCH);
        page.navigate("/viec");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/x\" onerror=\"p72()\">')");
        page.waitForTimeout(500);
        assertThat(page.evaluate("window.p72ran").toString())
                .contains("script-src")
                .doesNotContain("ran,");
        assertThat((List<?>) page.evaluate(BECAME_MARKUP)).hasSize(1);
    }
}
