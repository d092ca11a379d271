package vn.angiang.plan72.document.official;

import org.springframework.stereotype.Service;

/** Prints official documents. The same document gives the same bytes, whenever and wherever it is printed. */
@Service
public class OfficialDocuments {

    private final DocxRenderer docx;
    private final PdfRenderer pdf;

    OfficialDocuments(DocxRenderer docx, PdfRenderer pdf) {
        this.docx = docx;
        this.pdf = pdf;
    }

    /** As a Word document that can be edited on; no macros, no fields but the page number. */
    public byte[] docx(OfficialDocument d) {
        return docx.render(d);
    }

    /** As PDF with its fonts embedded; nothing is fetched from anywhere while it is made. */
    public byte[] pdf(OfficialDocument d) {
        return pdf.render(d);
    }
}
