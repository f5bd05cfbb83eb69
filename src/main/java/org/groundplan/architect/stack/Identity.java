package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** Who knows who somebody is. */
public record Identity() implements Choice {
    public static final String OWN = "sign-in of the framework, in the application";
    public static final String BOUGHT = "a managed OpenID Connect provider";
    public static final String KEYCLOAK = "Keycloak";
    static final String THERE = "the directory that is there";

    /** Accounts beyond which recovery, fraud and support are a product of their own (assumed). */
    private static final double MANY = 500_000;

    /** Euros a month for somebody who runs a server, among other things (assumed). */
    private static final double PERSON = 8_000;

    @Override
    public String name() {
        return "identity";
    }

    private static String directory(Facts f) {
        return f.uses().stream()
                .filter(u ->
                        u.matches(
                                ".*(active directory|entra|azure ad|ldap|single sign-on|sso|openid|saml|okta|google workspace).*"))
                .findFirst()
                .orElse("");
    }

    @Override
    public String answers(Facts f) {
        String directory = directory(f);
        return f.names().people()
                + " sign in; "
                + (directory.isEmpty()
                        ? "nobody named an existing directory"
                        : directory + " is there");
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double accounts = f.of(Fact.ACCOUNTS);
        String directory = directory(f);
        String there = directory.isEmpty() ? "" : directory + " has the accounts already";
        String keycloak = f.has("keycloak") ? "Keycloak runs there and stays" : "";
        double euro =
                Math.max(0, accounts - Offers.FREE_ACCOUNTS)
                        * catalog.price("managed sign-in, 1 active account").eur().doubleValue();
        List<Candidate> all = new java.util.ArrayList<>();
        all.addAll(
                List.of(
                        candidate(
                                OWN,
                                !there.isEmpty()
                                        ? there
                                        : !keycloak.isEmpty()
                                                ? keycloak
                                                : accounts > MANY
                                                        ? Facts.count(accounts)
                                                                + " accounts need recovery, fraud and support that a framework does not bring"
                                                        : "",
                                score(
                                        TESTABILITY,
                                        2,
                                        "runs in the same test as " + f.names().crossing()),
                                trait(READABILITY, 1, "one code base"),
                                score(
                                        SIMPLICITY,
                                        1,
                                        "no second system for "
                                                + f.names().people()
                                                + "; password hashing comes with the framework (Argon2id, 19 MiB, 2 passes)"),
                                trait(
                                        REVERSIBILITY,
                                        1,
                                        "the API only sees a token, so the issuer can change")),
                        candidate(
                                KEYCLOAK,
                                !there.isEmpty()
                                        ? there
                                        : f.operators() < 1 && euro < PERSON && keycloak.isEmpty()
                                                ? "a server that follows four minor releases a year, for "
                                                        + f.names().people()
                                                        + ", and nobody is there to run it"
                                                : "",
                                score(
                                        TESTABILITY,
                                        1,
                                        "a realm with a few of "
                                                + f.names().people()
                                                + " can be started in the build"),
                                trait(READABILITY, 0, "realms and mappers beside the code"),
                                score(
                                        SIMPLICITY,
                                        -2,
                                        "1,250 MB of memory before the first of "
                                                + f.names().people()
                                                + " signs in"),
                                trait(REVERSIBILITY, 1, "OpenID Connect")),
                        candidate(
                                BOUGHT,
                                !there.isEmpty()
                                        ? there
                                        : !keycloak.isEmpty()
                                                ? keycloak
                                                : f.ownMachines()
                                                        ? "it has to run on "
                                                                + String.join(" and ", f.runsOn())
                                                        : euro >= PERSON
                                                                ? Facts.euro(euro)
                                                                        + " a month if all of "
                                                                        + f.names().people()
                                                                        + " came is more than somebody who runs a server (8,000 EUR, assumed)"
                                                                : f.overBudget(euro)
                                                                        ? Facts.euro(euro)
                                                                                + " a month if all of "
                                                                                + f.names().people()
                                                                                + " came"
                                                                        : "",
                                score(
                                        TESTABILITY,
                                        0,
                                        "tests of "
                                                + f.names().crossing()
                                                + " need a stand-in for it"),
                                trait(READABILITY, 1, "no password in our data"),
                                score(
                                        SIMPLICITY,
                                        2,
                                        "second factor and recovery are bought, for "
                                                + Facts.euro(euro)
                                                + " a month if all of "
                                                + f.names().people()
                                                + " came"),
                                score(
                                        REVERSIBILITY,
                                        -1,
                                        "moving "
                                                + f.names().people()
                                                + " means new passwords for all"))));
        if (!directory.isEmpty()) {
            all.add(
                    candidate(
                            THERE,
                            "",
                            score(
                                    TESTABILITY,
                                    0,
                                    "tests of " + f.names().crossing() + " need a stand-in for it"),
                            trait(READABILITY, 1, "no password in our data"),
                            trait(
                                    SIMPLICITY,
                                    2,
                                    "who joins and leaves is kept where it is kept today"),
                            trait(REVERSIBILITY, 1, "OpenID Connect or SAML")));
        }
        return all;
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.ACCOUNTS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals(OWN)
                ? List.of("Passwords of " + f.names().people() + " are ours to protect.")
                : List.of("When it is away, nobody of " + f.names().people() + " can sign in.");
    }
}
