package vn.angiang.plan72.organization;

import java.util.List;

/** Names that sound right and are fiction at a glance: the given name is an object lesson, the mark says "(thử)". */
final class DemoNames {

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương");
    private static final List<String> MIDDLE =
            List.of("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Kim", "Quốc", "Hoàng", "Thu", "Phước");
    private static final List<String> GIVEN =
            List.of("Mẫu", "Ví Dụ", "Thí Dụ", "Giả Định", "Thử Nghiệm", "Minh Họa", "Giả Sử");

    private DemoNames() {}

    /** The same name for the same user name, always. */
    static String of(String username) {
        int seed = Math.floorMod(username.hashCode() * 0x9E3779B1 >>> 3, FAMILY.size() * MIDDLE.size() * GIVEN.size());
        String family = FAMILY.get(seed % FAMILY.size());
        String middle = MIDDLE.get(seed / FAMILY.size() % MIDDLE.size());
        String given = GIVEN.get(seed / FAMILY.size() / MIDDLE.size());
        return family + " " + middle + " " + given + " (thử)";
    }
}
