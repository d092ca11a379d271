package vn.angiang.plan72.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The review of a year: of a district's communes, or of the whole province. */
public record Review(
        String caseNumber,
        String leadUnit,
        int year,
        @Nullable LocalDate provisionalOn,
        @Nullable String officialNo,
        @Nullable LocalDate officialOn) {}
