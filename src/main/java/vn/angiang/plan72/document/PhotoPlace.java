package vn.angiang.plan72.document;

/** Whether a photo keeps where it was taken (default, no legal basis: it does not, unless the place is evidence). */
public enum PhotoPlace {
    KEPT,
    REMOVED
}
