package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which columns the parameters of a script meet, in its statements and in the functions they call.
 * Words side by side are all it looks at: a column it misses makes an attack weaker, never an
 * accusation false.
 */
final class Usages {
    enum Kind {
        LOOKUP,
        INSERT,
        SET
    }

    record Usage(String table, String column, Kind kind) {}

    private record Routine(List<String> arguments, String body) {}

    private static final Set<String> TABLE_AFTER =
            Set.of("from", "join", "into", "update", "using");
    private static final Set<String> NO_ALIAS =
            Set.of(
                    "set",
                    "where",
                    "values",
                    "select",
                    "on",
                    "join",
                    "left",
                    "inner",
                    "cross",
                    "order",
                    "group",
                    "for",
                    "returning",
                    "limit",
                    "using",
                    "default",
                    "when");
    private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    private final Catalogue catalogue;
    private final Map<String, Routine> routines = new LinkedHashMap<>();
    private final Map<String, Set<Usage>> found = new LinkedHashMap<>();
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> inserted = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private boolean calls;
    private final Map<String, Set<String>> literals = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();

    private Usages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Usages of(Connection connection, Catalogue catalogue, ForeignScript script)
            throws SQLException {
        Usages result = new Usages(catalogue);
        result.routines(connection);
        for (ForeignScript.Step step : script.steps()) {
            result.segment(
                    step.piece().tokens(),
                    t -> t.kind() == Token.Kind.PARAM ? t.text() : null,
                    Set.of());
        }
        for (String input : script.inputs()) {
            if (result.of(input).isEmpty()) {
                result.byName(input).ifPresent(u -> result.note(input, u));
            }
        }
        return result;
    }

    /** The columns a parameter meets, in the order of the text. */
    List<Usage> of(String parameter) {
        return List.copyOf(found.getOrDefault(parameter, Set.of()));
    }

    /** Tables that are inserted into, updated or deleted from. */
    Set<String> written() {
        return written;
    }

    Set<String> inserted() {
        return inserted;
    }

    /** Tables that are read or changed, and not inserted into. */
    Set<String> needed() {
        Set<String> result = new LinkedHashSet<>(read);
        result.addAll(written);
        result.removeAll(inserted);
        return result;
    }

    /** Whether all it could write is known: it calls no function. */
    boolean plain() {
        return !calls;
    }

    /** Words a column is compared with. */
    Set<String> literals(String table, String column) {
        return literals.getOrDefault(table + "." + column, Set.of());
    }

    /** Whether a name appears anywhere in the script or in what it calls. */
    boolean mentions(String word) {
        return words.contains(word);
    }

    private void routines(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT p.proname, coalesce(p.proargnames, '{}')::text[],
                                  CASE WHEN p.prosqlbody IS NULL THEN p.prosrc ELSE pg_get_functiondef(p.oid) END
                                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
                                WHERE l.lanname IN ('plpgsql', 'sql') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'groundplan')
                                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                                ORDER BY p.oid
                                """)) {
            while (row.next()) {
                routines.put(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        new Routine(
                                List.of((String[]) row.getArray(2).getArray()), row.getString(3)));
            }
        }
    }

    /** One statement, or what stands between two semicolons of a body. */
    private void segment(
            List<Token> tokens, Function<Token, @Nullable String> parameter, Set<String> calling) {
        tokens.stream().filter(Token::word).forEach(t -> words.add(t.text()));
        Map<String, String> aliases = aliases(tokens);
        read.addAll(aliases.values());
        int set = -1;
        String updated = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("update") && i + 1 < tokens.size()) {
                updated = tableAt(tokens, i + 1);
                if (updated != null) {
                    written.add(updated);
                }
            } else if (token.is("set")) {
                set = i;
            } else if (token.is("where") || token.is("from") || token.is("returning")) {
                set = -1;
            } else if (token.is("into") && i > 0 && tokens.get(i - 1).is("insert")) {
                insert(tokens, i + 1, parameter);
            } else if (token.is("from") || token.is("delete")) {
                continue;
            }
            if (token.is("delete") && i + 2 < tokens.size()) {
                String table = tableAt(tokens, i + 2);
                if (table != null) {
                    written.add(table);
                }
            }
            boolean operator =
                    token.kind() == Token.Kind.SYMBOL && OPERATORS.contains(token.text());
            if (operator && i > 0 && i + 1 < tokens.size()) {
                boolean assigns = set >= 0 && token.is("=") && updated != null;
                compare(tokens, i, aliases, parameter, assigns ? Kind.SET : Kind.LOOKUP);
            }
            if (token.is("in") && i + 2 < tokens.size() && tokens.get(i + 1).is("(")) {
                for (int k = i + 2; k < tokens.size() && !tokens.get(k).is(")"); k++) {
                    pair(columnBefore(tokens, i, aliases), tokens.get(k), parameter, Kind.LOOKUP);
                }
            }
            if (token.is("between")) {
                Optional<Usage> column = columnBefore(tokens, i, aliases);
                for (int k = i + 1; k < Math.min(i + 6, tokens.size()); k++) {
                    pair(column, tokens.get(k), parameter, Kind.LOOKUP);
                }
            }
            Routine routine = token.word() ? routines.get(token.text()) : null;
            boolean call = routine != null && i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            calls |= call;
            if (call && routine != null && !calling.contains(token.text())) {
                call(tokens, i + 2, token.text(), routine, parameter, calling);
            }
        }
    }

    private Map<String, String> aliases(List<Token> tokens) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!TABLE_AFTER.contains(tokens.get(i).text()) && !tokens.get(i).is(",")) {
                continue;
            }
            String table = tableAt(tokens, i + 1);
            if (table == null) {
                continue;
            }
            aliases.put(table, table);
            int next = i + 2;
            if (next + 1 < tokens.size() && tokens.get(next).is(".")) {
                next += 2;
            }
            if (next < tokens.size() && tokens.get(next).is("as")) {
                next++;
            }
            if (next < tokens.size()
                    && tokens.get(next).word()
                    && !NO_ALIAS.contains(tokens.get(next).text())) {
                aliases.put(tokens.get(next).text(), table);
            }
        }
        return aliases;
    }

    private @Nullable String tableAt(List<Token> tokens, int at) {
        int i = at;
        if (i < tokens.size() && tokens.get(i).is("only")) {
            i++;
        }
        if (i + 2 < tokens.size() && tokens.get(i + 1).is(".")) {
            i += 2;
        }
        if (i >= tokens.size() || !tokens.get(i).word()) {
            return null;
        }
        String name = tokens.get(i).text();
        return catalogue.tables().stream()
                .map(Catalogue.Table::name)
                .filter(t -> t.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private void insert(List<Token> tokens, int at, Function<Token, @Nullable String> parameter) {
        String name = tableAt(tokens, at);
        if (name == null) {
            return;
        }
        written.add(name);
        inserted.add(name);
        Catalogue.Table table = catalogue.table(name).orElseThrow();
        int i = at + 1;
        while (i < tokens.size()
                && !tokens.get(i).is("(")
                && !tokens.get(i).is("values")
                && !tokens.get(i).is("select")) {
            i++;
        }
        List<String> columns = new ArrayList<>(table.columns().keySet());
        if (i < tokens.size() && tokens.get(i).is("(")) {
            columns.clear();
            for (i++; i < tokens.size() && !tokens.get(i).is(")"); i++) {
                if (tokens.get(i).word()) {
                    columns.add(tokens.get(i).text());
                }
            }
            i++;
        }
        while (i < tokens.size() && !tokens.get(i).is("values") && !tokens.get(i).is("select")) {
            i++;
        }
        boolean values = i < tokens.size() && tokens.get(i).is("values");
        i += values ? 2 : 1;
        int depth = 0;
        int column = 0;
        for (; i < tokens.size() && column < columns.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || depth == 0 && (token.is("from") || token.is("where"))) {
                break;
            }
            if (depth == 0 && token.is(",")) {
                column++;
                continue;
            }
            String said = parameter.apply(token);
            if (said != null && depth == 0 && table.column(columns.get(column)).isPresent()) {
                note(said, new Usage(name, columns.get(column), Kind.INSERT));
            }
        }
    }

    private void compare(
            List<Token> tokens,
            int at,
            Map<String, String> aliases,
            Function<Token, @Nullable String> parameter,
            Kind kind) {
        Optional<Usage> left = columnBefore(tokens, at, aliases);
        if (kind == Kind.SET) {
            // c = anything in which the parameter stands, up to the next assignment
            int depth = 0;
            for (int k = at + 1; k < tokens.size(); k++) {
                Token token = tokens.get(k);
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (depth <= 0 && (token.is(",") || token.is("where") || token.is("from"))) {
                    break;
                }
                pair(left, token, parameter, Kind.SET);
            }
            return;
        }
        Token next = tokens.get(at + 1);
        boolean any = next.is("any") && at + 3 < tokens.size();
        pair(left, any ? tokens.get(at + 3) : next, parameter, Kind.LOOKUP);
        left.ifPresent(u -> {
            if (next.kind() == Token.Kind.STRING) {
                literals.computeIfAbsent(u.table + "." + u.column, _ -> new LinkedHashSet<>())
                        .add(next.inner());
            }
        });
        // the other way round: parameter before, column behind
        String before = parameter.apply(tokens.get(at - 1));
        if (before != null) {
            columnAfter(tokens, at, aliases)
                    .ifPresent(u -> note(before, new Usage(u.table, u.column, kind)));
        }
    }

    private void pair(
            Optional<Usage> column,
            Token token,
            Function<Token, @Nullable String> parameter,
            Kind kind) {
        String said = parameter.apply(token);
        if (said != null) {
            column.ifPresent(u -> note(said, new Usage(u.table, u.column, kind)));
        }
    }

    private Optional<Usage> columnBefore(List<Token> tokens, int at, Map<String, String> aliases) {
        int i = at - 1;
        boolean qualified = i >= 2 && tokens.get(i - 1).is(".");
        return i < 0 || !tokens.get(i).word()
                ? Optional.empty()
                : column(qualified ? tokens.get(i - 2).text() : "", tokens.get(i).text(), aliases);
    }

    private Optional<Usage> columnAfter(List<Token> tokens, int at, Map<String, String> aliases) {
        int i = at + 1;
        boolean qualified = i + 2 < tokens.size() && tokens.get(i + 1).is(".");
        return i >= tokens.size() || !tokens.get(i).word()
                ? Optional.empty()
                : qualified
                        ? column(tokens.get(i).text(), tokens.get(i + 2).text(), aliases)
                        : column("", tokens.get(i).text(), aliases);
    }

    private Optional<Usage> column(String alias, String name, Map<String, String> aliases) {
        for (Map.Entry<String, String> entry : aliases.entrySet()) {
            boolean meant = alias.isEmpty() || entry.getKey().equals(alias);
            Optional<Catalogue.Table> table = catalogue.table(entry.getValue());
            if (meant && table.flatMap(t -> t.column(name)).isPresent()) {
                return Optional.of(new Usage(entry.getValue(), name, Kind.LOOKUP));
            }
        }
        return Optional.empty();
    }

    /** Follows the arguments into the body of a function. */
    private void call(
            List<Token> tokens,
            int at,
            String name,
            Routine routine,
            Function<Token, @Nullable String> parameter,
            Set<String> calling) {
        Map<String, String> given = new LinkedHashMap<>();
        int depth = 0;
        int position = 0;
        String named = null;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0) {
                break;
            }
            if (depth == 0 && token.is(",")) {
                position++;
                named = null;
                continue;
            }
            if (i + 1 < tokens.size() && tokens.get(i + 1).is("=>")) {
                named = token.text();
            }
            String said = parameter.apply(token);
            if (said != null) {
                String argument =
                        named != null
                                ? named
                                : position < routine.arguments.size()
                                        ? routine.arguments.get(position)
                                        : "";
                given.put(argument.toLowerCase(Locale.ROOT), said);
            }
        }
        Set<String> deeper = new LinkedHashSet<>(calling);
        deeper.add(name);
        List<Token> segment = new ArrayList<>();
        for (Token token : Token.of(routine.body)) {
            if (token.kind() == Token.Kind.COMMENT) {
                continue;
            }
            if (token.is(";")) {
                segment(segment, t -> t.word() ? given.get(t.text()) : null, deeper);
                segment.clear();
            } else {
                segment.add(token);
            }
        }
        segment(segment, t -> t.word() ? given.get(t.text()) : null, deeper);
        given.forEach((argument, said) -> {
            if (of(said).isEmpty()) {
                byName(argument).ifPresent(u -> note(said, u));
            }
        });
    }

    /** {@code p_room_id} is most likely a {@code room_id} of a table that is written. */
    private Optional<Usage> byName(String parameter) {
        String bare =
                parameter.toLowerCase(Locale.ROOT).replaceFirst("^(?:p|in|v|new|the|arg)?_", "");
        List<Catalogue.Table> near = new ArrayList<>();
        written.forEach(w -> catalogue.table(w).ifPresent(near::add));
        near.addAll(catalogue.tables());
        for (Catalogue.Table table : near) {
            Optional<Catalogue.Column> column =
                    table.column(bare).or(() -> table.column(bare + "_id"));
            if (column.isPresent()) {
                boolean made = inserted.contains(table.name());
                return Optional.of(
                        new Usage(
                                table.name(),
                                column.get().name(),
                                made ? Kind.INSERT : Kind.LOOKUP));
            }
        }
        return near.stream()
                .filter(t ->
                        t.key().size() == 1 && bare.equals(t.name() + "_" + t.key().getFirst()))
                .findFirst()
                .map(t -> new Usage(t.name(), t.key().getFirst(), Kind.LOOKUP));
    }

    private void note(String parameter, Usage usage) {
        found.computeIfAbsent(parameter, _ -> new LinkedHashSet<>()).add(usage);
    }
}
