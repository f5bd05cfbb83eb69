package org.groundplan.trial.foreign;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a check accepts: of a pattern, of a length, in capitals. */
final class Spelling {
    private static final Pattern LENGTH =
            Pattern.compile("length\\(\\(?\"?\\w+\"?\\)?(?:::text)?\\)\\s*(=|>=|>|<=|<)\\s*(\\d+)");

    private Spelling() {}

    /**
     * @param definition of the check, as the database prints it
     * @param text what it refused
     * @param number different for each row
     * @param attempt from 0
     * @return nothing when all has been tried
     */
    static Optional<String> of(String definition, String text, int number, int attempt) {
        List<Token> tokens = Token.of(definition);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean pattern = tokens.get(i).text().equals("~") || tokens.get(i).text().equals("~*");
            boolean star = tokens.get(i).text().equals("~") && tokens.get(i + 1).is("*");
            Token literal = tokens.get(Math.min(tokens.size() - 1, star ? i + 2 : i + 1));
            if (pattern && literal.kind() == Token.Kind.STRING && attempt < 3) {
                return generated(literal.inner(), number * 31L + attempt);
            }
        }
        Matcher m = LENGTH.matcher(definition);
        if (attempt == 0 && m.find()) {
            int length = Integer.parseInt(m.group(2)) + (m.group(1).equals(">") ? 1 : 0);
            boolean shorter = m.group(1).startsWith("<") || m.group(1).equals("=");
            String own = number + "x".repeat(Math.max(0, length));
            return Optional.of(shorter && length > 0 ? own.substring(0, length) : own);
        }
        return switch (attempt) {
            case 1 -> Optional.of(text.toUpperCase(Locale.ROOT));
            case 2 -> Optional.of(text.toLowerCase(Locale.ROOT).replace("-", ""));
            case 3 -> Optional.of(String.valueOf(number));
            case 4 -> Optional.of("A" + number);
            default -> Optional.empty();
        };
    }

    /** The text itself, or one in its place that the checks of a column accept. */
    static String fitting(Catalogue.Table table, String column, String text, int number) {
        return table.checks().stream()
                .filter(c -> c.columns().equals(List.of(column)))
                .filter(c -> c.definition().contains("~") || LENGTH.matcher(c.definition()).find())
                .flatMap(c -> of(c.definition(), text, number, 0).stream())
                .findFirst()
                .orElse(text);
    }

    private static Optional<String> generated(String pattern, long seed) {
        String plain = pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
        if (plain.length() > 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(RgxGen.parse(plain).generate(new Random(seed)))
                    .filter(t -> !t.isEmpty() && t.length() < 200);
        } catch (RuntimeException e) {
            return Optional.empty(); // a pattern that only PostgreSQL reads
        }
    }
}
