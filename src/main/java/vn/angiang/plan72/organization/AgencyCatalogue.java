package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.YamlData;

/** {@code plan/agencies.yaml} as units: agencies, districts with their communes, groups. */
record AgencyCatalogue(List<Entry> agencies, List<Group> groups, List<District> districts) {

    /** First day for which the catalogue speaks: the start of the plan's period (clause II). */
    static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

    /** Bodies outside the hierarchy of the People's Committees: asked, never ordered (domain facts, pitfall 11). */
    private static final Set<String> OUTSIDE = Set.of(
            "peoples_council",
            "party_committee",
            "fatherland_front",
            "socio_political_organisation",
            "cooperative_alliance",
            "ministry");

    /** The one group that names no members because it holds a whole level. */
    private static final Map<String, String> LEVEL_GROUPS = Map.of("UBND_XA", "commune");

    record Entry(
            String code,
            String nameVi,
            String nameEn,
            String level,
            String type,
            @Nullable String parent,
            @Nullable String roleInPlanVi,
            boolean standingAgency) {}

    record Group(String code, String nameVi, String nameEn, List<String> members, @Nullable String noteVi) {}

    record Flags(boolean border, boolean mountainous) {}

    record Commune(String code, String gsoCode, String nameVi, String type, boolean border) {
        Commune {
            type = type.replace('-', '_');
        }
    }

    record District(
            String code,
            String gsoCode,
            String nameVi,
            String nameEn,
            String type,
            String parent,
            String legalActorVi,
            Flags flags,
            List<Commune> communes) {}

    /** A unit with what else its row holds. */
    record Row(Unit unit, String actingName, @Nullable String memberLevel, @Nullable String note) {}

    static AgencyCatalogue read() {
        return YamlData.read("plan/agencies.yaml", AgencyCatalogue.class);
    }

    /** Every unit, parents before children. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        var outside = new HashSet<String>();
        for (Entry e : agencies) {
            boolean out = OUTSIDE.contains(e.type)
                    || e.level.equals("central")
                    || (e.parent != null && outside.contains(e.parent));
            if (out) {
                outside.add(e.code);
            }
            var unit = unit(e.code, e.nameVi, e.nameEn, e.level, e.type, e.parent, null, !out, e.standingAgency);
            rows.add(new Row(unit, e.nameVi, null, e.roleInPlanVi));
        }
        for (District d : districts) {
            rows.add(new Row(district(d), d.legalActorVi, null, null));
            d.communes.forEach(c -> rows.add(new Row(commune(c, d.code), actingName(c), null, null)));
        }
        for (Group g : groups) {
            String level = LEVEL_GROUPS.get(g.code);
            boolean inside =
                    level != null || (!g.members.isEmpty() && g.members.stream().noneMatch(outside::contains));
            var unit = unit(g.code, g.nameVi, g.nameEn, "group", "group", null, null, inside, false);
            rows.add(new Row(unit, g.nameVi, level, g.noteVi));
        }
        return rows;
    }

    private static Unit district(District d) {
        return new Unit(
                d.code,
                d.nameVi,
                d.nameEn,
                "district",
                d.type,
                d.parent,
                d.gsoCode,
                FIRST_DAY,
                null,
                true,
                false,
                d.flags.border,
                d.flags.mountainous);
    }

    private static Unit commune(Commune c, String district) {
        return new Unit(
                c.code,
                c.nameVi,
                englishName(c),
                "commune",
                c.type,
                district,
                c.gsoCode,
                FIRST_DAY,
                null,
                true,
                false,
                c.border,
                false);
    }

    private static Unit unit(
            String code,
            String nameVi,
            String nameEn,
            String level,
            String type,
            @Nullable String parent,
            @Nullable String gso,
            boolean sanctionable,
            boolean standing) {
        return new Unit(
                code, nameVi, nameEn, level, type, parent, gso, FIRST_DAY, null, sanctionable, standing, false, false);
    }

    /** "Xã Bình Hòa" signs as "Ủy ban nhân dân xã Bình Hòa". */
    private static String actingName(Commune c) {
        return "Ủy ban nhân dân " + c.nameVi.substring(0, 1).toLowerCase(Locale.ROOT) + c.nameVi.substring(1);
    }

    private static String englishName(Commune c) {
        String kindVi = Objects.requireNonNull(Map.of("phuong", "Phường ", "thi_tran", "Thị trấn ", "xa", "Xã ")
                .get(c.type));
        String kindEn = Objects.requireNonNull(Map.of("phuong", "Ward", "thi_tran", "Township", "xa", "Commune")
                .get(c.type));
        return c.nameVi.replaceFirst("^" + kindVi, "") + " " + kindEn;
    }
}
