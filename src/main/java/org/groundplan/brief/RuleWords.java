package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a rule stand for in this brief: entities, fields, states, use cases, limits.
 */
final class RuleWords {
    static final String NAME = "(\\p{L}[\\p{L}\\p{N}\\p{M}_-]*)";

    /** {@code Order.paid}. */
    static final String FIELD = NAME + "\\." + NAME;

    /** {@code when status = booked}, {@code while onCall}, {@code where kind is not bank}. */
    static final String WHEN = "(?:,?\\s+(?:when|while|where|if)\\s+(?:it\\s+is\\s+)?(.+?))?";

    static final String DURATION =
            "((?:an?|\\d[\\d_,.]*|[a-z]+)\\s*(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|hours?|h|days?|d|weeks?|months?|years?)(?:\\s+(?:and\\s+)?\\d+\\s*(?:min(?:utes?)?|s|seconds?|h|hours?))?)";
    private static final Pattern COMPARED =
            Pattern.compile(
                    NAME + "(\\s*(?:==|=|!=|<>|≠)\\s*|\\s+(?:is one of|is not|is|in)\\s+)(\\S.*)",
                    Pattern.CASE_INSENSITIVE);

    private final List<Entity> entities;
    private final List<String> useCases;

    RuleWords(Facts facts) {
        this.entities =
                facts.elements().stream()
                        .filter(Entity.class::isInstance)
                        .map(Entity.class::cast)
                        .toList();
        this.useCases =
                facts.elements().stream()
                        .filter(UseCase.class::isInstance)
                        .map(e -> ((UseCase) e).name())
                        .toList();
    }

    List<String> useCases() {
        return useCases;
    }

    /**
     * The declared name that a word means ({@code appointments} for {@code Appointment}), or the
     * word.
     */
    String entity(String word) {
        return declared(word).map(Entity::name).orElse(word);
    }

    Optional<Entity> declared(String word) {
        return entities.stream()
                .filter(e -> e.name().equals(word))
                .findFirst()
                .or(() ->
                        entities.stream()
                                .filter(e -> Names.slug(e.name()).equals(Names.slug(word)))
                                .findFirst())
                .or(() ->
                        entities.stream()
                                .filter(e ->
                                        Names.plural(Names.slug(e.name())).equals(Names.slug(word)))
                                .findFirst());
    }

    /** Entities or fields, separated by {@code per}, {@code and} or commas. */
    List<String> names(String text) {
        return Arrays.stream(text.split("\\s+per\\s+|\\s+and\\s+|\\s*,\\s*"))
                .map(String::strip)
                .map(w -> w.replaceFirst("^(?:the\\s+)?(?:same\\s+)?(?:an?\\s+)?", ""))
                .map(this::entity)
                .toList();
    }

    Optional<Integer> limit(String word) {
        return Amounts.count(word)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(1_000_000)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** The use case that is meant: articles and plurals apart, or the only one with these words. */
    Optional<String> useCase(String words) {
        String wanted = bare(words);
        Optional<String> exact = useCases.stream().filter(u -> bare(u).equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        Set<String> parts = Set.copyOf(Arrays.asList(wanted.split(" ")));
        List<String> containing =
                useCases.stream()
                        .filter(u ->
                                Set.copyOf(Arrays.asList(bare(u).split(" "))).containsAll(parts))
                        .toList();
        return containing.size() == 1 ? Optional.of(containing.getFirst()) : Optional.empty();
    }

    private static String bare(String words) {
        return Arrays.stream(
                        words.toLowerCase(Locale.ROOT)
                                .replaceAll("[“”\"']", "")
                                .replaceAll("\\b(an?|the|my|its|their|own|may|can)\\b", "")
                                .strip()
                                .split("\\s+"))
                .map(w ->
                        w.length() > 3 && w.endsWith("s") && !w.endsWith("ss")
                                ? w.substring(0, w.length() - 1)
                                : w)
                .collect(Collectors.joining(" "));
    }

    /** A condition on a row; null when there is none. */
    @Nullable Condition when(String entityName, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        Entity entity = declared(entityName).orElse(null);
        Matcher compared = COMPARED.matcher(words.strip());
        if (compared.matches()) {
            List<String> values = values(compared.group(3));
            String operator = compared.group(2).strip().toLowerCase(Locale.ROOT);
            String field = compared.group(1);
            boolean negated =
                    operator.matches("is not|!=|<>|≠") || compared.group(3).startsWith("not ");
            if (negated && entity != null) {
                List<String> excluded =
                        values.stream().map(v -> v.replaceFirst("^not ", "")).toList();
                List<String> rest =
                        entity.field(field).map(Field::values).orElse(List.of()).stream()
                                .filter(v -> !excluded.contains(v))
                                .toList();
                return rest.isEmpty() ? new Condition(field, excluded) : new Condition(field, rest);
            }
            return new Condition(field, values);
        }
        String word = words.strip().replaceFirst("^(?:is|are)\\s+", "");
        boolean truth =
                entity != null
                        && entity.field(word)
                                .filter(f -> f.type() == FieldType.BOOLEAN)
                                .isPresent();
        if (truth) {
            return new Condition(word, "true");
        }
        if (word.startsWith("not ") && entity != null) {
            List<String> excluded = values(word.substring(4));
            List<String> rest =
                    entity.states().map(Field::values).orElse(List.of()).stream()
                            .filter(v -> !excluded.contains(v))
                            .toList();
            return rest.isEmpty() ? new Condition("", excluded) : new Condition("", rest);
        }
        return new Condition("", values(word));
    }

    private static List<String> values(String text) {
        List<String> result = new ArrayList<>();
        for (String word :
                text.replaceAll("[\\[\\]()]", "").split("\\s+or\\s+|\\s*/\\s*|\\s*,\\s*|\\|")) {
            if (!word.isBlank()) {
                result.add(word.strip());
            }
        }
        return result.isEmpty() ? List.of(text.strip()) : result;
    }
}
