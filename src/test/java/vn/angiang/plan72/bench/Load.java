package vn.angiang.plan72.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.TaskDesk;

/**
 * Open tasks as the province has them: a fifth of the work lies with one busy agency, a third with the districts, the
 * rest with other agencies and communes; every tenth task waits for the standing agency to confirm a result. A hundred
 * cases are really led to where they stand, then copied.
 */
final class Load {

    private static final LocalDate DUE = LocalDate.of(2017, 6, 30);
    private static final String BUSY = "SNNPTNT";
    private static final int TEMPLATES = 100;
    private static final int ACCEPTING = 36;

    private final App app;
    private final JdbcClient jdbc;
    private final Database database;
    private final Copies copies;
    private final List<Obligation> obligations;
    private int copied;

    Load(App app, Database database) {
        this.app = app;
        this.jdbc = app.bean(JdbcClient.class);
        this.database = database;
        this.copies = new Copies(app.bean(DataSource.class), database.isPostgres());
        this.obligations = app.bean(Obligations.class).all().stream()
                .filter(o -> o.specialFlow() == null)
                .toList();
    }

    /** A task somebody may do now. */
    record Waiting(String taskId, String caseNumber, String unitCode) {
        String officer() {
            return "officer." + unitCode.toLowerCase(Locale.ROOT);
        }
    }

    /** Leads the hundred cases to where they stand. */
    void templates() throws Exception {
        for (String statement : Copies.SCHEMA.strip().split(";")) {
            jdbc.sql(statement).update();
        }
        var units = units();
        for (int i = 0; i < TEMPLATES; i++) {
            String number = give(i, units.get(i));
            lead(number, units.get(i), stepsOf(i));
            if (i % 10 == 3) {
                claim(number);
            }
            jdbc.sql("insert into bench_template(instance, number, step)"
                            + " select process_instance_id, number, cast(? as integer) from case_file where number = ?")
                    .params(stepsOf(i), number)
                    .update();
        }
        if (jdbc.sql("select count(*) from ACT_RU_VARIABLE where BYTEARRAY_ID_ is not null")
                        .query(Integer.class)
                        .single()
                > 0) {
            throw new IllegalStateException("Variables kept as bytes cannot be copied");
        }
    }

    /** 40 % accept, 15 % plan, 10 % approve the plan, 25 % execute, 10 % confirm. */
    private static int stepsOf(int i) {
        int part = i * 37 % 100;
        return part < 40 ? 0 : part < 55 ? 1 : part < 65 ? 2 : part < 90 ? 3 : 5;
    }

    private List<String> units() {
        var units = app.bean(Units.class);
        var all = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            all.add(BUSY);
        }
        for (int i = 0; i < 3; i++) {
            units.districts().stream().map(Unit::code).forEach(all::add);
        }
        List.of(
                        "SYT",
                        "SGDDT",
                        "SXD",
                        "STP",
                        "SNV",
                        "SKHDT",
                        "STC",
                        "SCT",
                        "SKHCN",
                        "SVHTTDL",
                        "STNMT",
                        "SGTVT",
                        "STTTT",
                        "BDT",
                        "NHCSXH",
                        "BHXH_TINH",
                        "MTTQ_TINH",
                        "HLHPN_TINH",
                        "HND_TINH",
                        "DTN_TINH",
                        "SKHDT",
                        "STC",
                        "SXD",
                        "SYT",
                        "SGDDT",
                        "SLDTBXH",
                        "SLDTBXH")
                .forEach(all::add);
        units.all().stream()
                .filter(u -> u.level().equals("commune"))
                .map(Unit::code)
                .limit(TEMPLATES - all.size())
                .forEach(all::add);
        return all;
    }

    /** Everybody who will be asked to do something. */
    Set<String> officers() {
        return units().stream()
                .map(unit -> "officer." + unit.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Gives out one assignment; returns its case number. */
    String give(int index, String unit) throws Exception {
        Obligation obligation = obligations.get(index % obligations.size());
        return app.as("officer.sldtbxh", () -> app.bean(Assignments.class)
                .give(
                        new Assignments.Order(obligation, unit, "Văn bản hướng dẫn", DUE.plusDays(index % 120), 2017),
                        app.actor()));
    }

    /** Does the next steps of a case as its people would; six of them close it. */
    void lead(String number, String unit, int steps) throws Exception {
        String officer = "officer." + unit.toLowerCase(Locale.ROOT);
        String leader = "leader." + unit.toLowerCase(Locale.ROOT);
        if (steps > 0) {
            act(officer, number, Map.of("acceptance", "ACCEPT"));
        }
        if (steps > 1) {
            act(officer, number, Map.of("steps", "Soạn, lấy ý kiến, trình", "milestones", "15/4"));
        }
        if (steps > 2) {
            act(leader, number, Map.of("planDecision", "APPROVED"));
        }
        if (steps > 3) {
            act(officer, number, results(officer, number));
        }
        if (steps > 4) {
            act(leader, number, Map.of("resultDecision", "APPROVED"));
        }
        if (steps > 5) {
            act("officer.sldtbxh", number, Map.of("verdict", "CONFIRMED"));
        }
    }

    private Map<String, String> results(String officer, String number) throws Exception {
        var file = new ByteArrayInputStream("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        String taskId = app.bean(Inbox.class).ofCase(number).get(0).taskId();
        String id = app.as(officer, () -> app.bean(Documents.class)
                .store(number, taskId, "deliverables", "van-ban.pdf", file, app.actor())
                .id());
        return Map.of("resultSummary", "Đã ban hành", "completedOn", "2017-02-20", "deliverables", id);
    }

    private void act(String username, String number, Map<String, String> answers) throws Exception {
        String taskId = app.bean(Inbox.class).ofCase(number).get(0).taskId();
        app.as(username, () -> app.bean(TaskDesk.class).complete(taskId, submission(answers), app.actor()));
    }

    private void claim(String number) throws Exception {
        var item = app.bean(Inbox.class).ofCase(number).get(0);
        String username = item.candidates().get(0).toLowerCase(Locale.ROOT);
        app.as(username, () -> {
            app.bean(TaskDesk.class).claim(item.taskId(), app.actor());
            return true;
        });
    }

    static TaskDesk.Submission submission(Map<String, String> answers) {
        var raw = new HashMap<String, List<String>>();
        answers.forEach((key, value) -> raw.put(key, List.of(value)));
        return new TaskDesk.Submission(raw, null, Locale.forLanguageTag("vi"));
    }

    /** Copies until so many tasks are open. Returns the number of rows written. */
    long fillTo(int tasks) throws Exception {
        int missing = tasks - openTasks();
        int rounds = missing <= 0 ? 0 : (missing + TEMPLATES - 1) / TEMPLATES;
        long rows = rounds == 0 ? 0 : copies.make(copied + 1, copied + rounds, 9);
        copied += rounds;
        analyze();
        return rows;
    }

    /** Sees to it that so many copied assignments wait to be accepted, beyond the size if need be. */
    void fuel(int tasks) throws Exception {
        int missing = tasks - waiting(tasks).size();
        if (missing > 0) {
            int rounds = (missing + ACCEPTING - 1) / ACCEPTING;
            copies.make(copied + 1, copied + rounds, 0);
            copied += rounds;
        }
        analyze();
    }

    int openTasks() {
        return jdbc.sql("select count(*) from ACT_RU_TASK").query(Integer.class).single();
    }

    void analyze() {
        jdbc.sql(database.isPostgres() ? "vacuum analyze" : "analyze").update();
    }

    /** Leads some copied cases to their end: copies that the engine could not go on with would make figures worthless. */
    void checkCopies(int howMany) throws Exception {
        var cases = app.bean(Cases.class);
        for (Waiting task : waiting(howMany)) {
            lead(task.caseNumber(), task.unitCode(), 6);
            if (cases.byNumber(task.caseNumber()).isOpen()) {
                throw new IllegalStateException("Copied case " + task.caseNumber() + " does not close");
            }
        }
    }

    /** Copied assignments nobody has accepted yet, in an order that mixes the units. */
    List<Waiting> waiting(int most) {
        return jdbc.sql(
                        "select task_id, case_number, unit_code from work_item where task_key = 'UserTask_acceptAssignment'"
                                + " and assignee is null and length(case_number) = 18"
                                + " order by substring(case_number, 15), substring(case_number, 12, 3) desc"
                                + " fetch first " + most + " rows only")
                .query((rs, n) -> new Waiting(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    /** The bare engine leaves no trace in the worklist; what it did is taken out of it. */
    void removeGhosts() {
        jdbc.sql("delete from work_item where not exists (select 1 from ACT_RU_TASK t where t.ID_ = task_id)")
                .update();
    }
}
