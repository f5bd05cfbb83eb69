package org.groundplan.architect.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.stack.Identity;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.DataClass;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Store;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Threat;
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
        step.staff(
                design.all(UseCase.class).stream()
                        .filter(u ->
                                WorkloadStep.operates(design, u)
                                        && u.effects().stream().anyMatch(Effect::writes)
                                        && u.schedule() == null)
                        .toList());
        design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.SEARCH)
                .forEach(step::scraping);
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
        threat(
                "other-" + Names.slug(rule.entity()) + "-for-" + Names.slug(rule.actor()),
                rule.id(),
                "Information disclosure",
                Names.article(Names.words(rule.actor()))
                        + " reads or changes somebody else's "
                        + entity
                        + " by its id"
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
        if (!machines.isEmpty()) {
            threat(
                    "names-any-" + Names.slug(tenancy.tenant()),
                    tenancy.rule().id(),
                    "Spoofing",
                    "whoever holds the credentials of the "
                            + machines
                            + " can write for any "
                            + one,
                    "CWE-287",
                    "unlikely",
                    "high",
                    List.of(),
                    "one credential a "
                            + one
                            + ", or a signature over it, would narrow this; the operations for it only add rows",
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
        String names =
                useCases.stream()
                        .map(u -> "“" + u.name() + "”")
                        .collect(Collectors.joining(" or "));
        threat(
                "staff",
                "operation:" + useCases.getFirst().slug(),
                "Elevation of privilege",
                "somebody who is no " + actors + " calls " + names,
                "CWE-285",
                "possible: the page is public",
                "high",
                useCases.stream().map(u -> "operation:" + u.slug()).toList(),
                "the contract asks for the role; the code that checks it is still to be written",
                "open");
    }

    private void scraping(UseCase useCase) {
        threat(
                "scraping-" + useCase.slug(),
                "operation:" + useCase.slug(),
                "Denial of service",
                "a robot runs “" + useCase.name() + "”, the dearest request, without pause",
                "CWE-770",
                "certain, sooner or later",
                "low",
                List.of(),
                "100 rows a page; the limit for each address that the contract promises (429) is still to be written",
                "open");
    }

    private void personal() {
        List<Entity> personal =
                design.all(Entity.class).stream().filter(e -> e.data().isPersonal()).toList();
        if (!personal.isEmpty()) {
            String names = personal.stream().map(Entity::name).collect(Collectors.joining(", "));
            threat(
                    "personal-data",
                    personal.getFirst().id(),
                    "Information disclosure",
                    "somebody copies the database: rows of " + names + " tell who did what",
                    "CWE-359",
                    "unlikely",
                    "high",
                    List.of("store:main"),
                    "the application's role has only the rights its statements need (V002); encryption is the provider's; retention is to be confirmed",
                    "open");
        }
    }

    private void races() {
        List<String> rules =
                design.all(Rule.class).stream()
                        .filter(r -> r instanceof Rule.AtMost || r instanceof Rule.OnlyWhen)
                        .map(Rule::id)
                        .toList();
        if (!rules.isEmpty()) {
            threat(
                    "races",
                    rules.getFirst(),
                    "Tampering",
                    "two requests at once break “"
                            + design.get(Rule.class, rules.getFirst()).text()
                            + "”"
                            + (rules.size() > 1
                                    ? " or one of " + (rules.size() - 1) + " more"
                                    : ""),
                    "CWE-362",
                    "certain, sooner or later",
                    "medium",
                    rules,
                    "constraints and locks; section 5 says how each was tried",
                    "mitigated");
        }
    }

    private void signIn() {
        String people =
                design.all(UseCase.class).stream()
                        .map(UseCase::actor)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .filter(a ->
                                design.find(Actor.class, Actor.id(a))
                                        .filter(x -> x.kind() != Actor.Kind.PERSON)
                                        .isEmpty())
                        .filter(a -> design.find(Integration.class, Integration.id(a)).isEmpty())
                        .sorted()
                        .map(Names::words)
                        .map(Names::plural)
                        .collect(Collectors.joining(", "));
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
                        ? "Argon2id and ten attempts an hour; a second factor for staff is not designed yet"
                        : "kept by what signs them in; attempts an hour and a second factor are set there, and here only its tokens are checked",
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
                        : "a row says that it was about to leave, and when",
                records.isEmpty() ? "open" : "mitigated");
    }

    private void backup() {
        boolean any = design.all(Entity.class).stream().anyMatch(e -> e.data() != DataClass.PUBLIC);
        if (any) {
            threat(
                    "ransom",
                    "store:main",
                    "Denial of service",
                    "whoever gets the machine's keys deletes the data and its backups",
                    "CWE-284",
                    "unlikely",
                    "high",
                    List.of("store:main"),
                    design.get(Store.class, "store:main").dumped()
                            ? "deploy/backup.sh sends the dump to another provider; not tried, and the key there must not be able to delete"
                            : "nothing here: the copies must lie with another account, whose keys this machine does not have",
                    "open");
        }
    }
}
