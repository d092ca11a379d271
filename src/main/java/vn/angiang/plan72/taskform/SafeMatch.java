package vn.angiang.plan72.taskform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Looks for a form's pattern in a text, but not for longer than a bounded number of steps. */
final class SafeMatch {

    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_KEPT = 1000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private SafeMatch() {}

    /** Whether the pattern is found; a search that takes too long has not found it. */
    static boolean find(String pattern, String text) {
        if (COMPILED.size() > MOST_KEPT) {
            COMPILED.clear();
        }
        try {
            return COMPILED.computeIfAbsent(pattern, Pattern::compile)
                    .matcher(new Counted(text, new int[1]))
                    .find();
        } catch (TooLong | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
