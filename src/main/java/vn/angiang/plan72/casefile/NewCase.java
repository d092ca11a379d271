package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a case.
 *
 * @param prefix of its number, e.g. {@code NV}
 * @param coordinatingUnits further units that see it
 */
public record NewCase(
        String prefix,
        String processKey,
        String title,
        @Nullable String obligationId,
        @Nullable String clause,
        String leadUnit,
        String assignerUnit,
        Set<String> coordinatingUnits,
        int year,
        String modality,
        CaseState state,
        @Nullable LocalDate dueOn) {}
