package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One unit of government, organisation or group of units, as of its dates.
 *
 * @param code our key, never a name: {@code SLDTBXH}, {@code H891}, {@code X30280}
 * @param level central, province, district, commune, organisation or group
 * @param type department, peoples_committee, city, town, district, phuong, thi_tran, xa, group, position …
 * @param gsoCode code of the General Statistics Office, districts and communes only
 * @param sanctionable whether a late or missing result may be held against it; false outside the hierarchy of the
 *     People's Committees, whose bodies are asked, not ordered (plan, IV.14)
 * @param standingAgency cơ quan thường trực of the programme
 * @param border has a stretch of the national border
 * @param mountainous recognised as mountainous
 */
public record Unit(
        String code,
        String nameVi,
        String nameEn,
        String level,
        String type,
        @Nullable String parentCode,
        @Nullable String gsoCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean sanctionable,
        boolean standingAgency,
        boolean border,
        boolean mountainous) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    public boolean isGroup() {
        return type.equals("group");
    }

    /** A post such as that of the Chair: shown in the tree, but no unit that works. */
    public boolean isPosition() {
        return type.equals("position");
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
