package vn.angiang.plan72.plan;

import java.util.Locale;

/**
 * A figure the plan is measured by.
 *
 * @param unit unit of measure, Vietnamese: "%", "hộ", "triệu đồng" …
 * @param better {@code up} or {@code down}
 */
public record Indicator(String code, String nameVi, String nameEn, String unit, String better) {
    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    public boolean lowerIsBetter() {
        return better.equals("down");
    }
}
