package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Snapshot;

/** People and the posts they hold. Groups are {@code role.unitCode}; a post in an ended unit gives no group. */
@Service
public class People {

    private static final String HOLDS =
            """
             p.valid_from <= :on and (p.valid_to is null or p.valid_to >= :on)
             and u.valid_from <= :on and (u.valid_to is null or u.valid_to >= :on)
            """;

    private final JdbcClient jdbc;
    private final SubstitutionRows substitutions;
    private final Snapshot<Map<String, Person>> people;

    People(JdbcClient jdbc, SubstitutionRows substitutions) {
        this.jdbc = jdbc;
        this.substitutions = substitutions;
        this.people = new Snapshot<>(this::read);
    }

    public Optional<Person> byUsername(String username) {
        return Optional.ofNullable(people.get().get(username));
    }

    /** Everybody, by user name. */
    public List<Person> all() {
        return List.copyOf(people.get().values());
    }

    /** Full name; "Hệ thống" for the system; the user name itself when unknown. Never throws. */
    public String nameOf(String username) {
        if (username.equals(Actor.SYSTEM.username())) {
            return Actor.SYSTEM.fullName();
        }
        return byUsername(username).map(Person::fullName).orElse(username);
    }

    /** Own groups on that day, sorted; none for a person who has left. */
    public List<String> groupsOf(String username, LocalDate on) {
        return positionsOf(username, on).stream()
                .map(Position::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** Posts held on that day; none for a person who has left. */
    public List<Position> positionsOf(String username, LocalDate on) {
        return jdbc.sql("select p.* from position p join unit u on u.code = p.unit_code"
                        + " join person q on q.username = p.username"
                        + " where p.username = :username and q.active and" + HOLDS + " order by p.id")
                .param("username", username)
                .param("on", on)
                .query((rs, n) -> new Position(
                        rs.getString("username"),
                        rs.getString("role"),
                        rs.getString("unit_code"),
                        rs.getString("title_vi"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** Active people who hold the group {@code role.unitCode} on that day, in the order of their posts. */
    public List<Person> holding(String group, LocalDate on) {
        int dot = group.indexOf('.');
        if (dot < 0) {
            return List.of();
        }
        return jdbc
                .sql("select p.username from position p join unit u on u.code = p.unit_code"
                        + " where p.role = :role and p.unit_code = :unit and" + HOLDS + " order by p.id")
                .param("role", group.substring(0, dot))
                .param("unit", group.substring(dot + 1))
                .param("on", on)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .flatMap(u -> active(u).stream())
                .toList();
    }

    /** Active people who hold a role on that day, by unit, in the order of their posts. */
    public Map<String, List<Person>> holdingByUnit(String role, LocalDate on) {
        var found = new HashMap<String, List<Person>>();
        jdbc.sql("select p.unit_code, p.username from position p join unit u on u.code = p.unit_code"
                        + " where p.role = :role and" + HOLDS + " order by p.id")
                .param("role", role)
                .param("on", on)
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .list()
                .forEach(post -> active(post.get(1)).ifPresent(person -> {
                    var of = found.computeIfAbsent(post.get(0), u -> new ArrayList<>());
                    if (!of.contains(person)) {
                        of.add(person);
                    }
                }));
        return found;
    }

    /**
     * Active people who hold the group on that day and, unless its role is technical, those who stand in for them in
     * this process; each once.
     */
    public List<Person> holdingOrStandingIn(String group, LocalDate on, String processKey) {
        var holders = holding(group, on);
        if (!Roles.LENDABLE.contains(group.substring(0, Math.max(0, group.indexOf('.'))))) {
            return holders;
        }
        var all = new LinkedHashSet<>(holders);
        for (Person absent : holders) {
            substitutions.of(absent.username()).stream()
                    .filter(s -> s.absentUsername().equals(absent.username()) && s.holdsOn(on))
                    .filter(s -> s.processKeys().isEmpty() || s.processKeys().contains(processKey))
                    .flatMap(s -> active(s.deputyUsername()).stream())
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** Active people with a post in the unit on that day. */
    public List<Person> ofUnit(String unitCode, LocalDate on) {
        return jdbc
                .sql("select p.username from position p join unit u on u.code = p.unit_code"
                        + " where p.unit_code = :unit and" + HOLDS + " order by p.id")
                .param("unit", unitCode)
                .param("on", on)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .flatMap(u -> active(u).stream())
                .toList();
    }

    /**
     * The absences this person covers on that day, each with the absent person's groups of that day. Technical roles
     * (modeler, admin) are never lent.
     */
    public List<Actor.StandIn> standInsOf(String username, LocalDate on) {
        return substitutions.forDeputy(username).stream()
                .filter(s -> s.holdsOn(on))
                .map(s -> new Actor.StandIn(
                        s.absentUsername(),
                        nameOf(s.absentUsername()),
                        positionsOf(s.absentUsername(), on).stream()
                                .filter(p -> Roles.LENDABLE.contains(p.role()))
                                .map(Position::group)
                                .distinct()
                                .sorted()
                                .toList(),
                        s.processKeys()))
                .filter(s -> !s.groups().isEmpty())
                .toList();
    }

    void refresh() {
        people.clear();
    }

    private Optional<Person> active(String username) {
        return byUsername(username).filter(Person::active);
    }

    private Map<String, Person> read() {
        var all = new TreeMap<String, Person>();
        jdbc.sql("select username, full_name, email, active from person")
                .query((rs, n) -> new Person(rs.getString(1), rs.getString(2), rs.getString(3), rs.getBoolean(4)))
                .list()
                .forEach(p -> all.put(p.username(), p));
        return all;
    }
}
