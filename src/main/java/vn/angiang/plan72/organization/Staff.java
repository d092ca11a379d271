package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Administrators register people and give and end their posts. Nobody is deleted: acts keep their author. */
@Service
@Transactional
public class Staff {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

    private final JdbcClient jdbc;
    private final Units units;
    private final People people;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    Staff(JdbcClient jdbc, Units units, People people, MessageSource messages, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.people = people;
        this.messages = messages;
        this.events = events;
    }

    /**
     * Registers a person; an account to sign in with is another matter.
     *
     * @param email may be empty
     * @throws Refusal.BadInput (fields username, fullName, email)
     */
    public Person register(String username, String fullName, String email, Actor by) {
        mayChange(by);
        String key = username.strip().toLowerCase(Locale.ROOT);
        String name = Texts.clean(fullName);
        String mail = Texts.clean(email);
        var errors = new ArrayList<FieldError>();
        if (!USERNAME.matcher(key).matches() || key.equals(Actor.SYSTEM.username())) {
            errors.add(error("username", "staff.error.username"));
        } else if (people.byUsername(key).isPresent()) {
            errors.add(error("username", "staff.error.taken"));
        }
        if (name.isEmpty() || name.length() > 200) {
            errors.add(error("fullName", "staff.error.fullName"));
        }
        if (!mail.isEmpty() && (mail.length() > 200 || !EMAIL.matcher(mail).matches())) {
            errors.add(error("email", "staff.error.email"));
        }
        refuse(errors);
        jdbc.sql("insert into person (username, full_name, email, active, demo, search_key)"
                        + " values (:username, :name, :email, true, false, :key)")
                .param("username", key)
                .param("name", name)
                .param("email", mail.isEmpty() ? null : mail)
                .param("key", Texts.searchKey(name + " " + key))
                .update();
        changed(key, "Thêm " + name, by);
        return people.byUsername(key).orElseThrow();
    }

    /**
     * Gives a post to a person, who is registered first when the user name is new; all or nothing.
     *
     * @throws Refusal.BadInput as {@link #register} and {@link #appoint}
     */
    public Person engage(
            String username,
            String fullName,
            String email,
            String role,
            String unitCode,
            String titleVi,
            LocalDate validFrom,
            Actor by) {
        String key = username.strip().toLowerCase(Locale.ROOT);
        Person person = people.byUsername(key).orElseGet(() -> register(key, fullName, email, by));
        appoint(key, role, unitCode, titleVi, validFrom, by);
        return person;
    }

    /** The person has left, or is back. Posts stay as they are; without being active they give no group. */
    public void setActive(String username, boolean active, Actor by) {
        mayChange(by);
        if (!active && username.equals(by.username())) {
            throw new Refusal.Conflict("refusal.staff.self");
        }
        int rows = jdbc.sql("update person set active = ? where username = ? and active <> ?")
                .params(active, username, active)
                .update();
        if (rows == 0) {
            throw new Refusal.Conflict("refusal.staff.unchanged", username);
        }
        changed(username, active ? "Làm việc trở lại" : "Ngừng làm việc", by);
    }

    /**
     * Gives a post from a day on.
     *
     * @throws Refusal.BadInput (fields username, role, titleVi, validFrom)
     */
    public void appoint(String username, String role, String unitCode, String titleVi, LocalDate validFrom, Actor by) {
        mayChange(by);
        Unit unit = units.byCode(unitCode);
        String title = Texts.clean(titleVi);
        var errors = new ArrayList<FieldError>();
        if (people.byUsername(username).filter(Person::active).isEmpty()) {
            errors.add(error("username", "staff.error.unknown"));
        }
        if (!Roles.ALL.contains(role)) {
            errors.add(error("role", "staff.error.role"));
        }
        if (title.isEmpty() || title.length() > 200) {
            errors.add(error("titleVi", "staff.error.title"));
        }
        if (unit.isGroup() || unit.isPosition() || !unit.existsOn(validFrom)) {
            errors.add(error("validFrom", "staff.error.unit"));
        }
        refuse(errors);
        if (overlaps(username, role, unitCode, validFrom)) {
            throw new Refusal.Conflict("refusal.staff.hasPost", people.nameOf(username), unit.nameVi());
        }
        jdbc.sql("insert into position (username, role, unit_code, title_vi, valid_from) values (?, ?, ?, ?, ?)")
                .params(username, role, unitCode, title, validFrom)
                .update();
        changed(username, title + ", " + unit.nameVi() + " từ ngày " + DAY.format(validFrom), by);
    }

    /**
     * Ends a post after a day.
     *
     * @throws Refusal.Conflict no such post lasts on that day, or it is the last administrator's
     */
    public void endPost(String username, String role, String unitCode, LocalDate lastDay, Actor by) {
        mayChange(by);
        if (role.equals(Roles.ADMIN) && otherAdmins(username, lastDay.plusDays(1)) == 0) {
            throw new Refusal.Conflict("refusal.staff.lastAdmin");
        }
        int rows = jdbc.sql("update position set valid_to = :last where username = :username and role = :role"
                        + " and unit_code = :unit and valid_from <= :last and (valid_to is null or valid_to > :last)")
                .param("last", lastDay)
                .param("username", username)
                .param("role", role)
                .param("unit", unitCode)
                .update();
        if (rows == 0) {
            throw new Refusal.Conflict("refusal.staff.noPost");
        }
        changed(username, "Thôi giữ chức vụ tại " + units.nameOf(unitCode) + " sau ngày " + DAY.format(lastDay), by);
    }

    private boolean overlaps(String username, String role, String unitCode, LocalDate from) {
        return jdbc.sql("select count(*) from position where username = ? and role = ? and unit_code = ?"
                                + " and (valid_to is null or valid_to >= ?)")
                        .params(username, role, unitCode, from)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int otherAdmins(String username, LocalDate on) {
        return jdbc.sql("select count(*) from position p join person q on q.username = p.username"
                        + " where p.role = 'admin' and q.active and p.username <> ? and p.valid_from <= ?"
                        + " and (p.valid_to is null or p.valid_to >= ?)")
                .params(username, on, on)
                .query(Integer.class)
                .single();
    }

    private void changed(String username, String detail, Actor by) {
        people.refresh();
        events.publishEvent(new StaffChanged(username, detail, by));
    }

    private static void mayChange(Actor by) {
        if (!by.isSystem() && !by.hasRole(Roles.ADMIN)) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    private FieldError error(String field, String key) {
        return new FieldError(field, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
