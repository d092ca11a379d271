package vn.angiang.plan72.process;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A draft that is tried cannot go on: that is an answer to whoever tries it, not a fault of the system. */
public class TrialStopped extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    /** @param arguments of the message; what has no name is shown as a dash */
    TrialStopped(String messageKey, @Nullable Object... arguments) {
        super(messageKey + " " + Arrays.toString(arguments));
        this.messageKey = messageKey;
        this.arguments = Arrays.stream(arguments).map(a -> a == null ? "–" : a).toArray();
    }

    /** Key into the message bundles. */
    public String messageKey() {
        return messageKey;
    }

    /** Arguments of the message. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
