package org.groundplan.brief;

/** Characters beyond the first plane are two chars in Java; one of them alone is no character. */
public final class Unicode {
    private static final char REPLACEMENT = '\ufffd';

    private Unicode() {}

    /** Where half a character stands, or -1. */
    public static int half(String text) {
        return half(text, 0);
    }

    private static int half(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** The same, as long as before, with U+FFFD for each half character. */
    public static String whole(String text) {
        int at = half(text);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        while (at >= 0) {
            out.setCharAt(at, REPLACEMENT);
            at = half(text, at + 1);
        }
        return out.toString();
    }
}
