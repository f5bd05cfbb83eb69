package org.groundplan.architect.practice.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** Removed means removed from every copy. */
final class GoneEverywhere implements Practice {
    private static final Card CARD =
            new Card(
                    "chat.delete-everywhere",
                    Card.Level.RULES,
                    "Removed means removed from every copy.",
                    "a sentence asks that something removed disappears everywhere or within a time",
                    "copies: index, caches, pushes, devices, exports, backups",
                    "Regulation (EU) 2022/2065 (Digital Services Act), Art. 16, for complaints that need the bytes",
                    "there is one copy");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern GONE =
            Pattern.compile(
                    "(?:remov|delet|disappear|taken down|gone)\\w*.*?(?:everywhere|within|for everyone|all copies)",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<Rule> said = sight.sentence(GONE).filter(r -> r instanceof Rule.NotUnderstood);
        Optional<UseCase> removes =
                sight.acts().stream()
                        .filter(u ->
                                u.name()
                                        .toLowerCase(Locale.ROOT)
                                        .matches("(?:remove|delete|take down)\\b.*"))
                        .max(Comparator.comparingDouble(sight::mean).thenComparing(UseCase::id));
        if (said.isEmpty() || removes.isEmpty()) {
            return List.of();
        }
        String what =
                removes.get().effects().stream()
                        .map(Effect::entity)
                        .filter(e -> sight.entity(e).isPresent())
                        .findFirst()
                        .orElse("row");
        List<String> copies = new ArrayList<>();
        if (sight.uses().stream()
                .anyMatch(u -> u.kind() == UseCase.Kind.SEARCH && sight.reads(u, what))) {
            copies.add("the search index");
        }
        if (sight.uses().stream()
                .anyMatch(u ->
                        sight.value("quantity:" + u.slug() + ".freshness") > 0
                                && sight.reads(u, what))) {
            copies.add("answers that may be old");
        }
        if (sight.entities().stream()
                .anyMatch(e ->
                        what.equals(e.partOf())
                                && e.fields().stream().anyMatch(f -> f.type() == FieldType.FILE))) {
            copies.add("signed links to its files");
        }
        copies.add("pushes already sent");
        copies.add("phones that are off");
        return Note.of(this, what, removes.get().id(), said.get().id())
                .warns()
                .weighs(Harm.PROMISE, copies.size() * 5.0, true)
                .asks(
                        sight.quote(said.get())
                                + " means "
                                + Say.list(copies)
                                + " as well as the row. Nothing of it is left for whoever decides later whether it was right to remove it.",
                        "The row stays as a mark with its number and without its text; every answer, index and device that has the number learns it as an event of its own; a copy for complaints lies sealed and ends by date.",
                        "May a copy of "
                                + Names.plural(Say.words(what))
                                + " that were removed be kept for complaints, for how long, and who sees it?",
                        removes.get().id(),
                        "the row keeps what was in it and is not shown any more");
    }
}
