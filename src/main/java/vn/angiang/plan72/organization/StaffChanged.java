package vn.angiang.plan72.organization;

import vn.angiang.plan72.shared.Actor;

/**
 * A person was registered, renamed or left, or a post was given or ended; published inside the transaction.
 *
 * @param detail in Vietnamese, for the journal
 */
public record StaffChanged(String username, String detail, Actor actor) {}
