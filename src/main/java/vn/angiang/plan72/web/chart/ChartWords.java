package vn.angiang.plan72.web.chart;

/** Gives the words of a key of {@code messages-chart} in the reader's language; keeps the charts pure. */
@FunctionalInterface
public interface ChartWords {

    /** @param arguments already written as the reader reads them: numbers are texts here */
    String say(String key, Object... arguments);
}
