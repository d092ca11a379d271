package vn.angiang.plan72.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attachment, without its content.
 *
 * @param taskId task in whose form it was uploaded, or null for a file of the case itself
 * @param fieldKey key of the form field
 * @param fileName cleaned, safe to show and to save under
 * @param mediaType from our allow-list, never what the browser said
 * @param unitCode unit of the uploader, in whose journal chain its acts are
 */
public record DocumentRef(
        String id,
        String caseNumber,
        @Nullable String taskId,
        String fieldKey,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        DocumentState state,
        String uploadedBy,
        String uploadedByName,
        String unitCode,
        Instant uploadedAt) {}
