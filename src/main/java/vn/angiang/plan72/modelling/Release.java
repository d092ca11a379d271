package vn.angiang.plan72.modelling;

import java.time.Instant;

/**
 * How a version came into force through {@code modelRelease}.
 *
 * @param author who sent it for approval
 * @param approver who approved it, never one of its authors
 * @param sha256 seal over its files
 */
public record Release(
        String definitionId,
        int version,
        long draftId,
        String caseNumber,
        String author,
        String approver,
        String reason,
        String sha256,
        Instant releasedAt) {}
