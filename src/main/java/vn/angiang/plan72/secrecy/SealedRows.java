package vn.angiang.plan72.secrecy;

/** Rows with sealed texts, for sealing them anew. Implemented by the module that owns the table. */
public interface SealedRows {

    /** For the log: the table. */
    String table();

    /** Seals some rows that are not sealed with the current key; returns how many, 0 when none is left. */
    int renewSome();
}
