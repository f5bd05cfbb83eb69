package org.groundplan.architect.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.stack.Identity;
import org.groundplan.architect.stack.Targets;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.Capacity;
import org.groundplan.model.DataClass;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
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
        step.staff(design.all(UseCase.class).stream().filter(step::guarded).toList());
        design.all(UseCase.class).stream()
                .filter(u ->
                        u.actor() != null
                                && u.schedule() == null
                                && design.find(Integration.class, Integration.id(u.actor()))
                                        .isPresent())
                .forEach(step::reported);
        Capacity.dearest(design, u -> u.kind() == UseCase.Kind.SEARCH).ifPresent(step::scraping);
        step.personal();
        step.races();
        step.signIn();
        design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.NOTIFY)
                .forEach(step::notices);
        step.backup();
        return design.with(step.added);
    }

    private void threat(
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
        added.add(
                new Threat(
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
                        Origin.derived("threats", title, List.of(element))));
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
                        + (operations.isEmpty() ? "" : " (" + String.join(", ", operations) + ")"),
                "CWE-639",
                "likely: ids are in links people share",
                "medium",
                statements,
                "the caller's id stands in the statement; another's " + entity + " is not found",
                "mitigated");
    }

    private void tenants(Tenancy tenancy) {
        String one = Names.words(tenancy.tenant());
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
                "mitigated");
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
                    "open");
        }
    }

    private void staff(List<UseCase> useCases) {
        if (useCases.isEmpty()) {
            return;
        }
        String actors =
                useCases.stream()
                        .map(u -> Names.words(String.valueOf(u.actor())))
                        .distinct()
                        .collect(Collectors.joining(" or "));
        List<String> names = useCases.stream().map(u -> "“" + u.name() + "”").toList();
        threat(
                "staff",
                "operation:" + useCases.getFirst().slug(),
                "Elevation of privilege",
                "somebody who is no "
                        + actors
                        + " calls "
                        + (names.size() <= 3
                                ? String.join(" or ", names)
                                : names.get(0)
                                        + " or "
                                        + names.get(1)
                                        + " or one of "
                                        + (names.size() - 2)
                                        + " more"),
                "CWE-285",
                "possible: the page is public",
                "high",
                useCases.stream().map(u -> "operation:" + u.slug()).toList(),
                "the contract asks for the role; the code that checks it is still to be written",
                "open");
    }

    /** What only those who work for others may do: changes, and looking at much or at health. */
    private boolean guarded(UseCase useCase) {
        boolean much =
                useCase.kind() == UseCase.Kind.EXPORT || useCase.kind() == UseCase.Kind.REPORT;
        boolean health =
                java.util.stream.Stream.concat(
                                useCase.reads().stream(),
                                useCase.effects().stream().map(Effect::entity))
                        .anyMatch(e ->
                                design.find(Entity.class, Entity.id(e))
                                        .filter(x -> x.data() == DataClass.HEALTH)
                                        .isPresent());
        boolean person =
                design.find(Actor.class, Actor.id(String.valueOf(useCase.actor())))
                        .filter(a -> a.signsIn(design))
                        .isPresent();
        return useCase.schedule() == null
                && person
                && (much
                        || health
                        || WorkloadStep.operates(design, useCase)
                                && useCase.effects().stream().anyMatch(Effect::writes));
    }

    /** What another system reports is believed because of its signature, not of a role. */
    private void reported(UseCase useCase) {
        String partner = Names.words(String.valueOf(useCase.actor()));
        threat(
                "reported-" + useCase.slug(),
                "operation:" + useCase.slug(),
                "Spoofing",
                "somebody else than the " + partner + " calls “" + useCase.name() + "”",
                "CWE-345",
                "certain, sooner or later",
                "high",
                List.of("operation:" + useCase.slug()),
                "to be written: its signature over the body is checked, and what it reports is asked for again by our own reference before it counts",
                "open");
    }

    private void scraping(UseCase useCase) {
        threat(
                "scraping-" + useCase.slug(),
                "operation:" + useCase.slug(),
                "Denial of service",
                "a robot runs “"
                        + useCase.name()
                        + "” without pause: "
                        + Capacity.share(design, useCase)
                        + " of the database's work already, at "
                        + Numbers.print(
                                design.quantity(WorkloadStep.peakRate(useCase)).value(),
                                Unit.PER_SECOND),
                "CWE-770",
                "certain, sooner or later",
                "low",
                List.of(),
                "100 rows a page; counting requests for each account, as the contract promises (429), is still to be written: an office or a mobile network shares one address",
                "open");
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
        threat(
                "personal-data",
                personal.getFirst().id(),
                "Information disclosure",
                "somebody takes a copy of the database or a dump: " + Names.list(named),
                "CWE-359",
                "unlikely",
                "high",
                List.of("store:main"),
                "the application's role has only the rights its statements need (V002), which stops no dump: who may take one and who holds its key is to be decided"
                        + (forever.isEmpty() ? "" : "; nobody said when " + forever + " end"),
                "open");
    }

    private void races() {
        List<Rule> rules =
                design.all(Rule.class).stream()
                        .filter(r -> rank(r) < LAST && !Mechanisms.of(design, r).isEmpty())
                        .sorted(
                                java.util.Comparator.comparingInt(ThreatStep::rank)
                                        .thenComparing(Rule::id))
                        .toList();
        if (!rules.isEmpty()) {
            threat(
                    "races",
                    rules.getFirst().id(),
                    "Tampering",
                    "two requests at once break "
                            + Names.list(
                                    rules.stream().limit(2).map(r -> "“" + r.text() + "”").toList())
                            + (rules.size() > 2
                                    ? ", or one of " + (rules.size() - 2) + " more"
                                    : ""),
                    "CWE-362",
                    "certain, sooner or later",
                    "medium",
                    rules.stream().map(Rule::id).toList(),
                    "constraints and locks; section 5 says how each was tried",
                    "mitigated");
        }
    }

    private static final int LAST = 5;

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

    private void signIn() {
        String people =
                Names.list(
                        design.all(UseCase.class).stream()
                                .map(UseCase::actor)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .flatMap(a -> design.find(Actor.class, Actor.id(a)).stream())
                                .filter(a -> a.signsIn(design))
                                .map(Actor::crowd)
                                .sorted()
                                .toList());
        if (people.isEmpty()) {
            return;
        }
        boolean own =
                design.find(Decision.class, "decision:identity")
                        .filter(d -> d.chosen().equals(Identity.OWN))
                        .isPresent();
        threat(
                "sign-in",
                "decision:identity",
                "Spoofing",
                "passwords of " + people + " are guessed or tried from a leak",
                "CWE-307",
                "likely",
                "medium",
                List.of("decision:identity"),
                own
                        ? "to be written: Argon2id, ten attempts an hour for each account and each address, and a second factor for those who work for others"
                        : "no password comes here; how many attempts and whose second factor is set in what issues the tokens",
                "open");
    }

    private void notices(UseCase useCase) {
        List<String> records =
                useCase.effects().stream()
                        .filter(e -> e instanceof Effect.Insert)
                        .map(e -> "table:" + Names.snake(e.entity()).replace('_', '-'))
                        .toList();
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
                "open");
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
                    "open");
        }
    }
}
