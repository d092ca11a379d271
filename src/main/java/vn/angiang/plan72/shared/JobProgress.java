package vn.angiang.plan72.shared;

/** A job over many cases: first looked at, then carried out one by one. */
public interface JobProgress {

    /** {@code PREVIEW}, {@code RUNNING} or how it ended. */
    String state();

    /** Still to be done. */
    int planned();

    int done();

    int failed();

    default boolean isPreview() {
        return state().equals("PREVIEW");
    }

    default boolean isRunning() {
        return state().equals("RUNNING");
    }

    /** Finished share in whole percent. */
    default int percent() {
        int all = planned() + done() + failed();
        return all == 0 ? 100 : (done() + failed()) * 100 / all;
    }
}
