package vn.angiang.plan72.process;

import java.time.Clock;

/** The real FEEL for tests of other modules. */
public final class Feels {

    private Feels() {}

    public static Feel at(Clock clock) {
        return new CamundaFeel(clock);
    }
}
