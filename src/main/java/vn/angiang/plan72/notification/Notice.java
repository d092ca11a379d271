package vn.angiang.plan72.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person was told.
 *
 * @param messageKey words, with {@code arguments}; {0} is the case number, {1} its title where there is a case
 * @param href page to look at, within the application
 */
public record Notice(
        long id,
        Instant at,
        @Nullable String caseNumber,
        String messageKey,
        List<String> arguments,
        String href,
        boolean read) {}
