package vn.angiang.plan72.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.InboxQuery;
import vn.angiang.plan72.worklist.TaskDesk;

/**
 * Loads more and more open tasks and times at each size: the inbox, claim + read + complete, and starting; ours and the
 * bare engine's in turn, with 1 and with 8 clients.
 *
 * <p>Arguments: {@code h2} or {@code postgres}, then sizes. Properties: {@code bench.seconds} per series (8),
 * {@code bench.acts} (any of inbox,page,complete,start), {@code bench.port} (8180), {@code bench.folder} (target/bench), {@code bench.explain} (what PostgreSQL did; false).
 */
public final class Bench {

    private static final int[] CLIENTS = {1, 8};
    private static final List<String> PEOPLE = List.of(
            "officer.sldtbxh", "officer.snnptnt", "officer.h891", "officer.h886", "leader.snnptnt", "officer.syt");

    private final App app;
    private final BareEngine bare;
    private final Load load;
    private final Indexes indexes;
    private final @Nullable Scans scans;
    private final Report report;
    private final int port;
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private final AtomicInteger given = new AtomicInteger();
    private final Program program;
    private final Map<String, Browser> browsers = new HashMap<>();

    private Bench(App app, BareEngine bare, Load load, Report report, int port) throws Exception {
        this.app = app;
        this.bare = bare;
        this.load = load;
        this.report = report;
        this.port = port;
        this.program = new Program(port);
        this.indexes = new Indexes(app.bean(JdbcClient.class));
        this.scans = Boolean.getBoolean("bench.explain") ? new Scans(app.bean(JdbcClient.class)) : null;
    }

    /** Runs on one database. */
    public static void main(String[] arguments) throws Exception {
        String kind = arguments.length > 0 ? arguments[0] : "postgres";
        var sizes = new ArrayList<Integer>();
        for (int i = 1; i < arguments.length; i++) {
            sizes.add(Integer.valueOf(arguments[i]));
        }
        if (sizes.isEmpty()) {
            sizes.addAll(List.of(1_000, 10_000, 100_000));
        }
        Path folder =
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
        int port = Integer.getInteger("bench.port", 8180);
        var report = new Report("Benchmark on " + kind);
        try (var database = Database.open(kind, folder);
                var app = new App(database, folder, port);
                var bare = new BareEngine(database)) {
            var load = new Load(app, database);
            describe(report, app, database);
            var bench = new Bench(app, bare, load, report, port);
            load.templates();
            bench.warmUp();
            for (int size : sizes) {
                bench.measure(size);
                report.write(folder, kind);
            }
        }
        System.exit(0);
    }

    private static void describe(Report report, App app, Database database) throws Exception {
        try (var connection = app.bean(javax.sql.DataSource.class).getConnection()) {
            var data = connection.getMetaData();
            report.fact(data.getDatabaseProductName() + " " + data.getDatabaseProductVersion() + ", "
                    + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", heap "
                    + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MB");
        }
        if (database.isPostgres()) {
            var jdbc = app.bean(JdbcClient.class);
            for (String name : List.of("fsync", "synchronous_commit", "shared_buffers")) {
                report.fact(name + " = "
                        + jdbc.sql("show " + name).query(String.class).single());
            }
        }
    }

    private void warmUp() throws Exception {
        for (String officer : load.officers()) {
            program.inbox(officer); // its password is checked in full only once in a while
        }
        for (String person : PEOPLE) {
            browsers.put(person, new Browser(port).signIn(person, App.PASSWORD));
        }
        load.fillTo(400);
        var tasks = load.waiting(120);
        for (int i = 0; i < tasks.size(); i++) {
            if (i % 2 == 0) {
                ourComplete(tasks.get(i));
            } else {
                bare.complete(tasks.get(i).taskId(), tasks.get(i).officer());
            }
        }
        for (int i = 0; i < 60; i++) {
            ourStart();
            bareStart();
            ourInbox(i);
            inboxPage(i);
            bareInbox(i);
        }
        load.removeGhosts();
    }

    private void measure(int size) throws Exception {
        long before = System.nanoTime();
        long rows = load.fillTo(size);
        report.fact("%,d open tasks: %,d rows copied in %.0f s"
                .formatted(load.openTasks(), rows, (System.nanoTime() - before) / 1e9));
        load.checkCopies(3);
        for (int clients : CLIENTS) {
            if (wanted("inbox")) {
                inbox(size, clients);
            } else if (wanted("page")) {
                Series page = Series.of(clients, 100_000, time, this::inboxPage);
                report.add(new Report.Line(size, "inbox page over HTTP", page, Series.NONE, Series.NONE));
            }
        }
        for (int clients : CLIENTS) {
            if (wanted("complete")) {
                complete(size, clients);
            }
        }
        for (int clients : CLIENTS) {
            if (wanted("start")) {
                start(size, clients);
            }
        }
        load.removeGhosts();
    }

    private static boolean wanted(String act) {
        return List.of(System.getProperty("bench.acts", "inbox,complete,start").split(","))
                .contains(act);
    }

    private void inbox(int size, int clients) throws Exception {
        Series theirs = Series.of(clients, 100_000, time, this::bareInbox);
        indexes.remove();
        Series shipped = Series.of(clients, 100_000, time, this::bareInbox);
        indexes.create();
        report.add(new Report.Line(
                size, "inbox, in process", Series.of(clients, 100_000, time, this::ourInbox), theirs, shipped));
        Series page = Series.of(clients, 100_000, time, this::inboxPage);
        report.add(new Report.Line(size, "inbox page over HTTP", page, theirs, shipped));
    }

    private void complete(int size, int clients) throws Exception {
        int most = Math.max(250, Math.min(2000, size / 16));
        load.fuel(4 * most);
        watch();
        Series ours = explained("ours: complete", each(clients, most, this::ourComplete));
        Series theirs = explained("bare: complete", each(clients, most, t -> bare.complete(t.taskId(), t.officer())));
        load.removeGhosts();
        indexes.remove();
        Series shipped = each(clients, most, t -> bare.complete(t.taskId(), t.officer()));
        load.removeGhosts();
        indexes.create();
        report.add(new Report.Line(size, "claim + read + complete", ours, theirs, shipped));
        Series http = each(clients, most, t -> program.accept(t.taskId(), t.officer()));
        report.add(new Report.Line(size, "the same over HTTP API", http, theirs, shipped));
    }

    private void watch() throws InterruptedException {
        if (scans != null) {
            scans.begin();
        }
    }

    private Series explained(String what, Series series) throws InterruptedException {
        if (scans != null) {
            report.fact(what + ", " + series.clients() + " clients");
            scans.end(Math.max(1, series.acts())).forEach(l -> report.fact("    " + l));
            scans.begin();
        }
        return series;
    }

    private interface TaskAct {
        void run(Load.Waiting task) throws Exception;
    }

    private Series each(int clients, int most, TaskAct act) throws Exception {
        var tasks = load.waiting(most);
        return Series.of(clients, tasks.size(), time, i -> act.run(tasks.get(i)));
    }

    private void start(int size, int clients) throws Exception {
        int most = Math.max(100, Math.min(2000, size / 10));
        watch();
        Series ours = explained("ours: start", Series.of(clients, most, time, i -> ourStart()));
        Series theirs = explained("bare: start", Series.of(clients, most, time, i -> bareStart()));
        indexes.remove();
        Series shipped = Series.of(clients, most, time, i -> bareStart());
        indexes.create();
        report.add(new Report.Line(size, "start", ours, theirs, shipped));
    }

    private void inboxPage(int index) throws Exception {
        browsers.get(person(index)).page("/viec/don-vi");
    }

    private void ourInbox(int index) throws Exception {
        var inbox = app.bean(Inbox.class);
        app.as(person(index), () -> {
            inbox.page(InboxQuery.of(InboxQuery.View.UNIT), app.actor());
            return inbox.counts(app.actor());
        });
    }

    private void bareInbox(int index) {
        String person = person(index);
        String unit = person.substring(person.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        bare.inbox(List.of(person.substring(0, person.indexOf('.') + 1) + unit));
    }

    private static String person(int index) {
        return PEOPLE.get(index % PEOPLE.size());
    }

    private void ourComplete(Load.Waiting task) throws Exception {
        var desk = app.bean(TaskDesk.class);
        app.as(task.officer(), () -> {
            desk.claim(task.taskId(), app.actor());
            desk.open(task.taskId(), app.actor());
            return desk.complete(task.taskId(), Load.submission(Map.of("acceptance", "ACCEPT")), app.actor());
        });
    }

    private void ourStart() throws Exception {
        int index = given.incrementAndGet();
        load.give(index, index % 5 == 0 ? "SNNPTNT" : index % 2 == 0 ? "H891" : "SYT");
    }

    private void bareStart() {
        bare.start("X-2017-" + given.incrementAndGet(), "SYT");
    }
}
