package vn.angiang.plan72.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.shared.Actor;

/** Freezes an issued report on its case. */
@Component
class IssuedReports {

    private final Documents documents;
    private final ReportSheets sheets;

    IssuedReports(Documents documents, ReportSheets sheets) {
        this.documents = documents;
        this.sheets = sheets;
    }

    /** Makes the documents of a signed period and keeps them with their SHA-256. */
    void freeze(Period period) {
        var xlsx = new ByteArrayOutputStream();
        try {
            sheets.consolidated(period, xlsx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.issue(period.caseNumber(), "issuedReport", period.code() + ".xlsx", xlsx.toByteArray(), Actor.SYSTEM);
    }
}
