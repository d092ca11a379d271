package vn.angiang.plan72.modelling;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.angiang.plan72.shared.Texts;

/** How files, folders and ids of models are called (docs/models.md, conventions). */
public final class ModelNames {

    /** A folder, and the name of a file without its ending. */
    public static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

    private static final int LONGEST = 40;
    private static final Set<String> PAGES =
            Set.of("ban-nhap", "danh-muc", "xem-truoc", "camunda-modeler", "chuyen-ho-so", "ho-so", "tao", "nhap");

    private ModelNames() {}

    /** Whether a folder may be called so; some words are addresses of pages. */
    static boolean isFreeFolder(String folder) {
        return FOLDER.matcher(folder).matches() && folder.length() <= LONGEST && !PAGES.contains(folder);
    }

    /** {@code unit-report} as {@code unitReport}. */
    public static String camelCase(String kebab) {
        var name = new StringBuilder();
        for (String word : kebab.split("-")) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** {@code unitReport} as {@code unit-report}. */
    public static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** A Vietnamese name as the name of a folder or file: {@code Cấp phát quà Tết} as {@code cap-phat-qua-tet}. */
    public static String fileNameOf(String words) {
        String plain = Texts.searchKey(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        String cut = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
        return cut.replaceAll("-+$", "");
    }

    /** Name of the process itself: {@code bpmn/unit-report/unit-report.bpmn}. */
    public static String processFile(String folder) {
        return "bpmn/" + folder + "/" + folder + ".bpmn";
    }

    /** Name of a decision table: {@code bpmn/unit-report/report-day.dmn}. */
    public static String decisionFile(String folder, String name) {
        return "bpmn/" + folder + "/" + name + ".dmn";
    }

    /** Name of a form: {@code forms/unit-report/submit-report.form}. */
    public static String formFile(String folder, String name) {
        return "forms/" + folder + "/" + name + ".form";
    }
}
