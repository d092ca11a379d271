package vn.angiang.plan72.casefile;

import vn.angiang.plan72.shared.Actor;

/**
 * A unit should be inspected out of turn (đột xuất): something grave was said about it. Heard by the inspection flow in the
 * same transaction.
 *
 * @param sourceCase case it follows from
 * @param scope what is to be looked at; never who said it
 */
public record InspectionWanted(String sourceCase, String unitCode, String scope, Actor actor) {}
