package org.groundplan.architect.practice.conflict;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.DataClass;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** Keep for years – delete on request. */
final class RetentionErasure implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.retention-erasure",
                    Card.Level.CONFLICT,
                    "Keep for years – delete on request.",
                    "something that names a person is kept for at least a year, and data protection law applies",
                    "fields that name a person, of all fields that are kept",
                    "GDPR Art. 17(3)(b) and 18, 2016; national tax law gives the periods",
                    "the rows never name a person");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern LAW =
            Pattern.compile("gdpr|dsgvo|privacy|data protection", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        boolean law =
                sight.words("compliance").stream().anyMatch(w -> LAW.matcher(w).find())
                        || sight.words("residency").stream()
                                .anyMatch(w ->
                                        w.matches("(?i)eu|europe|germany|france|uk|.*\\beu\\b.*"))
                        || sight.words("regions").stream()
                                .anyMatch(w -> w.matches("(?i)eu-.*|europe.*"))
                        || sight.anywhere(ERASE).isPresent();
        if (!law) {
            return List.of();
        }
        Entity longest =
                sight.entities().stream()
                        .filter(e -> sight.kept(e) >= Sight.YEAR && names(sight, e))
                        .max(Comparator.comparingDouble(sight::kept).thenComparing(Entity::id))
                        .orElse(null);
        if (longest == null) {
            return List.of();
        }
        List<String> kept =
                sight.entities().stream()
                        .filter(e -> sight.kept(e) >= Sight.YEAR && names(sight, e))
                        .map(e ->
                                Say.plural(e.name())
                                        + (sight.kept(e) < sight.kept(longest)
                                                ? " ("
                                                        + Say.n(sight.kept(e) / Sight.YEAR)
                                                        + " years)"
                                                : ""))
                        .toList();
        boolean frozen =
                sight.design().all(Rule.AppendOnly.class).stream()
                        .anyMatch(r ->
                                sight.entity(r.entity())
                                        .filter(e -> sight.kept(e) >= Sight.YEAR)
                                        .isPresent());
        double years = sight.kept(longest) / Sight.YEAR;
        List<String> texts =
                sight.entities().stream()
                        .filter(e -> sight.kept(e) >= Sight.YEAR && names(sight, e))
                        .flatMap(e ->
                                e.fields().stream()
                                        .filter(f ->
                                                f.type() == FieldType.TEXT
                                                        && f.data() != DataClass.PUBLIC
                                                        && f.name()
                                                                .matches(
                                                                        "(?i).*(text|note|body|subject|comment|message|description|reason|remark).*"))
                                        .map(f -> e.name() + "." + f.name()))
                        .limit(2)
                        .toList();
        boolean searched =
                sight.uses().stream()
                        .anyMatch(u ->
                                u.kind() == UseCase.Kind.SEARCH
                                        && sight.entities().stream()
                                                .anyMatch(e ->
                                                        sight.kept(e) >= Sight.YEAR
                                                                && names(sight, e)
                                                                && sight.reads(u, e.name())));
        return Note.of(
                        this,
                        longest.name(),
                        longest.id(),
                        longest.id(),
                        sight.sentence(ERASE).map(Rule::id).orElse(longest.id()))
                .weighs(Harm.LIFE_AND_LAW, years, true)
                .conflicts(
                        "keep "
                                + Say.plural(longest.name())
                                + " "
                                + Say.n(years)
                                + " years, delete a person within a month",
                        List.of(
                                sight.quote("quantity:" + Names.slug(longest.name()) + ".keep"),
                                asks(sight)),
                        Names.sentence(Say.list(kept))
                                + " lead"
                                + " to a person and stay up to "
                                + Say.n(years)
                                + " years; a person may ask to be deleted within a month. Whether a law asks for the record only, or for the person in it as well, decides which of these is right."
                                + (frozen
                                        ? " Rows that are append only cannot be edited either, so a name in them stays."
                                        : ""),
                        List.of(
                                new Conflict.Option(
                                        "the row of the person is emptied (section 5 has the statements); "
                                                + Say.plural(longest.name())
                                                + " keep an id and what happened",
                                        texts.isEmpty()
                                                ? "what was shown by name before shows nobody"
                                                : Say.list(texts)
                                                        + " may name people all the same, and somebody has to look"),
                                new Conflict.Option(
                                        "restrict: kept for nobody's daily use until the period ends",
                                        "a second role and a view; the data is still there"),
                                new Conflict.Option(
                                        "encrypt per person and destroy the key",
                                        "a key store with backups younger than a month, one look-up a read"
                                                + (searched
                                                        ? ", and no search in what is encrypted"
                                                        : ""))),
                        0,
                        "Does a law ask for the "
                                + Say.n(years)
                                + " years of "
                                + Say.plural(longest.name())
                                + ", which one, and for the person or only for the record?");
    }

    /** The line that lets a person ask: the law by name, else the place where the law holds. */
    private static String asks(Sight sight) {
        boolean named = sight.words("compliance").stream().anyMatch(w -> LAW.matcher(w).find());
        return sight.constraint(named ? "compliance" : "residency")
                .map(sight::quote)
                .or(() -> sight.sentence(ERASE).map(sight::quote))
                .orElse("");
    }

    private static final Pattern ERASE =
            Pattern.compile(
                    "data deleted on request|right to (?:erasure|be forgotten)|eras(?:e|ure)|delete[sd]? (?:people|persons?|customers?) on request|have (?:their|his|her) data deleted",
                    Pattern.CASE_INSENSITIVE);

    private static boolean names(Sight sight, Entity entity) {
        return sight.personal(entity)
                || entity.parents().stream()
                        .anyMatch(p -> sight.entity(p).filter(sight::personal).isPresent());
    }
}
