package vn.angiang.plan72.security;

import vn.angiang.plan72.shared.Actor;

/** Somebody ended their session. */
public record SignedOut(Actor actor) {}
