package org.groundplan.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How names of the brief become ids, SQL identifiers, paths and headings. */
public final class Names {
    private static final int SQL_LIMIT = 63; // PostgreSQL: NAMEDATALEN - 1
    private static final Set<String> RESERVED =
            Set.of(
                    "all",
                    "analyse",
                    "analyze",
                    "and",
                    "any",
                    "array",
                    "as",
                    "asc",
                    "asymmetric",
                    "both",
                    "case",
                    "cast",
                    "check",
                    "collate",
                    "column",
                    "constraint",
                    "create",
                    "current_date",
                    "current_role",
                    "current_time",
                    "current_timestamp",
                    "current_user",
                    "default",
                    "deferrable",
                    "desc",
                    "distinct",
                    "do",
                    "else",
                    "end",
                    "except",
                    "false",
                    "fetch",
                    "for",
                    "foreign",
                    "from",
                    "grant",
                    "group",
                    "having",
                    "in",
                    "initially",
                    "intersect",
                    "into",
                    "lateral",
                    "leading",
                    "limit",
                    "localtime",
                    "localtimestamp",
                    "not",
                    "null",
                    "offset",
                    "on",
                    "only",
                    "or",
                    "order",
                    "placing",
                    "primary",
                    "references",
                    "returning",
                    "select",
                    "session_user",
                    "some",
                    "symmetric",
                    "table",
                    "then",
                    "to",
                    "trailing",
                    "true",
                    "union",
                    "unique",
                    "user",
                    "using",
                    "variadic",
                    "when",
                    "where",
                    "window",
                    "with",
                    "authorization",
                    "binary",
                    "collation",
                    "concurrently",
                    "cross",
                    "current_schema",
                    "freeze",
                    "full",
                    "ilike",
                    "inner",
                    "is",
                    "isnull",
                    "join",
                    "left",
                    "like",
                    "natural",
                    "notnull",
                    "outer",
                    "overlaps",
                    "right",
                    "similar",
                    "tablesample",
                    "verbose");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Slugs are asked for again and again; forgotten all together when there are too many. */
    private static final Map<String, String> SLUGS = new ConcurrentHashMap<>();

    private static final int MOST_SLUGS = 50_000;

    private Names() {}

    /** {@code "book a slot"} becomes {@code book-a-slot}; letters of any script stay. */
    public static String slug(String name) {
        String known = SLUGS.get(name);
        if (known != null) {
            return known;
        }
        if (SLUGS.size() > MOST_SLUGS) {
            SLUGS.clear();
        }
        String made = slugged(name);
        SLUGS.put(name, made);
        return made;
    }

    private static String slugged(String name) {
        String words = split(name).toLowerCase(Locale.ROOT);
        String slug = ENDS.matcher(BETWEEN.matcher(words).replaceAll("-")).replaceAll("");
        return slug.isEmpty() ? "x" + hash(name) : slug;
    }

    /**
     * {@code TreatmentNote} becomes {@code treatment_note}; never longer than PostgreSQL allows.
     */
    public static String snake(String name) {
        String snake = slug(name).replace('-', '_');
        return limit(Character.isDigit(snake.charAt(0)) ? "n" + snake : snake);
    }

    /**
     * Cuts a long SQL name and marks it with a hash of the whole, so that it depends on nothing
     * else.
     */
    public static String limit(String sqlName) {
        if (sqlName.getBytes(StandardCharsets.UTF_8).length <= SQL_LIMIT) {
            return sqlName;
        }
        String head = sqlName;
        while (head.getBytes(StandardCharsets.UTF_8).length > SQL_LIMIT - 9) {
            head = head.substring(0, head.length() - 1);
        }
        return head + "_" + hash(sqlName);
    }

    /** A slug short enough for a file name; a cut one is marked with a hash of the whole. */
    public static String file(String name) {
        String slug = slug(name);
        return slug.length() <= 60
                ? slug
                : slug.substring(0, 51).replaceAll("-+$", "") + "-" + hash(slug);
    }

    /** Quoted when PostgreSQL would not take it bare. */
    public static String sql(String identifier) {
        return BARE.matcher(identifier).matches() && !RESERVED.contains(identifier)
                ? identifier
                : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** {@code dueOn} becomes {@code due on}. */
    public static String words(String name) {
        return split(name).toLowerCase(Locale.ROOT);
    }

    public static String camel(String name) {
        StringBuilder result = new StringBuilder();
        for (String word : slug(name).split("-")) {
            result.append(
                    result.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return result.toString();
    }

    public static String pascal(String name) {
        String camel = camel(name);
        return camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
    }

    /** English plural of the last word, good enough for paths and headings. */
    public static String plural(String word) {
        int of = word.indexOf(" of ");
        if (of > 0) {
            return plural(word.substring(0, of)) + word.substring(of);
        }
        if (word.endsWith("y")
                && word.length() > 1
                && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("s")
                        || word.endsWith("x")
                        || word.endsWith("ch")
                        || word.endsWith("sh")
                ? word + "es"
                : word + "s";
    }

    /** One, two and three. */
    public static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    public static String sentence(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String article(String noun) {
        return (noun.isEmpty() || "aeiouAEIOU".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    private static String split(String name) {
        String nfc = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        return HUMP.matcher(nfc).replaceAll(" ");
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
