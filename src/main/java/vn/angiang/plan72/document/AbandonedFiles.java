package vn.angiang.plan72.document;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away, every night, what was uploaded and never handed in. */
@Component
class AbandonedFiles {

    private final Documents documents;

    AbandonedFiles(Documents documents) {
        this.documents = documents;
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void clear() {
        int removed = documents.removeAbandoned();
        while (removed > 0) {
            removed = documents.removeAbandoned();
        }
    }
}
