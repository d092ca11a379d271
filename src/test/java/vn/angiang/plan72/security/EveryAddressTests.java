package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import vn.angiang.plan72.accountability.AccountabilityCases;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.Comments;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.Forged;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.Mappings;
import vn.angiang.plan72.support.SomeAssignment;

/**
 * Every address of the application is tried by everybody, with names of things that do not exist, with names built to
 * break something, and with the real names of what belongs to others. Each request is rolled back.
 */
@IntegrationTest
class EveryAddressTests {

    private static final String OFFICER = "officer.sldtbxh";

    /** Roles by whom everything is tried. */
    private static final List<String> PEOPLE =
            List.of("officer.x30280", "leader.h891", OFFICER, "leader.ubnd_tinh", "supervisor", "modeler", "admin");

    /** People to whom the secrets below say nothing: another agency, another district, a commune of it. */
    private static final List<String> STRANGERS = List.of("leader.stp", "leader.h891", "officer.x30280");

    /** Stands in everything that is written down about the cases strangers must not see. */
    private static final String SECRET = "XQZ7391";

    private static final String HOSTILE = "'\"><script>alert(1)</script>${7*7}#{7*7}__${7*7}__::.x;--\u202e%00../..";

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    AccountabilityCases accountability;

    @Autowired
    Cases cases;

    @Autowired
    Comments comments;

    @Autowired
    Documents documents;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private List<Mappings.Door> doors() {
        return Mappings.of(requestMappingHandlerMapping);
    }

    private MockHttpServletResponse knock(
            Mappings.Door door, String username, Function<String, String> variable, Function<String, String> input) {
        String path = door.filled(name -> UriUtils.encode(variable.apply(name), StandardCharsets.UTF_8));
        var request = request(door.method(), java.net.URI.create(path))
                .with(user(username))
                .with(csrf());
        if (door.isApi() && door.changes()) {
            request.contentType("application/json").content("{\"answers\":{\"x\":\"" + SECRET + "\"}}");
        }
        for (String name : door.inputs()) {
            request.param(name, input.apply(name));
        }
        try {
            var answer = transaction.execute(tx -> {
                tx.setRollbackOnly();
                try {
                    return mvc.perform(request).andReturn().getResponse();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            if (answer.getStatus() >= 500) {
                faults.add(door.method() + " " + path + " by " + username + " answers " + answer.getStatus());
            }
            return answer;
        } catch (RuntimeException e) {
            faults.add(door.method() + " " + path + " by " + username + " fails with " + e);
            return new MockHttpServletResponse();
        }
    }

    @Test
    void namesOfThingsThatDoNotExistNeverBreakAnything() {
        int asked = 0;
        for (var door : doors()) {
            var made = door.variables();
            for (String person : PEOPLE) {
                knock(door, person, name -> Forged.matching(made.get(name)), name -> "1");
                asked++;
            }
        }
        assertThat(faults).isEmpty();
        assertThat(asked).isGreaterThan(600);
    }

    @Test
    void namesBuiltToBreakSomethingDoNot() throws Exception {
        for (var door : doors()) {
            var made = door.variables();
            for (String person : List.of(OFFICER, "admin")) {
                var answer = knock(door, person, name -> Forged.matching(made.get(name)), name -> HOSTILE);
                shows(door, person, answer);
                boolean free = made.values().stream().anyMatch(p -> p.pattern().equals(".+"));
                if (free) {
                    shows(door, person, knock(door, person, name -> free(made.get(name)), name -> "x".repeat(3000)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String free(java.util.regex.Pattern pattern) {
        return pattern.pattern().equals(".+") ? HOSTILE.replace("/", "") : Forged.matching(pattern);
    }

    /** What was sent must come back as text or not at all. */
    private void shows(Mappings.Door door, String person, MockHttpServletResponse answer) throws Exception {
        if (answer.getContentType() != null && answer.getContentType().startsWith("text/html")) {
            String page = answer.getContentAsString();
            if (page.contains("<script>alert") || page.contains(">49") || page.contains("org.springframework.")) {
                faults.add(door.method() + " " + door.pattern() + " by " + person + " shows what was sent as markup");
            }
        }
    }

    @Test
    void whatBelongsToOthersCannotBeReadOrChangedByItsName() throws Exception {
        var names = secrets();
        int tried = 0;
        for (var door : doors()) {
            var variables = door.variables();
            for (String name : names) {
                var place = variables.entrySet().stream()
                        .filter(v -> v.getValue().matcher(name).matches())
                        .map(java.util.Map.Entry::getKey)
                        .findFirst();
                boolean asInput = place.isEmpty() && !door.inputs().isEmpty() && name.matches("[A-Z]{2}-.*");
                if (place.isEmpty() && !asInput) {
                    continue;
                }
                for (String person : STRANGERS) {
                    var answer = knock(
                            door,
                            person,
                            v -> v.equals(place.orElse("")) ? name : Forged.matching(variables.get(v)),
                            input -> name);
                    tried++;
                    String page = answer.getContentAsString(StandardCharsets.UTF_8);
                    if (page.replace("=" + name, "").contains(SECRET)) {
                        faults.add(door.method() + " " + door.pattern() + " tells " + person + " of " + name);
                    }
                    if (place.isPresent() && door.changes() && answer.getStatus() < 400) {
                        faults.add(door.method() + " " + door.pattern() + " lets " + person + " change " + name + ": "
                                + answer.getStatus() + " " + answer.getRedirectedUrl());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    /** A case of another district and a restricted one, and everything that hangs on them. */
    private Set<String> secrets() {
        String assigned = assignment.forUnit("H886");
        String restricted = as.call(
                OFFICER,
                () -> accountability.openByHand(
                        "H886", "B", "Vụ " + SECRET, "Chậm phân bổ vốn " + SECRET, as.actor(OFFICER)));
        var names = new LinkedHashSet<String>();
        for (String number : List.of(assigned, restricted)) {
            names.add(number);
            names.add(file(number));
            desk.steps(number).forEach(step -> names.add(desk.task(number, step).taskId()));
            names.addAll(jdbc.sql("select process_instance_id from case_file where number = ?")
                    .param(number)
                    .query(String.class)
                    .list());
        }
        comment(assigned);
        jdbc.sql("select cast(id as varchar) from notice where username like '%.h886' order by id desc"
                        + " fetch first 2 rows only")
                .query(String.class)
                .list()
                .forEach(names::add);
        return names;
    }

    private void comment(String number) {
        as.run(
                OFFICER,
                () -> transaction.executeWithoutResult(tx -> {
                    CaseFile file = cases.byNumber(number);
                    comments.add(file.number(), "Trao đổi " + SECRET, as.actor(OFFICER), "empty", "tooLong");
                }));
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
                            SECRET + ".pdf",
                            new ByteArrayInputStream(pdf),
                            as.actor(OFFICER));
                    documents.seal(List.of(kept.id()), null, number);
                    return kept.id();
                }));
    }

    @Test
    void noChangeIsMadeWithoutATokenOrWithAnothersToken() throws Exception {
        var browser = new SignedInBrowser(mvc, "10.9.9.9");
        browser.signIn(OFFICER, "thu-nghiem-2017");
        var other = new SignedInBrowser(mvc, "10.9.9.8");
        other.signIn("officer.bdt", "thu-nghiem-2017");
        String foreign = other.token("/mat-khau");
        int tried = 0;
        for (var door : doors()) {
            if (!door.changes()) {
                continue;
            }
            var made = door.variables();
            String path = door.filled(name -> Forged.matching(made.get(name)));
            for (String token : new String[] {null, "", "x".repeat(96), foreign}) {
                var request = MockMvcRequestBuilders.request(door.method(), path);
                if (token != null) {
                    request.param("_csrf", token).header("X-CSRF-TOKEN", token);
                }
                assertThat(browser.send(request).getStatus())
                        .as("%s %s with token %s", door.method(), path, token)
                        .isEqualTo(withoutToken(door));
                tried++;
            }
            var program = MockMvcRequestBuilders.request(door.method(), path)
                    .contentType("text/plain")
                    .content("{\"answers\":{}}");
            assertThat(browser.send(program).getStatus()).isEqualTo(withoutToken(door));
        }
        assertThat(tried).isGreaterThan(150);
        assertThat(browser.open("/mat-khau").getStatus()).isEqualTo(200);
    }

    /** Where no cookie is read there is nobody to be forged: whoever comes without a key is not let in at all. */
    private static int withoutToken(Mappings.Door door) {
        return door.pattern().startsWith("/engine-rest") ? 401 : 403;
    }
}
