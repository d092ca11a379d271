package vn.angiang.plan72.capital;

/** Where capital comes from. The grouping is a default of the system, no legal basis. */
public enum Source {
    /** Central budget, development investment. */
    NSTW_DT(false),
    /** Central budget, recurrent. */
    NSTW_SN(false),
    /** Provincial budget. */
    NS_TINH(false),
    /** District budget (III.7.b). */
    NS_HUYEN(true),
    /** Brought together with other programmes of the same area (IV.13 gạch 5). */
    LONG_GHEP(true),
    /** Enterprises, donors (III.7). */
    HUY_DONG(true);

    private final boolean own;

    Source(boolean own) {
        this.own = own;
    }

    /** Whether the district brings it itself; else the province gives it. */
    public boolean own() {
        return own;
    }

    /** Whether it is local budget (III.7.b.1). */
    public boolean localBudget() {
        return this == NS_TINH || this == NS_HUYEN;
    }

    /** Key of its name. */
    public String messageKey() {
        return "capital.source." + name();
    }
}
