package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;

/** Cases of capital as people would run them, for tests. */
@TestComponent
public class CapitalCases {

    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final TransactionTemplate transaction;
    private final Rounds rounds;
    private final Ledgers ledgers;
    private final Desk desk;
    private final As as;
    private final Clockwork clock;

    CapitalCases(
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            TransactionTemplate transaction,
            Rounds rounds,
            Ledgers ledgers,
            Desk desk,
            As as,
            Clockwork clock) {
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.transaction = transaction;
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.desk = desk;
        this.as = as;
        this.clock = clock;
    }

    static String officer(String unit) {
        return "officer." + unit.toLowerCase(Locale.ROOT);
    }

    static String leader(String unit) {
        return "leader." + unit.toLowerCase(Locale.ROOT);
    }

    /** Opens a case of the flow on its own. */
    public String open(String unit, int year) {
        return as.call(
                officer(unit),
                () -> transaction.execute(tx -> {
                    var file = cases.open(
                            new NewCase(
                                    "PB",
                                    Rounds.PROCESS,
                                    "Phân bổ vốn năm " + year,
                                    null,
                                    "IV.10",
                                    unit,
                                    "SLDTBXH",
                                    Set.of(),
                                    year,
                                    "mandatory",
                                    CaseState.DANG_THUC_HIEN,
                                    null),
                            as.actor(officer(unit)));
                    String instance = processes.start(
                            Rounds.PROCESS, file.number(), Map.of("leadUnit", unit, "year", (long) year));
                    cases.runsOn(file.number(), instance, models.latestDefinition(Rounds.PROCESS));
                    return file.number();
                }));
    }

    /** Rows as typed: {@code "H891;NSTW_DT;DA2;1000"} of a round, {@code "NSTW_DT;DA2;X30280;Cầu;1000"} of a ledger. */
    public static List<TypedRow> rows(String... rows) {
        var typed = new ArrayList<TypedRow>();
        for (String row : rows) {
            int number = typed.size() + 1;
            TypedRow.Place place = (column, message) -> new FieldError(column + "." + number, message);
            String[] c = row.split(";", -1);
            typed.add(
                    c.length == 4
                            ? new TypedRow(place, c[0], c[1], c[2], "", "", c[3])
                            : new TypedRow(place, "", c[0], c[1], c[2], c[3], c[4]));
        }
        return typed;
    }

    /** Proposes these rows. */
    public void propose(String number, String unit, String... rows) {
        as.run(officer(unit), () -> {
            var round = rounds.of(number, as.actor(officer(unit)));
            rounds.save(number, round.revision(), rows(rows), as.actor(officer(unit)));
        });
        desk.does(
                officer(unit), number, "proposeCapital", "capitalProposal", "PROPOSED", "balance", "Đã cân đối nguồn");
    }

    /** The province gives these rows: proposed by SKHDT, appraised by STC, decided by the Chair today. */
    public String give(int year, String... rows) {
        String number = open("SKHDT", year);
        propose(number, "SKHDT", rows);
        desk.does("officer.stc", number, "appraiseCapital", "capitalAppraisal", "AGREED", "opinion", "Cân đối được");
        desk.does(
                "leader.ubnd_tinh",
                number,
                "decideCapital",
                "capitalDecision",
                "DECIDED",
                "documentNumber",
                "3800/QĐ-UBND",
                "signedOn",
                day());
        return number;
    }

    /** Today, as people type it. */
    public String day() {
        var d = clock.today();
        return "%02d/%02d/%d".formatted(d.getDayOfMonth(), d.getMonthValue(), d.getYear());
    }

    /** The district's officer types these lines. */
    public void draft(int year, String district, String... rows) {
        as.run(
                officer(district),
                () -> ledgers.saveAllocation(
                        year,
                        district,
                        ledger(year, district).revision(),
                        rows(rows),
                        Map.of(),
                        as.actor(officer(district))));
    }

    public Ledger ledger(int year, String district) {
        return as.call(officer(district), () -> ledgers.sheet(year, district, as.actor(officer(district)))
                .ledger());
    }

    /** Submits and signs. */
    public void sign(String number, String district) {
        desk.does(officer(district), number, "allocateCapital", "allocation", "SUBMITTED");
        approve(number, district);
    }

    public void approve(String number, String district) {
        desk.does(
                leader(district),
                number,
                "approveAllocation",
                "allocationApproval",
                "APPROVED",
                "documentNumber",
                "120/QĐ-UBND",
                "signedOn",
                day());
    }

    /** The district's officer enters what is disbursed of every line. */
    public void disburse(int year, String district, long... amounts) {
        var ledger = ledger(year, district);
        var byLine = new java.util.HashMap<Long, Long>();
        for (int i = 0; i < amounts.length; i++) {
            byLine.put(ledger.signedLines().get(i).id(), amounts[i]);
        }
        as.run(
                officer(district),
                () -> ledgers.saveDisbursement(year, district, ledger.revision(), byLine, as.actor(officer(district))));
    }
}
