package vn.angiang.plan72.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.YamlData;

/** Poverty rates of the districts at the end of 2016 (QĐ 407/QĐ-UBND), out of {@code plan/agencies.yaml}. */
@Component
class PovertyRates {

    private record Rate(@Nullable BigDecimal poorRatePct) {}

    private record End(@JsonProperty("end_2016") Province2016 end2016) {}

    private record Province2016(BigDecimal ratePct) {}

    private record Province(End poverty) {}

    private record District(String code, @JsonProperty("poverty_end_2016") @Nullable Rate povertyEnd2016) {}

    private record File(Province province, List<District> districts) {}

    private final Map<String, BigDecimal> rates = new HashMap<>();
    private final BigDecimal province;

    PovertyRates() {
        var file = YamlData.read("plan/agencies.yaml", File.class);
        province = file.province.poverty.end2016.ratePct;
        for (District d : file.districts) {
            if (d.povertyEnd2016 != null && d.povertyEnd2016.poorRatePct != null) {
                rates.put(d.code, d.povertyEnd2016.poorRatePct);
            }
        }
    }

    /** Percent; 0 when not known. */
    BigDecimal of(String district) {
        return rates.getOrDefault(district, BigDecimal.ZERO);
    }

    /** The rate from which poverty counts as high: so many times the province's. */
    BigDecimal threshold(BigDecimal times) {
        return province.multiply(times).setScale(2, RoundingMode.HALF_UP);
    }
}
