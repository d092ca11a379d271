package vn.angiang.plan72.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Texts;

/**
 * Made-up people so that the system can be tried: an officer and a leader for every unit that works, and the few
 * special posts. Only with {@code plan72.demo.enabled}; never in production.
 */
@Component
class DemoPeople {

    private static final String STANDING = "SLDTBXH";

    private record Post(String username, String fullName, Position position) {}

    private final JdbcTemplate jdbc;
    private final Units units;
    private final People people;
    private final boolean enabled;

    DemoPeople(JdbcTemplate jdbc, Units units, People people, @Value("${plan72.demo.enabled:true}") boolean enabled) {
        this.jdbc = jdbc;
        this.units = units;
        this.people = people;
        this.enabled = enabled;
    }

    /** Inserts who is missing; the caller holds the transaction. */
    void load() {
        if (!enabled) {
            return;
        }
        var known = new HashSet<>(jdbc.queryForList("select username from person", String.class));
        var missing = posts().stream().filter(p -> !known.contains(p.username)).toList();
        jdbc.batchUpdate(
                "insert into person (username, full_name, email, active, demo, search_key) values (?, ?, ?, true, true, ?)",
                missing,
                200,
                (ps, p) -> {
                    ps.setString(1, p.username);
                    ps.setString(2, p.fullName);
                    ps.setString(3, p.username + "@plan72.example");
                    ps.setString(4, Texts.searchKey(p.fullName + " " + p.username));
                });
        jdbc.batchUpdate(
                "insert into position (username, role, unit_code, title_vi, valid_from) values (?, ?, ?, ?, ?)",
                missing,
                200,
                (ps, p) -> {
                    ps.setString(1, p.username);
                    ps.setString(2, p.position.role());
                    ps.setString(3, p.position.unitCode());
                    ps.setString(4, p.position.titleVi());
                    ps.setObject(5, p.position.validFrom());
                });
        people.refresh();
    }

    private List<Post> posts() {
        var posts = new ArrayList<Post>();
        for (Unit unit : units.all()) {
            if (!unit.isGroup() && !unit.isPosition()) {
                String code = unit.code().toLowerCase(Locale.ROOT);
                posts.add(post("officer." + code, Roles.OFFICER, unit.code(), "Chuyên viên"));
                posts.add(post("leader." + code, Roles.LEADER, unit.code(), leaderTitle(unit)));
            }
        }
        posts.add(post("leader.pct_ubnd_tinh", Roles.LEADER, "UBND_TINH", "Phó Chủ tịch UBND tỉnh"));
        posts.add(post("supervisor", Roles.SUPERVISOR, "BCD_TINH", "Thành viên Ban Chỉ đạo"));
        posts.add(post("modeler", Roles.MODELER, STANDING, "Biên tập quy trình"));
        posts.add(post("modeler2", Roles.MODELER, STANDING, "Thẩm định quy trình"));
        posts.add(post("admin", Roles.ADMIN, STANDING, "Quản trị hệ thống"));
        return posts;
    }

    private static Post post(String username, String role, String unitCode, String title) {
        return new Post(
                username,
                DemoNames.of(username),
                new Position(username, role, unitCode, title, AgencyCatalogue.FIRST_DAY, null));
    }

    private static String leaderTitle(Unit unit) {
        return switch (unit.level()) {
            case "district" ->
                switch (unit.type()) {
                    case "city" -> "Chủ tịch UBND thành phố";
                    case "town" -> "Chủ tịch UBND thị xã";
                    default -> "Chủ tịch UBND huyện";
                };
            case "commune" ->
                switch (unit.type()) {
                    case "phuong" -> "Chủ tịch UBND phường";
                    case "thi_tran" -> "Chủ tịch UBND thị trấn";
                    default -> "Chủ tịch UBND xã";
                };
            default ->
                switch (unit.type()) {
                    case "peoples_committee" -> "Chủ tịch UBND tỉnh";
                    case "steering_committee" -> "Trưởng Ban Chỉ đạo";
                    default -> "Thủ trưởng đơn vị";
                };
        };
    }
}
