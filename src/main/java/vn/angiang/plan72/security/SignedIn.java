package vn.angiang.plan72.security;

import vn.angiang.plan72.shared.Actor;

/** Somebody signed in with a form and began a session. */
public record SignedIn(Actor actor) {}
