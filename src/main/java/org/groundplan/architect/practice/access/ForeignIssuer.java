package org.groundplan.architect.practice.access;

import java.util.List;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;

/** Somebody else's sign-in may claim anybody's address. */
final class ForeignIssuer implements Practice {
    private static final Card CARD =
            new Card(
                    "iam.foreign-issuer",
                    Card.Level.RULES,
                    "Somebody else's sign-in may claim anybody's address.",
                    "tenants or customers bring their own sign-in",
                    "accounts within reach = people",
                    "OpenID Connect Core 1.0, 5.7 (sub and iss together are the only stable identifier), 2014",
                    "one issuer for all, run by us");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern SSO =
            Pattern.compile(
                    "single sign-?on|\\bsso\\b|\\bsaml\\b|own identity provider|\\boidc\\b|own sign-?in",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        if (sight.anywhere(SSO).isEmpty() || sight.tenant().isEmpty()) {
            return List.of();
        }
        double tenants = sight.count(sight.tenant().get());
        String what = Say.words(sight.tenant().get());
        return List.of(
                Note.of(
                                this,
                                "issuer",
                                Entity.id(sight.tenant().get()),
                                Entity.id(sight.tenant().get()))
                        .warns()
                        .weighs(Harm.LIFE_AND_LAW, Math.max(2, tenants / 10), tenants > 0)
                        .says(
                                "With a sign-in of its own each of "
                                        + (tenants > 0 ? Say.n(tenants) : "the")
                                        + " "
                                        + Names.plural(what)
                                        + " says who somebody is, and may say an address that belongs to another "
                                        + what
                                        + ". Fetching what it publishes lets it name any address of ours as well.",
                                "A person is ("
                                        + what
                                        + ", issuer, subject), never the address; addresses count only in domains that the "
                                        + what
                                        + " has proved; one account stays that works without it; fetches leave through a proxy to public addresses only."));
    }
}
