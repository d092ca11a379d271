package vn.angiang.plan72.shared;

import org.slf4j.MDC;

/** What log lines of the running request say besides their message; cleared when the request ends. */
public final class LogContext {

    /** The number of the case concerned; the engine uses the same key for its own lines and those of its jobs. */
    public static final String CASE = "case";

    /** The number nginx gave the request, so that its log and ours can be laid side by side. */
    public static final String REQUEST = "request";

    private LogContext() {}

    /** From here on the lines of this request belong to a case. */
    public static void caseNumber(String number) {
        MDC.put(CASE, number);
    }
}
