package vn.angiang.plan72.supervision;

import java.util.Arrays;

/** What the colours of the diagram stand for. */
public enum ProcessMeasure {
    /** Steps that wait now. */
    COUNT("so-luong"),
    /** Working days within which half were done. */
    MEDIAN("trung-vi"),
    /** Working days within which nine of ten were done. */
    P90("p90"),
    /** Working days taken against working days given. */
    TARGET("so-voi-han");

    private final String code;

    ProcessMeasure(String code) {
        this.code = code;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** The measure of this code; {@link #COUNT} when there is none. */
    public static ProcessMeasure ofCode(String code) {
        return Arrays.stream(values())
                .filter(m -> m.code.equals(code))
                .findFirst()
                .orElse(COUNT);
    }
}
