package vn.angiang.plan72.reporting;

import java.math.BigDecimal;

/**
 * A value to be reached.
 *
 * @param unit code of the unit it holds for; {@code AG} the whole province
 * @param below the figure must be lower than this
 * @param basis S, V, D, U or PROPOSAL, as in {@code plan/defaults.yaml}
 */
public record Target(String indicator, String unit, int year, BigDecimal below, String basis, String source) {}
