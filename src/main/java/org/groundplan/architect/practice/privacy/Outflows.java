package org.groundplan.architect.practice.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Constraint;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;

/** Where data stays covers every copy of it. */
final class Outflows implements Practice {
    private static final Card CARD =
            new Card(
                    "priv.residency-closure",
                    Card.Level.RULES,
                    "Where data stays covers every copy of it.",
                    "data has to stay somewhere, and partners receive it or whole other systems hold it",
                    "partners that get personal data",
                    "GDPR chapter V, 2016; EDPB recommendations 01/2020",
                    "the partner is in that place, and says so");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<Constraint> stays = sight.constraint("residency");
        List<String> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            boolean person =
                    sight.callers(partner).stream()
                            .anyMatch(u ->
                                    u.effects().stream()
                                            .anyMatch(e ->
                                                    sight.entity(e.entity())
                                                            .filter(x ->
                                                                    sight.personal(x)
                                                                            || x.parents().stream()
                                                                                    .anyMatch(p ->
                                                                                            sight.entity(
                                                                                                            p)
                                                                                                    .filter(
                                                                                                            sight
                                                                                                                    ::personal)
                                                                                                    .isPresent()))
                                                            .isPresent()));
            if (person
                    || partner.sends().stream()
                            .anyMatch(s -> sight.entity(s).filter(sight::personal).isPresent())) {
                out.add(partner.name());
            }
        }
        if (stays.isEmpty() || out.isEmpty()) {
            return List.of();
        }
        return Note.of(this, "partners", stays.get().id(), stays.get().id())
                .warns()
                .weighs(Harm.LIFE_AND_LAW, out.size(), true)
                .asks(
                        sight.quote(stays.get())
                                + " holds for "
                                + Say.some(out)
                                + " as well: personal data goes there, and so it does to backups, logs, error reports and whoever supports them.",
                        "Each of them is asked for a place and a contract before the first real record; logs carry ids and no names.",
                        (out.size() == 1 ? "Where does " : "Where do ")
                                + Say.some(out)
                                + (out.size() == 1 ? " keep what it gets" : " keep what they get")
                                + ", and which contract says so?",
                        stays.get().id(),
                        "in the same place");
    }
}
