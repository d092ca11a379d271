package vn.angiang.plan72.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Texts;

/** Thanh tra by law is not run here: who inspected whom by which decision is kept for reference. */
@Service
public class StatutoryInspections {

    private final JdbcClient jdbc;
    private final Inspections inspections;
    private final Units units;
    private final Journal journal;
    private final InspectionWords words;
    private final Clock clock;

    StatutoryInspections(
            JdbcClient jdbc,
            Inspections inspections,
            Units units,
            Journal journal,
            InspectionWords words,
            Clock clock) {
        this.jdbc = jdbc;
        this.inspections = inspections;
        this.units = units;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** A reference. */
    public record Reference(String unit, String agency, String decisionNo, LocalDate decidedOn, String subject) {}

    /** All references, latest first. */
    @Transactional(readOnly = true)
    public List<Reference> all() {
        return jdbc.sql("select unit_code, agency, decision_no, decided_on, subject from statutory_inspection"
                        + " order by decided_on desc, id desc")
                .query((rs, n) -> new Reference(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getObject(4, LocalDate.class),
                        rs.getString(5)))
                .list();
    }

    /**
     * Adds a reference.
     *
     * @throws vn.angiang.plan72.shared.Refusal.BadInput when anything is missing or the day lies ahead
     */
    @Transactional
    public void add(Reference r, Actor by) {
        inspections.requireInspector(by);
        String agency = Texts.clean(r.agency());
        String number = Texts.clean(r.decisionNo());
        String subject = Texts.clean(r.subject());
        boolean whole = units.find(r.unit()).isPresent()
                && !agency.isEmpty()
                && agency.length() <= 300
                && !number.isEmpty()
                && number.length() <= 100
                && !subject.isEmpty()
                && subject.length() <= 1000
                && !r.decidedOn().isAfter(LocalDate.now(clock));
        if (!whole) {
            throw words.refuse("agency", "inspection.statutory.error");
        }
        jdbc.sql("insert into statutory_inspection(unit_code, agency, decision_no, decided_on, subject, added_by,"
                        + " added_at) values (?, ?, ?, ?, ?, ?, ?)")
                .param(r.unit())
                .param(agency)
                .param(number)
                .param(r.decidedOn())
                .param(subject)
                .param(by.username())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        journal.record(Act.of(
                units.standingAgency().code(),
                "inspection.statutory",
                null,
                by,
                Map.of("unit", r.unit(), "no", number)));
    }
}
