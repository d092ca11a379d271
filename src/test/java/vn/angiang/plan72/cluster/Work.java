package vn.angiang.plan72.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.bench.App;
import vn.angiang.plan72.bench.Database;

/** People and assignments for a cluster: made by the program itself, in this process, on the cluster's database. */
final class Work implements AutoCloseable {

    static final String PASSWORD = App.PASSWORD;

    private static final List<String> UNITS = List.of(
            "SYT", "SGDDT", "SXD", "STP", "SNV", "SKHDT", "STC", "SCT", "SKHCN", "SVHTTDL", "STNMT", "SGTVT", "STTTT",
            "BDT", "SNNPTNT", "H883", "H884", "H886", "H887", "H888", "H889", "H890", "H891", "H892", "H893");

    private final App app;
    private final JdbcClient jdbc;
    private int given;

    /** An assignment its unit has not accepted yet. */
    record Waiting(String taskId, String caseNumber, String unit) {

        String officer() {
            return "officer." + unit.toLowerCase(Locale.ROOT);
        }

        /** The second officer of the unit. */
        String colleague() {
            return "officer2." + unit.toLowerCase(Locale.ROOT);
        }
    }

    Work(Cluster cluster, Path folder) {
        app = new App(
                new Database(
                        "postgres",
                        cluster.postgres.url(Cluster.DATABASE) + "?prepareThreshold=0",
                        "postgres",
                        "",
                        null),
                folder,
                Ports.free(),
                Map.of("plan72.clock.mode", "system"));
        jdbc = app.bean(JdbcClient.class);
        // Production closes accounts of the demonstration; these people are to stay
        jdbc.sql("update account set demo = false, enabled = true").update();
        jdbc.sql("update person set demo = false").update();
        for (String unit : UNITS) {
            colleague(unit, unit.toLowerCase(Locale.ROOT));
        }
    }

    private void colleague(String unit, String code) {
        jdbc.sql("insert into person(username, full_name, active, demo, search_key) values (?, ?, true, false, ?)")
                .params("officer2." + code, "Đồng nghiệp " + unit, code)
                .update();
        jdbc.sql("insert into position(username, role, unit_code, title_vi, valid_from)"
                        + " values (?, 'officer', ?, 'Chuyên viên', date '2016-01-01')")
                .params("officer2." + code, unit)
                .update();
        jdbc.sql("insert into account(username, password_hash, enabled, must_change, demo, failed_count,"
                        + " password_changed_at, created_at) select ?, password_hash, true, false, false, 0,"
                        + " password_changed_at, created_at from account where username = ?")
                .params("officer2." + code, "officer." + code)
                .update();
    }

    /** Nodes remember people for up to a minute: waits until all of them know these. */
    Work awaitKnown(Cluster cluster) throws Exception {
        var http = HttpClient.newHttpClient();
        for (Node node : cluster.nodes) {
            var me = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/me"))
                    .header("Authorization", Load.basic("officer2.h893"))
                    .build();
            for (int i = 0;
                    http.send(me, HttpResponse.BodyHandlers.discarding()).statusCode() != 200;
                    i++) {
                if (i == 100) {
                    throw new IllegalStateException("Node " + node.port() + " does not know its people");
                }
                jdbc.sql("delete from sign_in_attempt").update();
                Thread.sleep(1_000);
            }
        }
        return this;
    }

    /** Gives out assignments and returns their first tasks. */
    List<Waiting> give(int howMany) throws Exception {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < howMany; i++) {
            numbers.add(app.giveAssignment(given, UNITS.get(given % UNITS.size())));
            given++;
        }
        var waiting = new ArrayList<Waiting>();
        for (int from = 0; from < numbers.size(); from += 500) {
            waiting.addAll(jdbc.sql("select task_id, case_number, unit_code from work_item"
                            + " where task_key = 'UserTask_acceptAssignment' and case_number in (:numbers)")
                    .param("numbers", numbers.subList(from, Math.min(numbers.size(), from + 500)))
                    .query((rs, n) -> new Waiting(rs.getString(1), rs.getString(2), rs.getString(3)))
                    .list());
        }
        if (waiting.size() != howMany) {
            throw new IllegalStateException(waiting.size() + " tasks of " + howMany + " assignments");
        }
        return waiting;
    }

    @Override
    public void close() {
        app.close();
    }
}
