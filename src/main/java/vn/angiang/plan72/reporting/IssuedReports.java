package vn.angiang.plan72.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.document.official.OfficialDocuments;
import vn.angiang.plan72.shared.Actor;

/** The documents of reports: the issued one frozen on its case, a unit's own for download. */
@Service
public class IssuedReports {

    private static final String FIELD = "issuedReport";

    private final Documents documents;
    private final OfficialDocuments official;
    private final ReportLetters letters;
    private final ReportSheets sheets;

    IssuedReports(Documents documents, OfficialDocuments official, ReportLetters letters, ReportSheets sheets) {
        this.documents = documents;
        this.official = official;
        this.letters = letters;
        this.sheets = sheets;
    }

    /** Makes the documents of a signed period and keeps them with their SHA-256. */
    void freeze(Period period) {
        var letter = letters.ofPeriod(period);
        keep(period, ".docx", official.docx(letter));
        keep(period, ".pdf", official.pdf(letter));
        var xlsx = new ByteArrayOutputStream();
        try {
            sheets.consolidated(period, xlsx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(period, ".xlsx", xlsx.toByteArray());
    }

    private void keep(Period period, String ending, byte[] content) {
        documents.issue(period.caseNumber(), FIELD, "bao-cao-" + period.code() + ending, content, Actor.SYSTEM);
    }

    /** A unit's report as it stands, as a Word document. */
    @Transactional(readOnly = true)
    public byte[] docx(String caseNumber, Actor actor) {
        return official.docx(letters.ofUnit(caseNumber, actor));
    }

    /** A unit's report as it stands, as PDF. */
    @Transactional(readOnly = true)
    public byte[] pdf(String caseNumber, Actor actor) {
        return official.pdf(letters.ofUnit(caseNumber, actor));
    }
}
