package vn.angiang.plan72.casefile;

import java.util.Locale;

/** Stored state of a case. Code of the domain vocabulary; the words are in the message bundles. */
public enum CaseState {
    CHO_TIEP_NHAN,
    TRA_LAI,
    CHUA_THUC_HIEN,
    DANG_THUC_HIEN,
    CHO_DUYET,
    HOAN_THANH,
    KHONG_HOAN_THANH,
    TAM_DUNG,
    HUY,
    DANG_LAP,
    CHO_KY,
    DA_BAN_HANH;

    /** Key of its words in the message bundles. */
    public String messageKey() {
        return "case.state." + name().toLowerCase(Locale.ROOT);
    }
}
