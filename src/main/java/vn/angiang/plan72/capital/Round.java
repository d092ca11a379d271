package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of the flow {@code capitalAllocation}.
 *
 * @param districtOnly the case is the part of one district; nothing is given in it
 * @param decisionNo number of the Chair's decision, or null
 * @param given what it gives; counts when decided
 */
public record Round(
        String caseNumber,
        int year,
        String leadUnit,
        String processInstanceId,
        boolean districtOnly,
        @Nullable String balance,
        @Nullable String opinion,
        @Nullable String decisionNo,
        @Nullable LocalDate decidedOn,
        long revision,
        List<Given> given) {

    /** All that it gives, đồng. */
    public long total() {
        return given.stream().mapToLong(Given::amount).reduce(0, Math::addExact);
    }

    /** The same round as one district may see it. */
    Round only(String district) {
        return new Round(
                caseNumber,
                year,
                leadUnit,
                processInstanceId,
                districtOnly,
                balance,
                opinion,
                decisionNo,
                decidedOn,
                revision,
                given.stream().filter(g -> g.district().equals(district)).toList());
    }
}
