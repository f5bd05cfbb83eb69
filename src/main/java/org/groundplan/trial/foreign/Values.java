package org.groundplan.trial.foreign;

import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Condition;
import org.groundplan.model.Rule;
import org.jspecify.annotations.Nullable;

/** Values of a script's parameters, for one of two clients. */
final class Values {
    private final Catalogue catalogue;
    private final Rule rule;
    private final Roles roles;
    private final Fixtures fixtures;
    private final Map<String, String> given;

    Values(
            Catalogue catalogue,
            Rule rule,
            Roles roles,
            Fixtures fixtures,
            Map<String, String> given) {
        this.catalogue = catalogue;
        this.rule = rule;
        this.roles = roles;
        this.fixtures = fixtures;
        this.given = given;
    }

    /**
     * @param made rows by the keys of roles
     * @param side empty for the first client
     */
    Map<String, @Nullable String> of(
            Rows rows,
            ForeignScript script,
            Stage.Plan plan,
            Map<String, Map<String, @Nullable String>> made,
            String side)
            throws ForeignException {
        Map<String, @Nullable String> values = new TreeMap<>();
        int order = 0;
        for (Roles.Role role : roles.of(script)) {
            order++;
            boolean own = plan.differ().contains(role.key());
            String said = given.get(role.name());
            values.put(
                    role.name(),
                    said != null
                            ? said
                            : value(
                                    rows,
                                    role,
                                    plan,
                                    made,
                                    own ? side : "",
                                    own,
                                    !side.isEmpty(),
                                    order));
        }
        return values;
    }

    private @Nullable String value(
            Rows rows,
            Roles.Role role,
            Stage.Plan plan,
            Map<String, Map<String, @Nullable String>> made,
            String side,
            boolean own,
            boolean isB,
            int order)
            throws ForeignException {
        boolean second = !side.isEmpty();
        return switch (role.kind()) {
            case ENTITY -> {
                Map<String, @Nullable String> row = made.get(side + role.key());
                yield row == null ? null : row.get(role.column());
            }
            case FROM ->
                    instant(
                            role.type(),
                            own && plan.words().isEmpty() ? rows.next() + 10 : 3,
                            second ? 1 : 0);
            case TO ->
                    instant(
                            role.type(),
                            own && plan.words().isEmpty() ? rows.next() + 10 : 3,
                            second ? 3 : 2);
            case AMOUNT -> plan.amount();
            case BOUND -> String.valueOf(Math.max(0, plan.room() * 6 / 10 - 1));
            case STATE -> state(role, plan, isB);
            case NEW, VALUE -> {
                int number = own ? 500 + rows.next() : 400 + order;
                yield role.group()
                                && !own
                                && role.kind() == Roles.Kind.VALUE
                                && !role.table().isEmpty()
                        ? fixtures.shared(role.table(), role.column())
                        : !role.values().isEmpty()
                                ? role.values().getFirst()
                                : role.type().matches("boolean")
                                        ? "true"
                                        : role.number()
                                                        && role.kind() == Roles.Kind.VALUE
                                                        && !role.group()
                                                ? own && second ? "2" : "1"
                                                : sample(role, number, order);
            }
        };
    }

    private String state(Roles.Role role, Stage.Plan plan, boolean second) throws ForeignException {
        if (rule instanceof Rule.Transitions t) {
            String[] way = plan.state().split(">");
            return way.length < 3 ? t.moves().keySet().iterator().next() : way[second ? 2 : 1];
        }
        Condition when = roles.when();
        boolean leave = rule instanceof Rule.AtLeast;
        if (when == null) {
            return role.values().isEmpty() ? "true" : role.values().getFirst();
        }
        if (!leave) {
            return when.first();
        }
        if (role.type().equals("boolean")) {
            return when.first().equals("true") ? "false" : "true";
        }
        return role.values().stream()
                .filter(v -> !when.values().contains(v))
                .findFirst()
                .orElse("none");
    }

    /** Hours (or days) of one day (or month): 0 to 2 and 1 to 3 overlap. */
    private static String instant(String type, int day, int step) {
        java.time.LocalDate date = java.time.LocalDate.of(2026, 6, 1).plusDays(day * 7L);
        if (type.equals("date")) {
            return date.plusDays(step).toString();
        }
        if (type.startsWith("time ")) {
            return String.format("%02d:00:00", 9 + step);
        }
        return type.matches("smallint|integer|bigint|numeric.*")
                ? String.valueOf(day * 10 + step)
                : date + String.format(" %02d:00:00+00", 9 + step);
    }

    private String sample(Roles.Role role, int number, int order) {
        String text = Rows.sample(role.type(), role.column(), number, order, role.length());
        return catalogue
                .table(role.table())
                .map(t -> Spelling.fitting(t, role.column(), text, number))
                .orElse(text);
    }
}
