package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.AccessRule;
import org.groundplan.model.DataClass;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Trait;
import org.groundplan.model.Unit;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code entities:}. */
final class EntityReader {
    /** Words for a retention that never ends. */
    private static final String EVER = "(for )?ever|forever|always|unlimited";

    private static final Set<String> KEYS =
            Vocabulary.with(
                    Vocabulary.Owner.ENTITY,
                    Set.of(
                            "belongsTo",
                            "partOf",
                            "count",
                            "fields",
                            "data",
                            "keep",
                            "size",
                            "tenant"));
    private static final Set<String> FIELD_KEYS =
            Set.of("type", "optional", "data", "term", "values", "equals", "default");
    private static final List<String> TYPES =
            Arrays.stream(FieldType.values())
                    .filter(t -> t != FieldType.ENUM)
                    .map(FieldType::word)
                    .toList();

    private final Facts facts;

    EntityReader(Facts facts) {
        this.facts = facts;
    }

    void read(Node node) {
        for (YamlDoc.Entry entry : facts.doc.entries(node, "entities").values()) {
            if (!entry.key().matches("\\p{L}[\\p{L}\\p{N}\\p{M} _-]{0,79}")) {
                facts.bad(
                        facts.doc.at(entry.keyNode()),
                        "“" + entry.key() + "” as the name of an entity",
                        "a noun of letters, digits and spaces, at most 80 long",
                        "OrderLine");
                continue;
            }
            entity(entry);
        }
    }

    private void entity(YamlDoc.Entry entry) {
        String name = entry.key();
        String slug = Names.slug(name);
        String id = Entity.id(name);
        Node value = entry.value() == null ? entry.keyNode() : entry.value();
        if (entry.value() == null || YamlDoc.isNothing(value)) {
            facts.add(
                    new Entity(
                            id,
                            name,
                            List.of(),
                            List.of(),
                            null,
                            List.of(),
                            DataClass.INTERNAL,
                            facts.stated(entry.keyNode())));
            return;
        }
        Fields keys =
                new Fields(facts.doc, facts.problems, value, "entity " + name, KEYS, Set.of());
        DataClass data =
                keys.text("data").map(d -> dataClass(d, keys, "data")).orElse(DataClass.INTERNAL);
        List<Field> fields = new ArrayList<>();
        keys.node("fields")
                .ifPresent(node -> {
                    for (YamlDoc.Entry field :
                            facts.doc.entries(node, "fields of " + name).values()) {
                        field(name, field, data).ifPresent(fields::add);
                    }
                });
        facts.count(keys, "count", "quantity:" + slug + ".count", id, name);
        boolean ever =
                keys.text("keep")
                        .filter(k -> k.strip().toLowerCase(Locale.ROOT).matches(EVER))
                        .isPresent();
        if (ever) {
            facts.add(
                    new Trait(
                            Trait.id(id, "kept"),
                            id,
                            "kept",
                            "for ever",
                            facts.stated(keys.node("keep").orElseThrow())));
        }
        keys.node("keep")
                .filter(_ -> !ever)
                .ifPresent(node ->
                        facts.duration(
                                node,
                                "quantity:" + slug + ".keep",
                                id,
                                "retention",
                                "keep: 10 years"));
        Vocabulary.read(Vocabulary.Owner.ENTITY, keys, facts, id, slug);
        String tenant = keys.text("tenant").orElse("false").toLowerCase(Locale.ROOT);
        if (!tenant.matches("true|false|yes|no")) {
            facts.bad(
                    keys.at("tenant"),
                    "“" + tenant + "” as tenant",
                    "true or false",
                    "tenant: true");
        }
        if (tenant.matches("true|yes")) {
            String said = "no " + name + " sees another " + name + "'s data";
            facts.add(
                    new AccessRule.Isolated(
                            "rule:" + Names.slug(said),
                            said,
                            name,
                            List.of(),
                            facts.stated(entry.keyNode())));
        }
        keys.text("size").ifPresent(text -> size(text, keys, id, slug));
        facts.add(
                new Entity(
                        id,
                        name,
                        fields,
                        keys.wordList("belongsTo").stream().map(EntityReader::plain).toList(),
                        keys.text("partOf").orElse(null),
                        keys.wordList("belongsTo").stream()
                                .filter(w -> !plain(w).equals(w))
                                .map(EntityReader::plain)
                                .toList(),
                        fields.stream().map(Field::data).reduce(data, DataClass::strictest),
                        facts.stated(entry.keyNode())));
    }

    /** {@code Agent?} and {@code optional Agent} may be missing. */
    private static String plain(String reference) {
        return reference.replaceFirst("^optional\\s+", "").replaceFirst("\\s*\\?$", "");
    }

    private Optional<Field> field(String entity, YamlDoc.Entry entry, DataClass inherited) {
        if (!entry.key().matches("\\p{L}[\\p{L}\\p{N}\\p{M} _-]{0,79}")) {
            facts.bad(
                    facts.doc.at(entry.keyNode()),
                    "“" + entry.key() + "” as the name of a field",
                    "a word of letters and digits, at most 80 long",
                    "startsAt: instant");
            return Optional.empty();
        }
        Node value = entry.value();
        if (value == null || YamlDoc.isNothing(value)) {
            return Optional.of(field(entry, FieldType.TEXT, List.of(), false, inherited));
        }
        if (value instanceof SequenceNode) {
            List<String> words = facts.doc.words(value).stream().map(YamlDoc.Entry::key).toList();
            return Optional.of(field(entry, FieldType.ENUM, words, false, inherited));
        }
        if (facts.doc.text(value).isPresent()) {
            String text = facts.doc.text(value).get();
            String type = text.replaceFirst("\\s*(?:\\?|,?\\s*optional)$", "");
            boolean maybe = !type.equals(text);
            if (type.contains("|")) {
                List<String> alternatives =
                        Arrays.stream(type.split("\\|")).map(String::strip).toList();
                return Optional.of(field(entry, FieldType.ENUM, alternatives, maybe, inherited));
            }
            return type(type, entry, value)
                    .map(t -> field(entry, t, List.of(), maybe, strict(t, inherited)));
        }
        Fields keys =
                new Fields(
                        facts.doc,
                        facts.problems,
                        value,
                        "field " + entity + "." + entry.key(),
                        FIELD_KEYS,
                        Set.of());
        List<String> words = keys.wordList("values");
        FieldType type =
                words.isEmpty()
                        ? keys.text("type")
                                .flatMap(t -> type(t, entry, value))
                                .orElse(FieldType.TEXT)
                        : FieldType.ENUM;
        keys.node("term")
                .ifPresent(node ->
                        facts.duration(
                                node,
                                "quantity:"
                                        + Names.slug(entity)
                                        + "."
                                        + Names.slug(entry.key())
                                        + ".term",
                                Entity.id(entity),
                                "term",
                                "term: 21 days"));
        boolean optional = keys.text("optional").map("true"::equalsIgnoreCase).orElse(false);
        DataClass data =
                keys.text("data")
                        .map(d -> dataClass(d, keys, "data"))
                        .orElse(strict(type, inherited));
        String computed = keys.text("equals").orElse(null);
        if (computed != null
                && !computed.matches("[\\p{L}\\p{N}_]+(?:\\s*[-+*]\\s*[\\p{L}\\p{N}_]+){0,5}")) {
            facts.bad(
                    keys.at("equals"),
                    "“" + computed + "” as a computed value",
                    "fields and figures with +, - or * between them",
                    "equals: quantity * price");
            return Optional.empty();
        }
        return Optional.of(
                new Field(
                        entry.key(),
                        type,
                        words,
                        optional,
                        computed,
                        initial(keys, type, words),
                        data,
                        facts.stated(entry.keyNode())));
    }

    /** A figure, a truth or one of the words. */
    private @org.jspecify.annotations.Nullable String initial(
            Fields keys, FieldType type, List<String> words) {
        String value = keys.text("default").orElse(null);
        if (value == null) {
            return null;
        }
        boolean number =
                type == FieldType.INTEGER || type == FieldType.MONEY || type == FieldType.DECIMAL;
        boolean fits =
                number
                        ? value.matches("-?\\d{1,15}(?:\\.\\d{1,6})?")
                        : type == FieldType.BOOLEAN
                                ? value.matches("true|false")
                                : words.contains(value);
        if (!fits) {
            facts.bad(
                    keys.at("default"),
                    "“" + value + "” as a default",
                    words.isEmpty()
                            ? "a figure for a number, true or false for a boolean"
                            : "one of " + String.join(", ", words),
                    "default: " + (words.isEmpty() ? "0" : words.getFirst()));
            return null;
        }
        return value;
    }

    private static DataClass strict(FieldType type, DataClass inherited) {
        boolean personal = type == FieldType.EMAIL || type == FieldType.PHONE;
        return personal ? inherited.strictest(DataClass.PERSONAL) : inherited;
    }

    private Field field(
            YamlDoc.Entry entry,
            FieldType type,
            List<String> words,
            boolean optional,
            DataClass data) {
        return new Field(entry.key(), type, words, optional, data, facts.stated(entry.keyNode()));
    }

    private Optional<FieldType> type(String word, YamlDoc.Entry entry, Node value) {
        Optional<FieldType> type = FieldType.of(word.toLowerCase(Locale.ROOT));
        if (type.isEmpty()) {
            Optional<String> near = Nearest.of(word, TYPES);
            facts.bad(
                    facts.doc.at(value),
                    "“" + word + "” as the type of " + entry.key(),
                    near.map(n -> "“" + n + "”?").orElse("one of " + String.join(", ", TYPES)),
                    entry.key()
                            + ": "
                            + near.orElse("text")
                            + "   (or a list of words for an enumeration)");
        }
        return type;
    }

    private DataClass dataClass(String word, Fields keys, String key) {
        for (DataClass data : DataClass.values()) {
            if (data.word().equals(word)) {
                return data;
            }
        }
        List<String> known = Arrays.stream(DataClass.values()).map(DataClass::word).toList();
        facts.bad(
                keys.at(key),
                "“" + word + "” as a data class",
                "one of " + String.join(", ", known),
                "data: " + Nearest.of(word, known).orElse("personal"));
        return DataClass.INTERNAL;
    }

    private void size(String text, Fields keys, String id, String slug) {
        Optional<java.math.BigDecimal> bytes = Amounts.size(text);
        if (bytes.isEmpty()) {
            facts.bad(
                    keys.at("size"),
                    "“" + text + "” as a size",
                    "a number and B, kB, MB, GB or TB",
                    "size: 2 kB");
            return;
        }
        keys.node("size")
                .ifPresent(node ->
                        facts.number(
                                "quantity:" + slug + ".size",
                                id,
                                "size",
                                "",
                                bytes.get(),
                                Unit.BYTE,
                                text,
                                node));
    }
}
