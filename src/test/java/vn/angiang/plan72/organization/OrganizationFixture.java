package vn.angiang.plan72.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.ModuleDatabase;

/** The organization module wired by hand, its data loaded. */
public final class OrganizationFixture {

    public static final LocalDate TODAY = LocalDate.of(2017, 2, 20);
    public static final Clock CLOCK = Clock.fixed(
            TODAY.atTime(8, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(), ZoneId.of("Asia/Ho_Chi_Minh"));
    public static final Actor ADMIN = actor("admin", "admin.SLDTBXH");

    public final ModuleDatabase db;
    public final Units units;
    public final UnitChanges unitChanges;
    public final People people;
    public final Substitutions substitutions;
    public final Staff staff;
    final OrganizationLoader loader;

    public OrganizationFixture(ModuleDatabase db, boolean demo) {
        this.db = db;
        units = new Units(db.jdbc);
        var writer = new UnitWriter(db.jdbc);
        var rows = new SubstitutionRows(db.jdbc);
        people = new People(db.jdbc, rows);
        unitChanges = new UnitChanges(db.jdbc, writer, units, db.publisher);
        substitutions = new Substitutions(rows, people, ModuleDatabase.messages(), db.publisher, CLOCK);
        staff = new Staff(db.jdbc, units, people, ModuleDatabase.messages(), db.publisher);
        loader = new OrganizationLoader(
                db.jdbc,
                writer,
                units,
                new DemoPeople(db.template, units, people, demo),
                new FirstPerson(demo ? "" : "quan.tri", "Quản trị hệ thống", db.jdbc, units, staff),
                db.transaction);
        loader.load();
    }

    public static OrganizationFixture loaded() {
        return new OrganizationFixture(ModuleDatabase.h2(), true);
    }

    public static Actor actor(String username, String... groups) {
        return new Actor(username, username, List.of(groups), List.of(), null);
    }
}
