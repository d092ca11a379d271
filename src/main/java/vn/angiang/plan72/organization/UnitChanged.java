package vn.angiang.plan72.organization;

import vn.angiang.plan72.shared.Actor;

/**
 * A unit was added, closed or succeeded.
 *
 * @param what ADDED, CLOSED or SUCCEEDED
 * @param detail in Vietnamese, for the journal
 */
public record UnitChanged(String code, What what, String detail, Actor actor) {
    public enum What {
        ADDED,
        CLOSED,
        SUCCEEDED
    }
}
