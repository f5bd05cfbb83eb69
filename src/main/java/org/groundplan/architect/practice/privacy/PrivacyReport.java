package org.groundplan.architect.practice.privacy;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/**
 * A report keeps personal rows alive although it needs no person: the link can be cut when the row
 * is done. Libraries are advised to do just that (Illinois Library Association, confidentiality
 * best practices, 2006; GDPR article 5(1)(c) and (e)).
 */
final class PrivacyReport implements Practice {
    private static final Card CARD =
            new Card(
                    "privacy.report-without-person",
                    Card.Level.RULES,
                    "A report needs counts and not people.",
                    "a report reads an entity that names people",
                    "none",
                    "GDPR Art. 5(1)(c), data minimisation, 2016",
                    "the report is about people");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase report : design.all(UseCase.class)) {
            if (report.kind() != UseCase.Kind.REPORT || report.reads().isEmpty()) {
                continue;
            }
            Entity counted = design.entity(report.reads().getFirst());
            List<String> people =
                    counted.parents().stream()
                            .filter(p ->
                                    design.find(Actor.class, Actor.id(p)).isPresent()
                                            && !report.reads().contains(p))
                            .toList();
            boolean assumed =
                    design.findQuantity("quantity:" + Names.slug(counted.name()) + ".keep")
                            .filter(q -> q.origin().kind() == Origin.Kind.ASSUMED)
                            .isPresent();
            if (assumed && counted.data().isPersonal() && !people.isEmpty()) {
                add(design, report, counted, people.getFirst(), result);
            }
        }
        return result;
    }

    private void add(
            Design design, UseCase report, Entity counted, String person, List<Element> result) {
        String rows = Names.plural(Names.words(counted.name()));
        String who = Names.words(person);
        String done =
                design.all(Rule.Transitions.class).stream()
                        .filter(t -> t.entity().equals(counted.name()))
                        .flatMap(t -> t.moves().values().stream().flatMap(List::stream))
                        .filter(s ->
                                design.all(Rule.Transitions.class).stream()
                                        .anyMatch(t ->
                                                t.entity().equals(counted.name()) && t.isFinal(s)))
                        .findFirst()
                        .orElse("done");
        String keep = Say.print(design, "quantity:" + Names.slug(counted.name()) + ".keep");
        result.add(
                Say.finding(
                        id(),
                        counted.name(),
                        Finding.Severity.WARNING,
                        80,
                        Entity.id(counted.name()),
                        "“"
                                + report.name()
                                + "” is the only reason to keep "
                                + rows
                                + " for "
                                + keep
                                + ", and it asks for no "
                                + who
                                + ": "
                                + Say.n(
                                        Say.value(
                                                design,
                                                "quantity:" + Names.slug(counted.name()) + ".rows"))
                                + " rows that say which "
                                + who
                                + " had what are kept for a count that does not need them.",
                        "Cut the link from a "
                                + Names.words(counted.name())
                                + " that is "
                                + done
                                + " to its "
                                + who
                                + " after a few weeks and keep the row for the count.",
                        List.of(report.id(), Entity.id(counted.name()))));
        result.add(
                Say.question(
                        id(),
                        counted.name(),
                        "How long after a "
                                + Names.words(counted.name())
                                + " is "
                                + done
                                + " does anybody need to know which "
                                + who
                                + " had it?",
                        "Until somebody says, the link stays for "
                                + keep
                                + " with the row; shorter is safer, and the report does not change.",
                        List.of(Entity.id(counted.name())),
                        design.all(UseCase.class).stream()
                                        .anyMatch(u ->
                                                u.origin().step().equals("retention")
                                                        && u.writes().contains(counted.name()))
                                ? "as long as the row: " + keep
                                : "for ever, as nothing deletes it",
                        List.of(report.id())));
    }
}
