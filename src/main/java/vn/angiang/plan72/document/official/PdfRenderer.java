package vn.angiang.plan72.document.official;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** PDF by way of XHTML; fonts come from the class path, nothing else from anywhere. */
@Component
class PdfRenderer {

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    /** Read once, when first needed. */
    private final Map<String, byte[]> fonts = new ConcurrentHashMap<>();

    byte[] render(OfficialDocument d) {
        var builder = new PdfRendererBuilder()
                .withHtmlContent(OfficialHtml.of(d), null)
                .withProducer("plan72")
                .useUriResolver((base, uri) -> null)
                .useHttpStreamImplementation(uri -> {
                    throw new IllegalStateException("no resource is read");
                });
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        font(builder, "Tinos-Regular", 400, FontStyle.NORMAL);
        font(builder, "Tinos-Italic", 400, FontStyle.ITALIC);
        font(builder, "Tinos-Bold", 700, FontStyle.NORMAL);
        font(builder, "Tinos-BoldItalic", 700, FontStyle.ITALIC);
        var out = new ByteArrayOutputStream();
        try (var renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            describe(pdf, d);
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Id and dates come from the document, not from the clock. */
    private static void describe(PDDocument pdf, OfficialDocument d) {
        var info = pdf.getDocumentInformation();
        info.setTitle(Wording.title(d));
        info.setAuthor(Wording.text(d.agency()));
        info.setCreator("plan72");
        Calendar date = date(d);
        info.setCreationDate(date);
        info.setModificationDate(date);
        pdf.getDocumentCatalog().setLanguage("vi-VN");
        pdf.setDocumentId(date.getTimeInMillis());
    }

    private static Calendar date(OfficialDocument d) {
        LocalDate date = d.date() == null ? FixedZip.START.toLocalDate() : d.date();
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"), Locale.ROOT);
        calendar.clear();
        calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        return calendar;
    }

    private void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        byte[] font = fonts.computeIfAbsent(name, PdfRenderer::read);
        builder.useFont(() -> new ByteArrayInputStream(font), OfficialHtml.FONT, weight, style, true);
    }

    private static byte[] read(String name) {
        String path = "/fonts/" + name + ".ttf";
        try (InputStream in = PdfRenderer.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the front-end build has not brought " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
