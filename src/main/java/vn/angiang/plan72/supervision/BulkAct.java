package vn.angiang.plan72.supervision;

/** What can be done to many cases at once. */
public enum BulkAct {
    /** Đôn đốc: tells officers and leader of the lead unit; an act of its own in the send log. */
    URGE,
    MOVE_DUE,
    SUSPEND,
    RESUME,
    WITHDRAW;

    /** Key of its words. */
    public String messageKey() {
        return "bulk.act." + name();
    }
}
