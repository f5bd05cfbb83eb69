package org.groundplan.trial.interpreter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQL with {@code :name} parameters, as the statement files have it.
 *
 * @param jdbc the same with question marks
 * @param names parameters in order of appearance, repeated as often as they appear
 */
public record NamedSql(String text, String jdbc, List<String> names) {
    public NamedSql {
        names = List.copyOf(names);
    }

    /** Comments and quoted texts are left alone; {@code ::} is a cast, not a parameter. */
    public static NamedSql parse(String file) {
        String text =
                file.lines()
                        .filter(l -> !l.startsWith("--"))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("")
                        .strip();
        if (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1);
        }
        StringBuilder jdbc = new StringBuilder();
        List<String> names = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            boolean start =
                    !quoted
                            && c == ':'
                            && i + 1 < text.length()
                            && Character.isJavaIdentifierStart(text.charAt(i + 1));
            if (start && (i == 0 || text.charAt(i - 1) != ':')) {
                int end = i + 1;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                names.add(text.substring(i + 1, end));
                jdbc.append('?');
                i = end - 1;
            } else {
                jdbc.append(c);
            }
        }
        return new NamedSql(text, jdbc.toString(), names);
    }

    /**
     * @throws IllegalArgumentException when a parameter has no value
     */
    public PreparedStatement prepare(
            Connection connection, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(jdbc);
        for (int i = 0; i < names.size(); i++) {
            if (!values.containsKey(names.get(i))) {
                throw new IllegalArgumentException("no value for :" + names.get(i));
            }
            statement.setObject(i + 1, values.get(names.get(i)));
        }
        return statement;
    }

    /** With literals in place of parameters, for a script that anybody can replay. */
    public String literal(Map<String, ? extends @Nullable Object> values) {
        StringBuilder out = new StringBuilder();
        String[] parts = jdbc.split("\\?", -1);
        for (int i = 0; i < parts.length; i++) {
            out.append(parts[i]);
            if (i < names.size()) {
                Object value = values.get(names.get(i));
                boolean bare = value == null || value instanceof Number || value instanceof Boolean;
                String shown = String.valueOf(value);
                out.append(bare ? shown : "'" + shown.replace("'", "''") + "'");
            }
        }
        return out.toString();
    }
}
