package vn.angiang.plan72.capital;

/**
 * What a round gives to a district.
 *
 * @param caseNumber case of the round
 * @param amount đồng, over 0
 */
public record Given(String caseNumber, String district, Source source, Project project, long amount) {}
