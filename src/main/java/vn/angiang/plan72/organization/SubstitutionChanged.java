package vn.angiang.plan72.organization;

import vn.angiang.plan72.shared.Actor;

/** A substitution was created or ended; published inside the transaction. */
public record SubstitutionChanged(Substitution substitution, Kind kind, Actor actor) {
    public enum Kind {
        CREATED,
        ENDED
    }
}
