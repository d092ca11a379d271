package vn.angiang.plan72.casefile;

import vn.angiang.plan72.shared.Actor;

/**
 * Something happened for which the head of a unit may have to answer (III.9.b): trigger A misconduct, loss or waste of
 * capital; trigger B the plan was not fulfilled. Published by flows, heard by the accountability flow.
 *
 * @param caseNumber case it happened in
 * @param trigger {@code A} or {@code B}
 * @param reason {@code OVERDUE}, {@code NOT_FULFILLED}, {@code REPORTS_MISSED}, {@code GRAVE_FINDING} or
 *     {@code OPINION}
 */
public record AccountabilityRequested(String caseNumber, String unitCode, String trigger, String reason, Actor actor) {}
