package vn.angiang.plan72.shared;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads missing rows at start-up in one transaction. When another node inserts the same rows at the same moment, it
 * is tried again and finds them there.
 */
public final class StartUpLoad {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpLoad.class);
    private static final int ATTEMPTS = 3;

    private StartUpLoad() {}

    /** @param load must only insert what is missing */
    public static void run(String what, TransactionOperations transaction, Runnable load) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> load.run());
                LOG.info("{} ready after {} ms", what, (System.nanoTime() - start) / 1_000_000);
                return;
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.info("{}: another node is loading the same rows, trying again", what);
            }
        }
    }
}
