package vn.angiang.plan72.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All units, memberships and successions as read at one moment; immutable. */
record UnitTree(
        Map<String, Unit> units,
        Map<String, String> actingNames,
        Map<String, String> memberLevels,
        Map<String, List<Unit>> children,
        Map<String, List<Membership>> members,
        List<UnitSuccessor> successors) {

    record Membership(String groupCode, String memberCode, LocalDate from, @Nullable LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    static UnitTree read(JdbcClient jdbc) {
        var units = new LinkedHashMap<String, Unit>();
        var acting = new LinkedHashMap<String, String>();
        var levels = new LinkedHashMap<String, String>();
        var children = new LinkedHashMap<String, List<Unit>>();
        jdbc.sql("select * from unit order by sort, code")
                .query((rs, n) -> {
                    Unit unit = unit(rs);
                    units.put(unit.code(), unit);
                    acting.put(unit.code(), rs.getString("acting_name_vi"));
                    String level = rs.getString("member_level");
                    if (level != null) {
                        levels.put(unit.code(), level);
                    }
                    if (unit.parentCode() != null) {
                        children.computeIfAbsent(unit.parentCode(), k -> new ArrayList<>())
                                .add(unit);
                    }
                    return unit;
                })
                .list();
        var members = new LinkedHashMap<String, List<Membership>>();
        jdbc.sql(
                        "select group_code, member_code, valid_from, valid_to from unit_group_member order by group_code, sort")
                .query((rs, n) -> new Membership(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getObject(3, LocalDate.class),
                        rs.getObject(4, LocalDate.class)))
                .list()
                .forEach(m -> members.computeIfAbsent(m.groupCode(), k -> new ArrayList<>())
                        .add(m));
        var successors = jdbc.sql("select from_code, to_code, effective_on, basis from unit_successor order by 3, 1, 2")
                .query((rs, n) -> new UnitSuccessor(
                        rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class), rs.getString(4)))
                .list();
        return new UnitTree(units, acting, levels, children, members, List.copyOf(successors));
    }

    private static Unit unit(ResultSet rs) throws SQLException {
        return new Unit(
                rs.getString("code"),
                rs.getString("name_vi"),
                rs.getString("name_en"),
                rs.getString("level"),
                rs.getString("type"),
                rs.getString("parent_code"),
                rs.getString("gso_code"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getBoolean("sanctionable"),
                rs.getBoolean("standing_agency"),
                rs.getBoolean("border"),
                rs.getBoolean("mountainous"));
    }
}
