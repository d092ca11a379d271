package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/**
 * Reorganisation of units: nothing is ever renamed or deleted, a unit ends and another takes over. Administrators
 * only.
 */
@Service
@Transactional
public class UnitChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final UnitWriter writer;
    private final Units units;
    private final ApplicationEventPublisher events;

    UnitChanges(JdbcClient jdbc, UnitWriter writer, Units units, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.units = units;
        this.events = events;
    }

    /** Adds a unit. @throws Refusal.Conflict when the code is taken, by a living or an ended unit */
    public void add(Unit unit, Actor by) {
        mayChange(by);
        if (units.find(unit.code()).isPresent()) {
            throw new Refusal.Conflict("refusal.unit.codeTaken", unit.code());
        }
        if (unit.parentCode() != null) {
            units.byCode(unit.parentCode());
        }
        writer.insert(unit, unit.nameVi(), null, null, 1_000_000);
        changed(unit.code(), UnitChanged.What.ADDED, unit.nameVi(), by);
    }

    /** Ends a unit; its history stays. @throws Refusal.Conflict when it has ended already or begins later */
    public void close(String code, LocalDate lastDay, Actor by) {
        mayChange(by);
        Unit unit = units.byCode(code);
        if (unit.validTo() != null || lastDay.isBefore(unit.validFrom())) {
            throw new Refusal.Conflict("refusal.unit.cannotClose", unit.nameVi());
        }
        jdbc.sql("update unit set valid_to = :day where code = :code and valid_to is null")
                .param("day", lastDay)
                .param("code", code)
                .update();
        changed(code, UnitChanged.What.CLOSED, "Kết thúc hoạt động ngày " + DAY.format(lastDay), by);
    }

    /** Records that one unit takes over from another. */
    public void succeed(String fromCode, String toCode, LocalDate effectiveOn, String basis, Actor by) {
        mayChange(by);
        units.byCode(fromCode);
        String heir = units.byCode(toCode).nameVi();
        if (fromCode.equals(toCode) || units.answersAlready(fromCode, toCode)) {
            throw new Refusal.Conflict("refusal.unit.cannotSucceed", fromCode, toCode);
        }
        jdbc.sql("insert into unit_successor (from_code, to_code, effective_on, basis) values (?, ?, ?, ?)")
                .params(fromCode, toCode, effectiveOn, basis)
                .update();
        changed(fromCode, UnitChanged.What.SUCCEEDED, heir + " kế thừa từ ngày " + DAY.format(effectiveOn), by);
    }

    private void changed(String code, UnitChanged.What what, String detail, Actor by) {
        units.refresh();
        events.publishEvent(new UnitChanged(code, what, detail, by));
    }

    private static void mayChange(Actor by) {
        if (!by.isSystem() && !by.hasRole(Roles.ADMIN)) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
    }
}
