package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;

/** Cases of capital as people would run them, for tests. */
@TestComponent
public class CapitalCases {

    private final Flows flows;
    private final Rounds rounds;
    private final Ledgers ledgers;
    private final Desk desk;
    private final As as;
    private final Clockwork clock;

    CapitalCases(Flows flows, Rounds rounds, Ledgers ledgers, Desk desk, As as, Clockwork clock) {
        this.flows = flows;
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
        var opening = new Flows.Opening(Rounds.PROCESS, "Phân bổ vốn năm " + year, unit, year, null, null);
        return as.call(officer(unit), () -> flows.start(opening, as.actor(officer(unit))));
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
                "allocationNumber",
                "120/QĐ-UBND",
                "allocationSignedOn",
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
