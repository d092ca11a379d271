package vn.angiang.plan72.feedback;

import java.util.List;

/** What opinions are about; the decision table {@code opinionRouting} and the words {@code feedback.topic.*} know them. */
public final class Topics {

    /** In the order they are offered. */
    public static final List<String> ALL =
            List.of("HOUSEHOLDS", "SUPPORT", "WORKS", "PRODUCTION", "ETHNIC", "HEALTH", "EDUCATION", "HEAD", "OTHER");

    private Topics() {}
}
