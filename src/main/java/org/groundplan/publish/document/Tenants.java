package org.groundplan.publish.document;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Statement;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;
import org.groundplan.publish.DdlPublisher;

/** How tenants are kept apart, and what that does not do. */
final class Tenants {
    private Tenants() {}

    static void write(Design design, Md md) {
        Tenancy tenancy = Tenancy.of(design).orElse(null);
        if (tenancy == null) {
            return;
        }
        String one = Names.words(tenancy.tenant());
        md.heading(3, Names.sentence(Names.plural(Names.words(tenancy.tenant()))) + " kept apart");
        List<String> items = new java.util.ArrayList<>();
        items.add(
                "Each transaction begins with [tenant.sql]("
                        + DdlPublisher.STATEMENTS
                        + "tenant.sql), which names the "
                        + one
                        + " until the commit. It comes from the caller's session"
                        + named(design, tenancy)
                        + "; a transaction that names none sees no row, so a forgotten line shows nothing instead of everything.");
        items.add(
                "Every row carries `"
                        + tenancy.column()
                        + "`, and every reference includes it: a row cannot refer to one of another "
                        + one
                        + ", and the answer does not tell whether there is one.");
        String jobs = String.join("”, “", tenancy.lookers());
        boolean relays = design.all(UseCase.class).stream().anyMatch(UseCase::followsOn);
        if (!jobs.isEmpty()) {
            items.add(
                    "The role `"
                            + tenancy.jobs()
                            + "`, with a login of its own and the rights its statements need, looks across: "
                            + "“"
                            + jobs
                            + "”."
                            + (relays
                                    ? " A message carries its "
                                            + one
                                            + ": what it is about is read as the application, for that "
                                            + one
                                            + "."
                                    : ""));
        }
        for (Statement statement : design.all(Statement.class)) {
            if (statement.sql() instanceof Sql.Called c) {
                items.add(
                        "`"
                                + c.function()
                                + "` is a function of the owner that names the "
                                + one
                                + " itself, because a match by words or place is not leak-proof: "
                                + design.all(Evidence.class).stream()
                                        .filter(e -> e.claim().equals(statement.id()))
                                        .map(Evidence::how)
                                        .findFirst()
                                        .map(h ->
                                                h.contains("As a plain statement")
                                                        ? "as"
                                                                + h.substring(
                                                                        h.indexOf(
                                                                                        "As a plain statement")
                                                                                + 2)
                                                        : "")
                                        .filter(h -> !h.isEmpty())
                                        .orElse("under row-level security it would come last."));
            }
        }
        items.add(
                "Not covered: whoever can send SQL of their own as the application's role can name any "
                        + one
                        + " (this stands against a forgotten condition and a guessed id, not against injected SQL); a busy "
                        + one
                        + " still shares processor, memory and queues with the others, and the restore of one "
                        + one
                        + " is an export and import, not a restore of the database.");
        md.list(items);
    }

    private static String named(Design design, Tenancy tenancy) {
        String machines =
                design.all(UseCase.class).stream()
                        .filter(tenancy::named)
                        .map(u -> Names.words(String.valueOf(u.actor())))
                        .distinct()
                        .collect(Collectors.joining(" and "));
        return machines.isEmpty()
                ? ""
                : "; only the " + machines + ", which serves all of them, names it in the request";
    }
}
