package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundplan.brief.Unicode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a brief as a person would: ordered, each fact beside the sentence it comes from, what is
 * doubtful marked with a question mark.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class BriefWriter {
    private static final int WIDE = 100;
    private static final int COMMENT = 150;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param owner the mapping a line stands in
     * @param key what to take out to be rid of the line
     */
    record Place(Branch owner, String key, @Nullable Said said) {}

    /**
     * @param places by line, from 0; null where a line comes from nothing in particular
     */
    record Written(String text, List<@Nullable Place> places) {}

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Place> places = new ArrayList<>();
    private @Nullable Sentence lastQuoted;

    private BriefWriter() {}

    static Written write(Branch brief, List<String> head, List<String> foot) {
        BriefWriter writer = new BriefWriter();
        head.forEach(line -> writer.line("# " + line, null));
        brief.values().forEach((key, value) -> writer.top(brief, key, value));
        if (!foot.isEmpty()) {
            writer.line("", null);
            foot.forEach(line -> writer.line("# " + line, null));
        }
        return new Written(writer.text.toString(), writer.places);
    }

    private void line(String line, @Nullable Place place) {
        text.append(Unicode.whole(line).stripTrailing()).append('\n');
        places.add(place);
    }

    private void top(Branch brief, String key, Branch.Value value) {
        Place place = new Place(brief, key, value.said());
        if (value.content() instanceof Branch branch) {
            if (branch.isEmpty()) {
                return;
            }
            line("", null);
            line(key + ":", place);
            lastQuoted = null;
            block(branch, 1, key);
        } else {
            line(key + ": " + content(value.content()), place);
        }
    }

    private void block(Branch branch, int depth, String in) {
        String pad = "  ".repeat(depth);
        for (Map.Entry<String, Branch.Value> e : branch.values().entrySet()) {
            String key = e.getKey();
            Branch.Value value = e.getValue();
            Place place = new Place(branch, key, value.said());
            boolean item = key.startsWith("#");
            String label = item ? "- " : scalar(key, false) + ": ";
            if (value.content() instanceof Branch inner) {
                quoteAbove(pad, inner.said);
                String flow = flow(inner);
                boolean flat =
                        !in.equals("useCases")
                                && pad.length() + label.length() + flow.length() <= WIDE;
                if (inner.isEmpty()) {
                    line(
                            pad + scalar(key, false) + ":" + mark(inner.said, inner),
                            withSaid(place, inner.said));
                } else if (flat) {
                    line(pad + label + flow + trailing(inner), withSaid(place, inner.said));
                } else if (item) {
                    sequence(pad, inner);
                } else {
                    line(pad + scalar(key, false) + ":", withSaid(place, inner.said));
                    block(inner, depth + 1, "");
                }
            } else {
                if (in.equals("rules")) {
                    quoteAbove(pad, value.said());
                    line(pad + label + content(value.content()) + doubt(value.said()), place);
                } else {
                    line(pad + label + content(value.content()) + quoted(value.said()), place);
                }
            }
        }
    }

    /** A use case: a dash before the first key, the others below it. */
    private void sequence(String pad, Branch inner) {
        boolean first = true;
        for (Map.Entry<String, Branch.Value> e : inner.values().entrySet()) {
            String lead = pad + (first ? "- " : "  ");
            Place place =
                    new Place(
                            inner,
                            e.getKey(),
                            e.getValue().said() == null ? inner.said : e.getValue().said());
            Object content = e.getValue().content();
            String words = content instanceof Branch b ? flow(b) : content(content);
            String comment =
                    first
                            ? doubt(e.getValue().said())
                            : content instanceof Branch b
                                    ? trailing(b)
                                    : quoted(e.getValue().said());
            line(lead + scalar(e.getKey(), false) + ": " + words + comment, place);
            first = false;
        }
    }

    private static Place withSaid(Place place, @Nullable Said said) {
        return place.said() == null ? new Place(place.owner(), place.key(), said) : place;
    }

    private void quoteAbove(String pad, @Nullable Said said) {
        if (said == null || said.sentence() == lastQuoted) {
            return;
        }
        lastQuoted = said.sentence();
        line(
                pad + "# " + comment(said.sentence().at().line() + ": " + said.sentence().text()),
                null);
    }

    private static String comment(String words) {
        String plain = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\ufeff]", " ");
        if (plain.length() <= COMMENT) {
            return plain;
        }
        int cut = plain.lastIndexOf(' ', COMMENT - 1);
        int at = cut > COMMENT / 2 ? cut : COMMENT - 1;
        if (Character.isHighSurrogate(plain.charAt(at - 1))) {
            at--;
        }
        return plain.substring(0, at) + " …";
    }

    /** The words of a figure, behind it; with a question mark when they are doubtful. */
    private static String quoted(@Nullable Said said) {
        if (said == null) {
            return "";
        }
        String quote = comment(said.quote().strip());
        return "   # "
                + (said.doubtful() ? "? " : "")
                + "“"
                + (quote.length() > 70 ? comment(quote.substring(0, 70)) + " …" : quote)
                + "”";
    }

    private static String doubt(@Nullable Said said) {
        return said != null && said.doubtful() ? "   # ?" : "";
    }

    private static String mark(@Nullable Said said, Branch branch) {
        return said != null && said.doubtful() ? "   # ?" : trailing(branch);
    }

    /** What the figures of a mapping in one line come from. */
    private static String trailing(Branch branch) {
        List<String> quotes = new ArrayList<>();
        boolean doubt = branch.said != null && branch.said.doubtful();
        for (Branch.Value v : branch.values().values()) {
            Said said = v.said();
            if (said != null && v.content() instanceof String) {
                doubt |= said.doubtful();
                boolean whole = said.quote().length() > 60;
                if (!whole && !quotes.contains("“" + said.quote() + "”")) {
                    quotes.add("“" + comment(said.quote()) + "”");
                }
            }
        }
        if (quotes.isEmpty()) {
            return doubt ? "   # ?" : "";
        }
        return "   # " + (doubt ? "? " : "") + String.join(", ", quotes);
    }

    private static String flow(Branch branch) {
        List<String> parts = new ArrayList<>();
        branch.values()
                .forEach((key, value) -> {
                    Object content = value.content();
                    String words =
                            content instanceof Branch b
                                    ? flow(b)
                                    : content instanceof List<?> list
                                            ? list(list)
                                            : scalar((String) content, true);
                    parts.add(key.startsWith("#") ? words : scalar(key, true) + ": " + words);
                });
        boolean list =
                !branch.isEmpty() && branch.values().keySet().iterator().next().startsWith("#");
        return list ? "[" + String.join(", ", parts) + "]" : "{ " + String.join(", ", parts) + " }";
    }

    private static String content(Object content) {
        return content instanceof List<?> list ? list(list) : scalar((String) content, false);
    }

    private static String list(List<?> words) {
        return "["
                + String.join(", ", words.stream().map(w -> scalar((String) w, true)).toList())
                + "]";
    }

    /** Plain where YAML reads it back as the same text, else in double quotes. */
    static String scalar(String words, boolean inFlow) {
        boolean prefixed = words.startsWith("text: ");
        if (prefixed && !inFlow) {
            return "text: " + scalar(words.substring(6), false);
        }
        boolean plain =
                words.matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._/%<>=()+'’“”€$£&–-]*")
                        && !words.matches("(?i)(?:true|yes|no|on|off|null|y|n|~)")
                        && !words.endsWith(" ");
        if (words.equals("true")) {
            return words;
        }
        boolean list =
                !inFlow
                        && words.matches(
                                "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._/%<>=()+'’“”€$£&,;?!–\"-]*")
                        && !words.matches("(?i)(?:true|yes|no|on|off|null)");
        return plain || list ? words : JSON.writeValueAsString(words);
    }
}
