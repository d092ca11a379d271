package vn.angiang.plan72.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on attachments; defaults, no legal basis.
 *
 * @param maxBytes of one file; the container's own limit (spring.servlet.multipart) must not be lower
 * @param maxPending files a person may have uploaded and not yet handed in
 * @param keepPending how long a file that is never handed in is kept
 */
@ConfigurationProperties("plan72.documents")
record DocumentSettings(
        @DefaultValue("20971520") long maxBytes,
        @DefaultValue("200") int maxPending,
        @DefaultValue("P180D") Duration keepPending) {}
