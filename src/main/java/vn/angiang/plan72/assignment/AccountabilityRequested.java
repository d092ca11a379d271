package vn.angiang.plan72.assignment;

import vn.angiang.plan72.shared.Actor;

/**
 * An assignment was not fulfilled or is overdue beyond the limit: trigger B of III.9 ("không hoàn thành kế hoạch").
 * Heard by the accountability flow.
 *
 * @param reason {@code OVERDUE} or {@code NOT_FULFILLED}
 */
public record AccountabilityRequested(String caseNumber, String unitCode, String trigger, String reason, Actor actor) {}
