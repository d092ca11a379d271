package vn.angiang.plan72.secrecy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After every start, seals with the current key what another key sealed or none; several nodes may do it at once. */
@Component
class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final List<SealedRows> tables;

    Renewal(List<SealedRows> tables) {
        this.tables = tables;
    }

    @EventListener(ApplicationReadyEvent.class)
    void renew() {
        for (SealedRows rows : tables) {
            try {
                int all = 0;
                for (int some = rows.renewSome(); some > 0; some = rows.renewSome()) {
                    all += some;
                }
                if (all > 0) {
                    LOG.info("{} texts of {} sealed with the current key", all, rows.table());
                }
            } catch (SecretBox.CannotOpen e) {
                LOG.error("{}: {}", rows.table(), e.getMessage()); // a key too few must not keep everybody from working
            }
        }
    }
}
