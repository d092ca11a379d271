package vn.angiang.plan72.shared;

import java.util.Optional;

/** Who acts on this thread: the signed-in person on a web thread, the system on a job thread. */
public interface CurrentActor {

    /** The signed-in person, or {@link Actor#SYSTEM} outside a web request. */
    Actor get();

    /** The signed-in person, if there is one. */
    Optional<Actor> signedIn();
}
