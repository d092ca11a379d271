package vn.angiang.plan72.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that are taken, each with the media type it is served with. Everything else is refused. */
enum FileKind {
    PDF("application/pdf", Family.PDF, "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Family.OOXML, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Family.OOXML, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Family.OOXML, "pptx"),
    DOC("application/msword", Family.OLE2, "doc"),
    XLS("application/vnd.ms-excel", Family.OLE2, "xls"),
    ODT("application/vnd.oasis.opendocument.text", Family.ODF, "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Family.ODF, "ods"),
    PNG("image/png", Family.PNG, "png"),
    JPEG("image/jpeg", Family.JPEG, "jpg", "jpeg"),
    TXT("text/plain;charset=UTF-8", Family.TEXT, "txt"),
    CSV("text/csv;charset=UTF-8", Family.TEXT, "csv");

    /** What the content must look like. */
    enum Family {
        PDF,
        OOXML,
        OLE2,
        ODF,
        PNG,
        JPEG,
        TEXT
    }

    private final String mediaType;
    private final Family family;
    private final String[] extensions;

    FileKind(String mediaType, Family family, String... extensions) {
        this.mediaType = mediaType;
        this.family = family;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    Family family() {
        return family;
    }

    static Optional<FileKind> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot < 1
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(k -> Arrays.asList(k.extensions).contains(extension))
                        .findFirst();
    }
}
