package vn.angiang.plan72.reporting;

import java.util.Locale;

/** State of a unit's report. Codes of the domain vocabulary (domain §10); "late" is derived, never stored. */
public enum ReportState {
    CHUA_NOP,
    DANG_SOAN,
    DA_TRINH,
    DA_GUI,
    YEU_CAU_BO_SUNG,
    DA_TIEP_NHAN,
    KHONG_NOP,
    THU_HOI;

    /** The officer may change figures. */
    public boolean isEditable() {
        return this == CHUA_NOP || this == DANG_SOAN || this == YEU_CAU_BO_SUNG;
    }

    /** Its figures count in the consolidation. */
    public boolean counts() {
        return this == DA_TIEP_NHAN;
    }

    /** Nothing more happens to it. */
    public boolean isOver() {
        return this == DA_TIEP_NHAN || this == KHONG_NOP || this == THU_HOI;
    }

    /** Key of its words. */
    public String messageKey() {
        return "reporting.state." + name().toLowerCase(Locale.ROOT);
    }
}
