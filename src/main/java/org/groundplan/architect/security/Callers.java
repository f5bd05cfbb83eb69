package org.groundplan.architect.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.architect.stack.Identity;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.Actor;
import org.groundplan.model.DataClass;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Threat;
import org.groundplan.model.UseCase;

/**
 * Threats by whoever calls: without a password of their own, without the role, in another's name.
 */
final class Callers {
    private final Design design;
    private final List<Threat> added = new ArrayList<>();

    Callers(Design design) {
        this.design = design;
    }

    List<Threat> threats() {
        List<UseCase> all = design.all(UseCase.class);
        staff(all.stream().filter(this::guarded).toList());
        all.stream()
                .filter(u ->
                        u.actor() != null
                                && u.schedule() == null
                                && design.find(Integration.class, Integration.id(u.actor()))
                                        .isPresent())
                .forEach(this::reported);
        signIn();
        return List.copyOf(added);
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
        added.add(
                ThreatStep.threat(
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
                        local(useCases)
                                .map(f ->
                                        "the contract asks for a role, and "
                                                + f
                                                + " gives it for one row of it only: the statement has to ask for that, and does not yet")
                                .orElse(
                                        "the contract asks for the role; the code that checks it is still to be written"),
                        "open"));
    }

    /**
     * The field that says who has the role, where somebody has it in one place and not in others.
     */
    private java.util.Optional<String> local(List<UseCase> useCases) {
        return useCases.stream()
                .map(u -> Names.slug(String.valueOf(u.actor())))
                .flatMap(role ->
                        design.all(Entity.class).stream()
                                .filter(e -> e.parents().size() > 1)
                                .flatMap(e ->
                                        e.fields().stream()
                                                .filter(f ->
                                                        f.values().stream()
                                                                .map(Names::slug)
                                                                .anyMatch(role::equals))
                                                .map(f -> e.name() + "." + f.name())))
                .findFirst();
    }

    /** What only those who work for others may do: changes, and looking at much or at health. */
    private boolean guarded(UseCase useCase) {
        boolean much =
                useCase.kind() == UseCase.Kind.EXPORT || useCase.kind() == UseCase.Kind.REPORT;
        boolean person =
                design.find(Actor.class, Actor.id(String.valueOf(useCase.actor())))
                        .filter(a -> a.signsIn(design))
                        .isPresent();
        return useCase.schedule() == null
                && person
                && (much
                        || health(useCase)
                        || WorkloadStep.operates(design, useCase)
                                && useCase.effects().stream().anyMatch(Effect::writes));
    }

    private boolean health(UseCase useCase) {
        return java.util.stream.Stream.concat(
                        useCase.reads().stream(), useCase.effects().stream().map(Effect::entity))
                .flatMap(e -> design.find(Entity.class, Entity.id(e)).stream())
                .anyMatch(e -> e.data() == DataClass.HEALTH);
    }

    /** What another system reports is believed because of its signature, not of a role. */
    private void reported(UseCase useCase) {
        String partner = Names.words(String.valueOf(useCase.actor()));
        added.add(
                ThreatStep.threat(
                        "reported-" + useCase.slug(),
                        "operation:" + useCase.slug(),
                        "Spoofing",
                        "somebody else than the " + partner + " calls “" + useCase.name() + "”",
                        "CWE-345",
                        "certain, sooner or later",
                        "high",
                        List.of("operation:" + useCase.slug()),
                        "to be written: its signature over the body is checked, and what it reports is asked for again by our own reference before it counts",
                        "open"));
    }

    /** What a password opens that hurts most. */
    private String behind() {
        return design.all(UseCase.class).stream()
                .filter(this::guarded)
                .min(java.util.Comparator.comparingInt(this::harm).thenComparing(UseCase::id))
                .map(u ->
                        ": behind that of "
                                + Names.article(Names.words(String.valueOf(u.actor())))
                                + " is “"
                                + u.name()
                                + "”")
                .orElse("");
    }

    /** Looking at health first, then writing it, taking much away, changing something. */
    private int harm(UseCase useCase) {
        if (health(useCase)) {
            return useCase.kindOrThrow().onlyReads() ? 0 : 1;
        }
        if (useCase.kind() == UseCase.Kind.EXPORT) {
            return 2;
        }
        return useCase.effects().stream().anyMatch(Effect::writes) ? 3 : 4;
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
        String staff =
                Names.list(
                        design.all(UseCase.class).stream()
                                .filter(this::guarded)
                                .flatMap(u ->
                                        design
                                                .find(
                                                        Actor.class,
                                                        Actor.id(String.valueOf(u.actor())))
                                                .stream())
                                .map(Actor::crowd)
                                .distinct()
                                .sorted()
                                .toList());
        boolean own =
                design.find(Decision.class, "decision:identity")
                        .filter(d -> d.chosen().equals(Identity.OWN))
                        .isPresent();
        added.add(
                ThreatStep.threat(
                        "sign-in",
                        "decision:identity",
                        "Spoofing",
                        "passwords of " + people + " are guessed or tried from a leak" + behind(),
                        "CWE-307",
                        "likely",
                        "medium",
                        List.of("decision:identity"),
                        own
                                ? "to be written: Argon2id, ten failed attempts an hour for each account"
                                        + (staff.isEmpty() ? "" : ", a second factor for " + staff)
                                : "no password comes here; attempts"
                                        + (staff.isEmpty()
                                                ? ""
                                                : " and a second factor for " + staff)
                                        + " are set in what issues the tokens",
                        "open"));
    }
}
