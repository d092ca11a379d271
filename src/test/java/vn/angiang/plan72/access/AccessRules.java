package vn.angiang.plan72.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of access, said once more and independently of the program: by units, offices and the case's own groups. */
final class AccessRules {

    /** Units that see every case that is not restricted. */
    private static final Set<String> OVERSEERS = Set.of("SLDTBXH", "BCD_TINH", "UBND_TINH", "VP_UBND_TINH");

    /** A person of every office and of every relation a unit can have to a case of district H886. */
    static final List<String> PEOPLE = List.of(
            "officer.sldtbxh",
            "leader.sldtbxh",
            "officer.ubnd_tinh",
            "leader.ubnd_tinh",
            "leader.pct_ubnd_tinh",
            "officer.bcd_tinh",
            "leader.bcd_tinh",
            "supervisor",
            "admin",
            "modeler",
            "officer.h886",
            "leader.h886",
            "officer.h891",
            "leader.h891",
            "officer.syt",
            "leader.syt",
            "officer.snv",
            "leader.snv",
            "officer.ttr_tinh",
            "leader.ttr_tinh",
            "officer.stc",
            "officer.x30337",
            "leader.x30337");

    private AccessRules() {}

    enum Kind {
        ASSIGNMENT("Nhiệm vụ của H886, SYT phối hợp", Set.of("H886", "SLDTBXH", "SYT")),
        UNIT_REPORT("Báo cáo của H886", Set.of("H886", "SLDTBXH")),
        INSPECTION_PLAN("Kế hoạch kiểm tra năm", Set.of("SLDTBXH", "BCD_TINH")),
        INSPECTION("Kiểm tra H886", Set.of("H886", "SLDTBXH")),
        AREA_WATCH("Theo dõi địa bàn H886 (việc nội bộ của Ban Chỉ đạo)", Set.of("SLDTBXH", "BCD_TINH")),
        ACCOUNTABILITY_A(
                "Trách nhiệm người đứng đầu H886, căn cứ A (hồ sơ hạn chế)",
                Set.of(
                        "leader.H886",
                        "officer.SLDTBXH",
                        "leader.SLDTBXH",
                        "leader.UBND_TINH",
                        "officer.TTR_TINH",
                        "leader.TTR_TINH")),
        ACCOUNTABILITY_B(
                "Trách nhiệm người đứng đầu H886, căn cứ B (hồ sơ hạn chế)",
                Set.of(
                        "leader.H886",
                        "officer.SLDTBXH",
                        "leader.SLDTBXH",
                        "leader.UBND_TINH",
                        "officer.SNV",
                        "leader.SNV"));

        final String title;
        /** Units of the case, or the groups a restricted case is kept to. */
        final Set<String> those;

        Kind(String title, Set<String> those) {
            this.title = title;
            this.those = those;
        }
    }

    enum Action {
        READ("Xem"),
        DIAGRAM("Sơ đồ"),
        API("API"),
        JOURNAL("Nhật ký"),
        LIST("Thấy trong danh sách"),
        EXPORT("Thấy khi xuất"),
        FILE("Tải tệp"),
        COMMENT("Góp ý"),
        OWN_PAGE("Trang riêng"),
        OPEN_TASK("Mở việc"),
        COMPLETE("Làm việc"),
        COMPLETE_API("Làm qua API"),
        SUSPEND("Tạm dừng"),
        PROGRESS("Báo tiến độ");

        final String title;

        Action(String title) {
            this.title = title;
        }

        static List<Action> of(Kind kind) {
            return Arrays.stream(values())
                    .filter(a -> a != OWN_PAGE || kind.name().startsWith("ACCOUNT") || kind == Kind.INSPECTION)
                    .filter(a -> (a != SUSPEND && a != PROGRESS) || kind == Kind.ASSIGNMENT)
                    .toList();
        }
    }

    /** One case to try on. */
    record Matter(Kind kind, String number, String task, Set<String> candidates, String file) {

        Optional<Set<String>> restrictedTo() {
            return kind.name().startsWith("ACCOUNT") ? Optional.of(kind.those) : Optional.empty();
        }

        String page() {
            return (kind == Kind.INSPECTION ? "/kiem-tra/" : "/trach-nhiem/") + number;
        }
    }

    static boolean mayDo(String person, Action action, Matter m) {
        return switch (action) {
            case READ, DIAGRAM, API, JOURNAL, LIST, EXPORT, FILE, COMMENT, OWN_PAGE -> maySee(person, m);
            case OPEN_TASK, COMPLETE, COMPLETE_API -> m.candidates().contains(group(person));
            case SUSPEND -> Set.of("officer.SLDTBXH", "leader.SLDTBXH").contains(group(person));
            case PROGRESS -> Set.of("officer.H886", "leader.H886").contains(group(person));
        };
    }

    private static boolean maySee(String person, Matter m) {
        if (m.restrictedTo().isPresent()) {
            return m.restrictedTo().get().contains(group(person));
        }
        return !role(person).equals("modeler")
                && (OVERSEERS.contains(unit(person)) || m.kind().those.contains(unit(person)));
    }

    private static String group(String person) {
        return role(person) + "." + unit(person);
    }

    private static String role(String person) {
        return person.contains(".") ? person.substring(0, person.indexOf('.')) : person;
    }

    private static String unit(String person) {
        return switch (person) {
            case "leader.pct_ubnd_tinh" -> "UBND_TINH";
            case "supervisor" -> "BCD_TINH";
            case "admin", "modeler" -> "SLDTBXH";
            default -> person.substring(person.indexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        };
    }
}
