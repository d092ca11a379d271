package vn.angiang.plan72.web.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.plan.Indicator;
import vn.angiang.plan72.plan.Indicators;
import vn.angiang.plan72.reporting.Figure;
import vn.angiang.plan72.reporting.Measure;
import vn.angiang.plan72.reporting.Measures;
import vn.angiang.plan72.taskform.TypedNumber;
import vn.angiang.plan72.web.work.Words;

/** Figures in words for templates: {@code @figures}. Numbers as Vietnamese writes them, in both languages. */
@Component("figures")
public class Figures {

    private final Indicators indicators;
    private final Measures measures;
    private final Words words;

    Figures(Indicators indicators, Measures measures, Words words) {
        this.indicators = indicators;
        this.measures = measures;
        this.words = words;
    }

    /** {@code 1.234,5}; a dash when there is none. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        var symbols = new DecimalFormatSymbols(java.util.Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat("#,##0.##", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** The figure as read: number or ratio. */
    public String shown(Figure.@Nullable Value value, Measure measure) {
        return value == null ? "–" : number(value.shown(measure));
    }

    /** As an input holds it. */
    public String typed(@Nullable BigDecimal number) {
        return number == null ? "" : TypedNumber.write(number);
    }

    /** Name of an indicator in the reader's language. */
    public String name(String code) {
        return indicators
                .find(code)
                .map((Indicator i) -> i.name(words.locale()))
                .orElse(code);
    }

    /** @throws Refusal.NotFound when there is no such indicator */
    public Measure measure(String code) {
        indicators.byCode(code);
        return measures.of(code);
    }

    /** Unit of measure. */
    public String unit(String code) {
        return indicators.find(code).map(Indicator::unit).orElse("");
    }

    /** What numerator and denominator count. */
    public String numerator(Measure measure) {
        return measure.numerator(words.locale());
    }

    /** What the denominator counts. */
    public String denominator(Measure measure) {
        return measure.denominator(words.locale());
    }
}
