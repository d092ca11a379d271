package vn.angiang.plan72.organization;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Actor;

/**
 * The person behind the first administrator of a new installation ({@code plan72.first-admin.username} and {@code
 * .full-name}): registered with the post of administrator in the standing agency while nobody holds such a post.
 */
@Component
class FirstPerson {

    private final String username;
    private final String fullName;
    private final JdbcClient jdbc;
    private final Units units;
    private final Staff staff;

    FirstPerson(
            @Value("${plan72.first-admin.username:}") String username,
            @Value("${plan72.first-admin.full-name:Quản trị hệ thống}") String fullName,
            JdbcClient jdbc,
            Units units,
            Staff staff) {
        this.username = username.strip();
        this.fullName = fullName;
        this.jdbc = jdbc;
        this.units = units;
        this.staff = staff;
    }

    /** The caller holds the transaction; units are loaded. */
    void load() {
        boolean wanted = !username.isEmpty()
                && jdbc.sql("select count(*) from position where role = 'admin'")
                                .query(Integer.class)
                                .single()
                        == 0;
        if (wanted) {
            var person = staff.register(username, fullName, "", Actor.SYSTEM);
            staff.appoint(
                    person.username(),
                    Roles.ADMIN,
                    units.standingAgency().code(),
                    "Quản trị hệ thống",
                    AgencyCatalogue.FIRST_DAY,
                    Actor.SYSTEM);
        }
    }
}
