package org.groundplan.brief;

import static org.groundplan.brief.RuleWords.FIELD;
import static org.groundplan.brief.RuleWords.NAME;
import static org.groundplan.brief.RuleWords.WHEN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Condition;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.jspecify.annotations.Nullable;

/**
 * The forms of rules about data, sums and time, tried in order; the grammar stands in
 * docs/rules.md.
 */
final class RuleForms {
    /** What every rule carries, whatever its form. */
    record Head(String id, String text, Origin origin) {}

    /** Makes a rule of a match, or nothing when the words do not fit after all. */
    interface Maker {
        @Nullable Rule make(Head head, MatchResult m);
    }

    private record Form(Pattern pattern, Maker maker) {}

    private final RuleWords words;
    private final List<Form> forms = new ArrayList<>();

    RuleForms(RuleWords words) {
        this.words = words;
        counts();
        bounds();
        sums();
        ranges();
        history();
        access();
        apart();
        TimeForms.add(words, this::form);
    }

    Optional<Rule> read(Head head) {
        String text = head.text.replace("→", "->").replaceAll("\\s+", " ").strip();
        text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        for (Form form : forms) {
            Matcher m = form.pattern.matcher(text);
            if (m.matches()) {
                Rule rule = form.maker.make(head, m.toMatchResult());
                if (rule != null) {
                    return Optional.of(rule);
                }
            }
        }
        return Optional.empty();
    }

    private void form(String pattern, Maker maker) {
        forms.add(
                new Form(
                        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        maker));
    }

    private void counts() {
        form(
                "(?:unique|no two)\\s+" + NAME + "\\.(\\S+(?:\\s*,\\s*\\S+)*)(?:\\s+per\\s+(.+))?",
                (h, m) -> unique(h, m.group(1), m.group(2), m.group(3)));
        form(
                FIELD + "\\s+(?:is|must be)\\s+unique(?:\\s+(?:per|within)\\s+(?:an?\\s+)?(.+))?",
                (h, m) -> unique(h, m.group(1), m.group(2), m.group(3)));
        form(
                "(?:at most|no more than|max(?:imum)?|not more than|only)\\s+(\\S+)\\s+"
                        + NAME
                        + "\\s+(?:per|for each|for every)\\s+(.+?)"
                        + WHEN,
                (h, m) -> count(h, true, m.group(1), m.group(2), m.group(3), m.group(4)));
        form(
                "(?:a|an|each|every)\\s+"
                        + NAME
                        + "\\s+(?:may have|has|can have)\\s+(?:at most|no more than|only)\\s+(\\S+)\\s+"
                        + NAME
                        + WHEN,
                (h, m) -> count(h, true, m.group(2), m.group(3), m.group(1), m.group(4)));
        form(
                "(?:at least|no less than|min(?:imum)?)\\s+(\\S+)\\s+"
                        + NAME
                        + "\\s+(?:per|for each|for every)\\s+(.+?)"
                        + WHEN,
                (h, m) -> count(h, false, m.group(1), m.group(2), m.group(3), m.group(4)));
        form(
                FIELD + "\\s*:\\s*(.+->.+)",
                (h, m) ->
                        new Rule.Transitions(
                                h.id,
                                h.text,
                                words.entity(m.group(1)),
                                m.group(2),
                                moves(m.group(3)),
                                h.origin));
    }

    /** So many at the most or at the least; nothing when the number is none. */
    private @Nullable Rule count(
            Head h, boolean most, String many, String entity, String per, @Nullable String when) {
        Optional<Integer> limit = words.limit(many).filter(n -> n > 0);
        if (limit.isEmpty()) {
            return null;
        }
        String name = words.entity(entity);
        List<String> keys = words.names(per);
        Condition condition = words.when(entity, when);
        return most
                ? new Rule.AtMost(h.id, h.text, limit.get(), name, keys, condition, h.origin)
                : new Rule.AtLeast(h.id, h.text, limit.get(), name, keys, condition, h.origin);
    }

    private Rule unique(Head h, String entity, String fields, @Nullable String per) {
        List<String> all = new ArrayList<>();
        for (String field : fields.split("\\s*,\\s*")) {
            // "unique A.x, A.y" names the entity twice
            all.add(field.replaceFirst("^" + Pattern.quote(entity) + "\\.", ""));
        }
        if (per != null) {
            all.addAll(words.names(per));
        }
        return new Rule.Unique(h.id, h.text, words.entity(entity), all, h.origin);
    }

    private void bounds() {
        form(
                FIELD
                        + "\\s+(?:(?:is|must|may|can)\\s+)?(?:never|not)\\s+(?:falls?\\s+|be\\s+|goes\\s+|go\\s+)?(?:below|under|less than)\\s+(-?\\d+)"
                        + WHEN,
                (h, m) -> below(h, m.group(1), m.group(2), m.group(3), m.group(4)));
        form(
                FIELD + "\\s*(?:>=|≥|(?:is |must be )?at least)\\s*(-?\\d+)" + WHEN,
                (h, m) -> below(h, m.group(1), m.group(2), m.group(3), m.group(4)));
        form(
                FIELD + "\\s+(?:is |becomes |goes |must )?(?:never|not)(?: be)? negative" + WHEN,
                (h, m) -> below(h, m.group(1), m.group(2), "0", m.group(3)));
        form(
                FIELD
                        + "\\s+(?:(?:is|must|may|can)\\s+)?(?:(?:never|not)\\s+(?:rises?\\s+|be\\s+|goes\\s+|go\\s+)?(?:above|over|more than|exceeds?)|<=|≤|at most)\\s+(?:(-?\\d+)|(?:its\\s+|"
                        + NAME
                        + "\\.)"
                        + NAME
                        + ")",
                (h, m) -> {
                    String owner = m.group(4);
                    String entity = words.entity(m.group(1));
                    if (owner != null && !words.entity(owner).equals(entity)) {
                        return null;
                    }
                    return new Rule.NeverAbove(
                            h.id,
                            h.text,
                            entity,
                            m.group(2),
                            m.group(3) == null ? null : Long.valueOf(m.group(3)),
                            m.group(5),
                            h.origin);
                });
    }

    private Rule below(
            Head h, String entity, String field, String bound, @Nullable String condition) {
        return new Rule.NeverBelow(
                h.id,
                h.text,
                words.entity(entity),
                field,
                Long.parseLong(bound),
                words.when(entity, condition),
                h.origin);
    }

    private void sums() {
        String sum = "(?:the\\s+)?(?:sum|total) of\\s+(?:all\\s+)?(?:its\\s+)?" + FIELD;
        form(
                FIELD
                        + "\\s+(?:equals|is|=|is always|always equals)\\s+(?:the\\s+)?"
                        + sum
                        + "(?:\\s+per\\s+"
                        + NAME
                        + ")?"
                        + WHEN,
                (h, m) ->
                        new SumRule(
                                h.id,
                                h.text,
                                words.entity(m.group(3)),
                                m.group(4),
                                words.entity(m.group(1)),
                                SumRule.Comparison.EQUAL,
                                m.group(2),
                                null,
                                words.when(m.group(3), m.group(6)),
                                h.origin));
        form(
                sum
                        + "\\s+(?:per|of one|of each)\\s+"
                        + NAME
                        + "\\s+(?:is\\s+|must be\\s+)?(at most|never above|never exceeds|never more than|<=|≤|equals|is|=)?\\s*(?:(-?\\d+(?:\\.\\d+)?|zero)|"
                        + FIELD
                        + ")"
                        + WHEN,
                (h, m) -> {
                    String operator =
                            m.group(4) == null
                                    ? "equals"
                                    : m.group(4).toLowerCase(java.util.Locale.ROOT);
                    String literal = m.group(5);
                    String per = words.entity(m.group(3));
                    if (literal == null && !words.entity(m.group(6)).equals(per)) {
                        return null;
                    }
                    return new SumRule(
                            h.id,
                            h.text,
                            words.entity(m.group(1)),
                            m.group(2),
                            per,
                            operator.matches("equals|is|=")
                                    ? SumRule.Comparison.EQUAL
                                    : SumRule.Comparison.AT_MOST,
                            literal == null ? m.group(7) : null,
                            literal == null
                                    ? null
                                    : new BigDecimal(literal.equals("zero") ? "0" : literal),
                            words.when(m.group(1), m.group(8)),
                            h.origin);
                });
    }

    private void ranges() {
        form(
                "no (?:overlap of|overlapping|two)\\s+"
                        + NAME
                        + "(?:\\s+(?:per|of (?:the )?same|for (?:the )?same)\\s+(.+?))?(?:\\s+overlap)?(?:\\s+(?:over|between|from)\\s+"
                        + NAME
                        + "\\s*(?:\\.\\.|-|–|to|and)\\s*"
                        + NAME
                        + ")?"
                        + WHEN,
                (h, m) -> {
                    Entity entity = words.declared(m.group(1)).orElse(null);
                    List<String> times =
                            entity == null
                                    ? List.of()
                                    : entity.fields().stream()
                                            .filter(f ->
                                                    f.type() == FieldType.INSTANT
                                                            || f.type() == FieldType.DATE)
                                            .map(Field::name)
                                            .toList();
                    boolean given = m.group(3) != null;
                    if (!given && times.size() < 2) {
                        return null;
                    }
                    return new Rule.NoOverlap(
                            h.id,
                            h.text,
                            words.entity(m.group(1)),
                            m.group(2) == null ? List.of() : words.names(m.group(2)),
                            given ? m.group(3) : times.get(0),
                            given ? m.group(4) : times.get(1),
                            words.when(m.group(1), m.group(5)),
                            h.origin);
                });
    }

    private void history() {
        String proof =
                "((?:,| and|;)?\\s*(?:provabl[ey]|tamper[- ]evident|with proof|which an auditor can prove|an auditor can prove (?:it|so|that)))?";
        form(
                NAME + "\\s+(?:is|are)\\s+(provably )?append[- ]only" + proof,
                (h, m) -> append(h, m.group(1), m.group(2) != null || m.group(3) != null));
        form(
                "append[- ]only\\s+" + NAME + proof,
                (h, m) -> append(h, m.group(1), m.group(2) != null));
        form(
                NAME
                        + "\\s+(?:is|are)\\s+(?:immutable|never changed|never changed or deleted|written once)"
                        + proof,
                (h, m) -> append(h, m.group(1), m.group(2) != null));
        form(
                "nobody (?:may )?changes? (?:or deletes? )?(?:an? )?"
                        + NAME
                        + "(?: afterwards)?"
                        + proof,
                (h, m) -> append(h, m.group(1), m.group(2) != null));
    }

    private Rule append(Head h, String entity, boolean provable) {
        return new Rule.AppendOnly(h.id, h.text, words.entity(entity), provable, h.origin);
    }

    private void access() {
        String read = "(?:read|reads|see|sees|view|open)s?";
        String log =
                "((?:;|,| and)\\s*(?:log(?:s|ged)?(?: (?:the |all )?reads?)?|each read is logged|reads are logged))?";
        form(
                NAME
                        + "\\s+(?:may |can )?(?:only )?"
                        + read
                        + "\\s+(?:only )?(?:its |their |his |her |the )?own\\s+"
                        + NAME
                        + "(?: only)?",
                (h, m) ->
                        new AccessRule.OwnOnly(
                                h.id, h.text, m.group(1), words.entity(m.group(2)), h.origin));
        form(
                "only\\s+(?:an? |the )?"
                        + NAME
                        + "\\s+of\\s+(?:the )?same\\s+"
                        + NAME
                        + "\\s+(?:may |can )?"
                        + read
                        + "\\s+(?:an? )?"
                        + NAME
                        + log,
                (h, m) -> shared(h, m.group(1), m.group(2), m.group(3), m.group(4) != null));
        form(
                NAME
                        + "\\s+(?:may |can )?(?:only )?"
                        + read
                        + "\\s+(?:only )?"
                        + NAME
                        + "\\s+of\\s+(?:the |its |their )?(?:own|same)\\s+"
                        + NAME
                        + log,
                (h, m) -> shared(h, m.group(1), m.group(3), m.group(2), m.group(4) != null));
    }

    /** Whose data is kept apart: the words people use for a tenant. */
    private void apart() {
        String except =
                "(?:(?:,?\\s*(?:except|apart)\\s+(?:for|from|to|by)?|;\\s*only)\\s*(?:the\\s+)?(.+?)(?:\\s+(?:looks?|sees?|reads?) (?:across|all|every).*)?)?";
        String thing = "(?:another|other|others'?|any other)";
        form(
                "(?:an?|each|every|the)?\\s*"
                        + NAME
                        + "\\s+(?:is|are)\\s+(?:the|an?|our)?\\s*tenants?"
                        + except,
                (h, m) -> isolated(h, m.group(1), m.group(2)));
        form(
                "(?:the )?tenants? (?:is|are)\\s+" + NAME + except,
                (h, m) -> isolated(h, m.group(1), m.group(2)));
        String may = "(?:(?:must|may|can|shall|should)\\s+)?";
        form(
                // “one Company may see another Company's data” is the opposite
                "(?:(?=no\\s)no|(?=(?:one|an?|each|every)\\s.*\\b(?:never|not)\\b)(?:one|an?|each|every))\\s+"
                        + NAME
                        + "\\s+"
                        + may
                        + "(?:never\\s+|not\\s+)?"
                        + may
                        + "(?:see|sees|read|reads|access|accesses|touch|touches)(?:\\s+or\\s+\\w+)?\\s+"
                        + thing
                        + "\\s+"
                        + NAME
                        + "(?:['’]s?)?\\s+(?:data|rows|records|information)"
                        + except,
                (h, m) ->
                        words.entity(m.group(1)).equals(words.entity(m.group(2)))
                                ? isolated(h, m.group(1), m.group(3))
                                : null);
        form(
                "(?:the )?data of (?:an?|one|each|every)\\s+"
                        + NAME
                        + "\\s+(?:is|are)\\s+(?:never (?:visible|shown) to|kept apart from|isolated from|invisible to)(?: that of)?\\s+(?:the\\s+)?(?:another|others?|any other)(?:\\s+"
                        + NAME
                        + ")?"
                        + except,
                (h, m) -> isolated(h, m.group(1), m.group(3)));
        form(
                "isolate(?:d)?(?: data)? (?:by|per)\\s+" + NAME + except,
                (h, m) -> isolated(h, m.group(1), m.group(2)));
    }

    private Rule isolated(Head h, String entity, @Nullable String except) {
        List<String> names =
                except == null
                        ? List.of()
                        : java.util.Arrays.stream(except.split("\\s*,\\s*|\\s+and\\s+"))
                                .map(String::strip)
                                .filter(n -> !n.isEmpty())
                                .toList();
        return new AccessRule.Isolated(h.id, h.text, words.entity(entity), names, h.origin);
    }

    private Rule shared(Head h, String actor, String same, String entity, boolean logged) {
        return new AccessRule.SharedOnly(
                h.id, h.text, actor, words.entity(same), words.entity(entity), logged, h.origin);
    }

    private static Map<String, List<String>> moves(String text) {
        Map<String, List<String>> moves = new TreeMap<>();
        for (String chain : text.split(";|,")) {
            String[] states = chain.split("->");
            for (int i = 0; i + 1 < states.length; i++) {
                for (String from : states[i].split("/|\\|")) {
                    for (String to : states[i + 1].split("/|\\|")) {
                        List<String> next =
                                moves.computeIfAbsent(from.strip(), _ -> new ArrayList<>());
                        if (!next.contains(to.strip())) {
                            next.add(to.strip());
                        }
                    }
                }
            }
        }
        return moves;
    }
}
