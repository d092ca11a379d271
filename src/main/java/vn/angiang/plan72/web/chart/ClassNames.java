package vn.angiang.plan72.web.chart;

/** How the classes of a legend are written: the first, those between, the last. */
record ClassNames(One first, Two between, One last) {

    @FunctionalInterface
    interface One {
        String of(String bound);
    }

    @FunctionalInterface
    interface Two {
        String of(String from, String to);
    }

    static ClassNames inWords(ChartWords words) {
        return new ClassNames(
                to -> words.say("chart.class.below", to),
                (from, to) -> words.say("chart.class.between", from, to),
                from -> words.say("chart.class.from", from));
    }

    static ClassNames inSigns() {
        return new ClassNames(to -> "< " + to, (from, to) -> from + " – < " + to, from -> "≥ " + from);
    }
}
