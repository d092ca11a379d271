package vn.angiang.plan72.organization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Texts;

/** Writes rows of {@code unit}; the caller holds the transaction and refreshes {@link Units}. */
@Component
class UnitWriter {

    private final JdbcClient jdbc;

    UnitWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param memberLevel for a group that holds every unit of a level
     * @param note from the catalogue
     */
    void insert(Unit u, String actingName, @Nullable String memberLevel, @Nullable String note, int sort) {
        jdbc.sql(
                        """
                insert into unit (code, name_vi, name_en, acting_name_vi, level, type, parent_code, gso_code,
                    valid_from, valid_to, sanctionable, standing_agency, border, mountainous, member_level, note_vi,
                    sort, search_key)
                values (:code, :nameVi, :nameEn, :acting, :level, :type, :parent, :gso, :from, :to, :sanctionable,
                    :standing, :border, :mountainous, :memberLevel, :note, :sort, :key)
                """)
                .param("code", u.code())
                .param("nameVi", Texts.clean(u.nameVi()))
                .param("nameEn", Texts.clean(u.nameEn()))
                .param("acting", Texts.clean(actingName))
                .param("level", u.level())
                .param("type", u.type())
                .param("parent", u.parentCode())
                .param("gso", u.gsoCode())
                .param("from", u.validFrom())
                .param("to", u.validTo())
                .param("sanctionable", u.sanctionable())
                .param("standing", u.standingAgency())
                .param("border", u.border())
                .param("mountainous", u.mountainous())
                .param("memberLevel", memberLevel)
                .param("note", note)
                .param("sort", sort)
                .param("key", Texts.searchKey(u.nameVi() + " " + u.code().toLowerCase(Locale.ROOT)))
                .update();
    }
}
