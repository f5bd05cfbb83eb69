package org.groundplan.architect.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.stack.Targets;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Capacity;
import org.groundplan.model.DataClass;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Store;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Threat;
import org.groundplan.model.Trait;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * Threats tied to an operation, an entity or a rule of this design; categories are STRIDE's,
 * numbers CWE's.
 */
public final class ThreatStep {
    private final Design design;
    private final List<Element> added = new ArrayList<>();

    private ThreatStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        ThreatStep step = new ThreatStep(design);
        design.all(AccessRule.OwnOnly.class).forEach(step::others);
        Tenancy.of(design).ifPresent(step::tenants);
        step.added.addAll(new Callers(design).threats());
        Capacity.dearest(design, u -> u.kind() == UseCase.Kind.SEARCH).ifPresent(step::scraping);
        step.personal();
        step.races();
        design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.NOTIFY)
                .forEach(step::notices);
        step.backup();
        return design.with(step.added);
    }

    static Threat threat(
            String slug,
            String element,
            String category,
            String title,
            String cwe,
            String likelihood,
            String impact,
            List<String> mitigations,
            String how,
            String status) {
        return new Threat(
                "threat:" + slug,
                element,
                category,
                title,
                cwe,
                likelihood,
                impact,
                mitigations,
                how,
                status,
                Origin.derived("threats", title, List.of(element)));
    }

    private List<String> guarding(String rule) {
        return design.all(Statement.class).stream()
                .filter(s -> SqlWalk.guards(s.sql()).contains(rule))
                .map(Statement::id)
                .toList();
    }

    private void others(AccessRule.OwnOnly rule) {
        String entity = Names.words(rule.entity());
        List<String> statements = guarding(rule.id());
        if (statements.isEmpty() || rule.entity().equals(rule.actor())) {
            return; // no operation reaches such a row, or none names it
        }
        List<String> operations =
                design.all(Operation.class).stream()
                        .filter(o ->
                                statements.stream()
                                        .anyMatch(s ->
                                                design.get(Statement.class, s)
                                                        .useCase()
                                                        .equals(o.useCase())))
                        .map(o -> o.method() + " " + o.path())
                        .toList();
        boolean named = operations.stream().anyMatch(o -> o.contains("{"));
        boolean changes = operations.stream().anyMatch(o -> !o.startsWith("GET"));
        if (named) {
            operations = operations.stream().filter(o -> o.contains("{")).toList();
        }
        added.add(
                threat(
                        "other-" + Names.slug(rule.entity()) + "-for-" + Names.slug(rule.actor()),
                        rule.id(),
                        "Information disclosure",
                        Names.article(Names.words(rule.actor()))
                                + (named
                                        ? (changes ? " reads or changes" : " reads")
                                                + " somebody else's "
                                                + entity
                                                + " by its id"
                                        : (changes ? " reaches " : " is shown ")
                                                + Names.plural(entity)
                                                + " that are not theirs")
                                + (operations.isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", operations) + ")"),
                        "CWE-639",
                        "likely: ids are in links people share",
                        "medium",
                        statements,
                        "the caller's id stands in the statement; another's "
                                + entity
                                + " is not found",
                        "mitigated"));
    }

    private void tenants(Tenancy tenancy) {
        String one = Names.words(tenancy.tenant());
        added.add(
                threat(
                        "another-" + Names.slug(tenancy.tenant()),
                        tenancy.rule().id(),
                        "Information disclosure",
                        "a statement that forgot its condition, or somebody who guesses ids, reaches another "
                                + one
                                + "'s rows",
                        "CWE-639",
                        "certain over the years, as statements are added",
                        "high",
                        design.all(TableConstraint.class).stream()
                                .filter(c -> c.rule().equals(tenancy.rule().id()))
                                .map(TableConstraint::id)
                                .toList(),
                        "row-level security on each table; references include the " + one,
                        "mitigated"));
        String machines =
                design.all(UseCase.class).stream()
                        .filter(tenancy::named)
                        .map(u -> Names.words(String.valueOf(u.actor())))
                        .distinct()
                        .collect(Collectors.joining(" or "));
        boolean calls =
                design.all(UseCase.class).stream()
                        .filter(tenancy::named)
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e -> e instanceof Effect.Call || e instanceof Effect.Emit);
        if (!machines.isEmpty()) {
            added.add(
                    threat(
                            "names-any-" + Names.slug(tenancy.tenant()),
                            tenancy.rule().id(),
                            "Spoofing",
                            "whoever holds the credentials of the "
                                    + machines
                                    + " can write for any "
                                    + one
                                    + (calls ? ", and sends in its name" : ""),
                            "CWE-287",
                            "unlikely",
                            "high",
                            List.of(),
                            "nothing yet: one credential for each "
                                    + one
                                    + ", or a signature over it, would narrow this",
                            "open"));
        }
    }

    private void scraping(UseCase useCase) {
        boolean inside =
                design.find(Decision.class, "decision:text-search")
                        .filter(d ->
                                d.chosen().contains("earch") && !d.chosen().contains("database"))
                        .isEmpty();
        added.add(
                threat(
                        "scraping-" + useCase.slug(),
                        "operation:" + useCase.slug(),
                        "Denial of service",
                        "a robot runs “"
                                + useCase.name()
                                + "” without pause: "
                                + (inside
                                        ? Capacity.share(design, useCase)
                                                + " of the database's work already, at "
                                        : "today it is ")
                                + Numbers.print(
                                        design.quantity(WorkloadStep.peakRate(useCase)).value(),
                                        Unit.PER_SECOND),
                        "CWE-770",
                        "certain, sooner or later",
                        "low",
                        List.of(),
                        "100 rows a page; a limit for each account, which the contract promises (429), is still to be written",
                        "open"));
    }

    private void personal() {
        List<Entity> personal =
                design.all(Entity.class).stream().filter(e -> e.data().isPersonal()).toList();
        if (personal.isEmpty()) {
            return;
        }
        List<String> worst =
                personal.stream()
                        .filter(e -> e.data() == DataClass.HEALTH)
                        .map(e -> "health in " + Names.plural(Names.words(e.name())))
                        .toList();
        List<String> others =
                personal.stream()
                        .filter(e -> e.data() != DataClass.HEALTH)
                        .map(e -> Names.plural(Names.words(e.name())))
                        .toList();
        List<String> named = new ArrayList<>(worst);
        if (!others.isEmpty()) {
            named.add("what is personal of " + Names.list(others));
        }
        String forever =
                Names.list(
                        personal.stream()
                                .filter(e -> Trait.of(design, e.id(), "kept").isEmpty())
                                .filter(e ->
                                        design.findQuantity(
                                                        "quantity:"
                                                                + Names.slug(e.name())
                                                                + ".keep")
                                                .filter(q ->
                                                        !q.origin()
                                                                .kind()
                                                                .equals(Origin.Kind.ASSUMED))
                                                .isEmpty())
                                .map(e -> Names.plural(Names.words(e.name())))
                                .toList());
        added.add(
                threat(
                        "personal-data",
                        personal.getFirst().id(),
                        "Information disclosure",
                        "somebody takes a copy of the database or a dump: " + Names.list(named),
                        "CWE-359",
                        "unlikely",
                        "high",
                        List.of("store:main"),
                        "the rights of the application's role (V002) stop no dump: who may take one, and who holds its key, is open"
                                + (forever.isEmpty()
                                        ? ""
                                        : "; how long " + forever + " are kept, nobody said"),
                        "open"));
    }

    private void races() {
        List<Rule> rules =
                design.all(Rule.class).stream()
                        .filter(r -> rank(r) < LAST && !Mechanisms.of(design, r).isEmpty())
                        .filter(this::between)
                        .sorted(
                                java.util.Comparator.comparingInt(ThreatStep::rank)
                                        .thenComparing(Rule::id))
                        .toList();
        if (!rules.isEmpty()) {
            added.add(
                    threat(
                            "races",
                            rules.getFirst().id(),
                            "Tampering",
                            "two requests at once break "
                                    + (rules.size() > 2
                                            ? "one of " + rules.size() + " rules, such as "
                                            : "")
                                    + Names.list(
                                            rules.stream()
                                                    .limit(2)
                                                    .map(r -> "“" + r.text() + "”")
                                                    .toList()),
                            "CWE-362",
                            "certain, sooner or later",
                            "medium",
                            rules.stream().map(Rule::id).toList(),
                            "constraints and locks; section 5 says how each was tried",
                            "mitigated"));
        }
    }

    private static final int LAST = 5;

    /**
     * Whether what one request does can be undone by another: a bound on a value that is only set
     * cannot.
     */
    private boolean between(Rule rule) {
        String entity =
                rule instanceof Rule.NeverBelow b
                        ? b.entity()
                        : rule instanceof Rule.NeverAbove b ? b.entity() : "";
        return entity.isEmpty()
                || design.all(UseCase.class).stream()
                        .flatMap(u -> u.effects().stream())
                        .anyMatch(e ->
                                e instanceof Effect.Append a && a.between().equals(entity)
                                        || e instanceof Effect.Adjust j
                                                && j.entity().equals(entity));
    }

    /** Rules that two at once can break, those that hurt most first. */
    private static int rank(Rule rule) {
        return switch (rule) {
            case Rule.NoOverlap _ -> 0;
            case Rule.NeverBelow _, Rule.NeverAbove _ -> 1;
            case Rule.AtMost _, Rule.AtLeast _ -> 2;
            case Rule.OnlyWhen _ -> 3;
            case Rule.Transitions _ -> 4;
            default -> LAST;
        };
    }

    private void notices(UseCase useCase) {
        List<String> records =
                useCase.effects().stream()
                        .filter(e -> e instanceof Effect.Insert)
                        .map(e -> "table:" + Names.snake(e.entity()).replace('_', '-'))
                        .toList();
        added.add(
                threat(
                        "mail-" + useCase.slug(),
                        "operation:" + useCase.slug(),
                        "Repudiation",
                        "a person says “" + useCase.name() + "” never reached them",
                        "CWE-778",
                        "likely",
                        "low",
                        records,
                        records.isEmpty()
                                ? useCase.followsOn()
                                        ? "its message stays in the outbox until it was taken; after that no row tells of it"
                                        : "nothing records what was sent"
                                : "a row says that it was about to leave, and when; whether it arrived, only a receipt would say",
                        "open"));
    }

    private void backup() {
        boolean any = design.all(Entity.class).stream().anyMatch(e -> e.data() != DataClass.PUBLIC);
        if (any) {
            boolean rented =
                    design.find(Decision.class, "decision:deployment-target")
                            .filter(d -> Targets.rented(d.chosen()))
                            .isPresent();
            String most =
                    design.findQuantity("quantity:system.bytes")
                            .map(q -> "the " + Numbers.print(q.value(), Unit.BYTE))
                            .orElse("the data");
            added.add(
                    threat(
                            "ransom",
                            "store:main",
                            "Denial of service",
                            rented
                                    ? "whoever gets the keys of the account with the provider deletes "
                                            + most
                                            + " and the backups"
                                    : "whoever gets the machine's keys deletes "
                                            + most
                                            + " and the backups",
                            "CWE-284",
                            "unlikely",
                            "high",
                            List.of("store:main"),
                            design.get(Store.class, "store:main").dumped()
                                    ? "deploy/backup.sh sends the dump to another provider; not tried, and the key there must not be able to delete"
                                    : "nothing here yet: a copy with another account that can add and not delete",
                            "open"));
        }
    }
}
