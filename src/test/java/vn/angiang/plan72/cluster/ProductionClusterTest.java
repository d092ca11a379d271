package vn.angiang.plan72.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes of the jar in profile {@code prod} on one PostgreSQL behind nginx with the file of {@code deploy/}. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionClusterTest {

    private static final Path FOLDER = Path.of("target/cluster");
    private static final Duration LOAD = Duration.ofMinutes(4);

    private Cluster cluster;
    private Provider provider;
    private Work work;

    @BeforeAll
    void twoNodesAtOnce() throws Exception {
        provider = new Provider();
        cluster = new Cluster(FOLDER, provider.settings());
        provider.start(cluster.nginx.address());
        work = new Work(cluster, FOLDER);
        cluster.start();
    }

    @AfterAll
    void down() throws Exception {
        if (work != null) {
            work.close();
        }
        cluster.close();
        provider.close();
    }

    private int number(String sql) {
        return cluster.sql().sql(sql).query(Integer.class).single();
    }

    private int asked(Node node, String path, String session) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                                .header("Cookie", session)
                                .header("X-Forwarded-Proto", "https")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(1)
    void theSchemaWasMadeOnceAndEachModelReleasedOnce() {
        assertThat(number("select count(*) - count(distinct version) from flyway_schema_history"))
                .isZero();
        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertThat(number("select count(*) from ACT_RE_PROCDEF where VERSION_ > 1"))
                .isZero();
        for (Node node : cluster.nodes) {
            assertThat(node.status("/actuator/health/liveness")).isEqualTo(200);
            assertThat(node.status("/actuator/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void aSessionHoldsOnBothNodesUntilItIsEndedOnEither() throws Exception {
        var person = new Person(cluster).signIn("officer.syt");
        assertThat(person.at()).isEqualTo("/viec");
        String session = person.session();
        for (Node node : cluster.nodes) {
            assertThat(asked(node, "/viec", session)).isEqualTo(200);
        }
        assertThat(person.open("/actuator/health").status()).isEqualTo(404);
        person.open("/viec").send("/dang-xuat");
        assertThat(person.page()).contains("Đã đăng xuất");
        for (Node node : cluster.nodes) {
            assertThat(asked(node, "/viec", session)).isEqualTo(302);
        }
    }

    @Test
    @Order(3)
    void whoeverTheProviderVouchesForComesInAsOurPerson() throws Exception {
        var person = atProvider("officer.sct");
        assertThat(person.at()).isEqualTo("/viec");
        assertThat(person.open("/api/v1/me").page()).contains("officer.sct");
        for (Node node : cluster.nodes) {
            assertThat(asked(node, "/viec", person.session())).isEqualTo(200);
        }
        person.open("/viec").send("/dang-xuat");
        person.send("/session/end/confirm", "logout", "yes");
        assertThat(person.page()).contains("Đã đăng xuất");
        assertThat(person.open("/viec").at()).startsWith("/dang-nhap");
        assertThat(number("select count(*) from journal_entry where actor = 'officer.sct'"
                        + " and action in ('session.signedIn', 'session.signedOut')"))
                .isEqualTo(2);
    }

    private Person atProvider(String login) throws Exception {
        var person = new Person(cluster).open("/dang-nhap");
        assertThat(person.page()).contains("Đăng nhập qua hệ thống xác thực của tỉnh");
        person.open("/dang-nhap/qua/oidc");
        person.send("/interaction/", "login", login, "password", "gì cũng được");
        return person.send("/interaction/");
    }

    @Test
    @Order(4)
    void whoHasNoAccountOrIsSomebodyElseIsToldSo() throws Exception {
        var stranger = atProvider("nguoi.la");
        assertThat(stranger.at()).isEqualTo("/dang-nhap");
        assertThat(stranger.page()).contains("Chưa có tài khoản nguoi.la trong hệ thống này");
        var namesake = atProvider("officer.sct@2");
        assertThat(namesake.page()).contains("đã gắn với một người khác");
        assertThat(namesake.open("/viec").at()).startsWith("/dang-nhap");
    }

    @Test
    @Order(5)
    void ofHundredRacesEachHasOneWinnerAndNobodyGetsAnError() throws Exception {
        var claims = Races.claims(cluster, work.give(60));
        assertThat(claims.wrong()).as(claims.toString()).isZero();
        var completions = Races.completions(cluster, work.give(40));
        assertThat(completions.wrong()).as(completions.toString()).isZero();
    }

    @Test
    @Order(6)
    void aRollingUpdateLosesNothingNotEvenWhenANodeDies() throws Exception {
        Path next = NextRelease.in(FOLDER);
        var running = work.give(400);
        var load = new Load(cluster, running.subList(0, 200), 4);
        while (load.promised() < 30) {
            Thread.sleep(20);
        }
        cluster.nodes.get(0).kill();
        var dying = load.await(LOAD).compare(cluster.sql());
        assertThat(dying).isEqualTo(new Load.Truth(dying.promised(), 0, 0, 0, 0));
        cluster.again(0, next);

        try (var second = new Load(cluster, running.subList(200, 400), 4)) {
            while (second.promised() < 30) {
                Thread.sleep(20);
            }
            cluster.nodes.get(1).stop();
            var truth = second.await(LOAD).compare(cluster.sql());
            assertThat(truth).isEqualTo(new Load.Truth(200, 0, 0, 0, 0));
            assertThat(second.failures()).as(second.answers().toString()).isZero();
        }
        cluster.again(1, next);
        assertThat(number("select count(*) from flyway_schema_history where version = '9999'"))
                .isEqualTo(1);
        assertThat(number("select max(VERSION_) from ACT_RE_PROCDEF where KEY_ = 'assignment'"))
                .isEqualTo(2);
    }

    @Test
    @Order(7)
    void casesBegunBeforeTheUpdateGoOnAfterIt() throws Exception {
        var before = work.give(20);
        var truth = new Load(cluster, before, 4).await(LOAD).compare(cluster.sql());
        assertThat(truth).isEqualTo(new Load.Truth(20, 0, 0, 0, 0));
        assertThat(number("select count(distinct HOSTNAME_) from ACT_HI_JOB_LOG where HOSTNAME_ like '%:%'"))
                .as("nodes that ran jobs")
                .isEqualTo(2);
    }

    @Test
    @Order(8)
    void everyLineOfTheLogIsAnObject() throws Exception {
        var json = new ObjectMapper();
        for (Node node : cluster.nodes) {
            for (String line : Files.readAllLines(node.log())) {
                var object = json.readTree(line);
                assertThat(object.has("@timestamp") && object.has("message"))
                        .as(line)
                        .isTrue();
            }
        }
    }

    @Test
    @Order(9)
    void aBackupTakenUnderLoadIsRestoredAndProvesItself() throws Exception {
        var load = new Load(cluster, work.give(150), 4);
        while (load.promised() < 20) {
            Thread.sleep(20);
        }
        String dump = Commands.run(
                List.of("deploy/backup", FOLDER.resolve("backups").toString()),
                cluster.postgres.environment(Cluster.DATABASE));
        load.await(LOAD);
        cluster.postgres.sql("postgres").sql("create database restored").update();
        var restored = cluster.postgres.environment("restored");
        Commands.run(List.of("deploy/restore", dump), restored);
        assertThat(Commands.outcome(List.of("deploy/restore", dump), restored).code())
                .as("a database that is not empty is left alone")
                .isEqualTo(2);
        int code = cluster.command(
                Map.of("PLAN72_DB_URL", cluster.postgres.url("restored")),
                "--plan72.verify",
                "--camunda.bpm.job-execution.enabled=false");
        assertThat(code).isZero();
    }
}
