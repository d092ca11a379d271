package vn.angiang.plan72.document.official;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.jspecify.annotations.Nullable;

/** Takes the clock out of Office Open XML files: times of the entries and of the properties. */
final class FixedZip {

    /** First moment a ZIP entry can have. */
    static final LocalDateTime START = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedZip() {}

    /** Sets what POI would otherwise fill with the present time. */
    static void properties(POIXMLDocument document, LocalDateTime at, @Nullable String title, @Nullable String by) {
        var properties = document.getProperties();
        var core = properties.getCoreProperties();
        var time = Optional.of(Date.from(at.toInstant(ZoneOffset.UTC)));
        core.setCreated(time);
        core.setModified(time);
        core.setCreator(by == null ? "" : by);
        core.setLastModifiedByUser("");
        if (title != null) {
            core.setTitle(title);
        }
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("plan72");
    }

    /** Copies entry by entry; holds no entry in memory. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        try (var in = new ZipInputStream(from)) {
            var out = new ZipOutputStream(to);
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                var entry = new ZipEntry(e.getName());
                entry.setTimeLocal(START);
                out.putNextEntry(entry);
                in.transferTo(out);
                out.closeEntry();
            }
            out.finish();
        }
    }
}
