package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.DataClass;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Unit;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code entities:}. */
final class EntityReader {
    private static final Set<String> KEYS =
            Set.of("belongsTo", "partOf", "count", "fields", "data", "keep", "size");
    private static final Set<String> FIELD_KEYS =
            Set.of("type", "optional", "data", "term", "values");
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
        keys.node("keep")
                .ifPresent(node ->
                        duration(
                                node,
                                "quantity:" + slug + ".keep",
                                id,
                                "retention",
                                "keep: 10 years"));
        keys.text("size").ifPresent(text -> size(text, keys, id, slug));
        facts.add(
                new Entity(
                        id,
                        name,
                        fields,
                        keys.wordList("belongsTo"),
                        keys.text("partOf").orElse(null),
                        fields.stream().map(Field::data).reduce(data, DataClass::strictest),
                        facts.stated(entry.keyNode())));
    }

    private Optional<Field> field(String entity, YamlDoc.Entry entry, DataClass inherited) {
        Node value = entry.value();
        if (value == null || YamlDoc.isNothing(value)) {
            return Optional.of(field(entry, FieldType.TEXT, List.of(), false, inherited));
        }
        if (value instanceof SequenceNode) {
            List<String> words = facts.doc.words(value).stream().map(YamlDoc.Entry::key).toList();
            return Optional.of(field(entry, FieldType.ENUM, words, false, inherited));
        }
        if (facts.doc.text(value).isPresent()) {
            return type(facts.doc.text(value).get(), entry, value)
                    .map(t -> field(entry, t, List.of(), false, strict(t, inherited)));
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
                        duration(
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
        return Optional.of(field(entry, type, words, optional, data));
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

    private void duration(Node node, String id, String subject, String kind, String write) {
        String text = facts.doc.text(node).orElse("");
        Amounts.duration(text)
                .ifPresentOrElse(
                        seconds ->
                                facts.number(
                                        id, subject, kind, "", seconds, Unit.SECOND, text, node),
                        () ->
                                facts.bad(
                                        facts.doc.at(node),
                                        "“" + text + "” as a duration",
                                        "a number and a unit",
                                        write));
    }

    private void size(String text, Fields keys, String id, String slug) {
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|kB|KB|MB|GB)")
                        .matcher(text);
        if (!m.matches()) {
            facts.bad(
                    keys.at("size"),
                    "“" + text + "” as a size",
                    "a number and B, kB, MB or GB",
                    "size: 2 kB");
            return;
        }
        int power = List.of("b", "kb", "mb", "gb").indexOf(m.group(2).toLowerCase(Locale.ROOT)) * 3;
        keys.node("size")
                .ifPresent(node ->
                        facts.number(
                                "quantity:" + slug + ".size",
                                id,
                                "size",
                                "",
                                new java.math.BigDecimal(m.group(1)).movePointRight(power),
                                Unit.BYTE,
                                text,
                                node));
    }
}
