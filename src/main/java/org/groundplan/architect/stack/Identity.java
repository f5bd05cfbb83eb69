package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** Who knows who somebody is. */
record Identity() implements Choice {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String answers(Facts f) {
        return f.names().people() + " sign in; nobody named an existing directory";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        boolean many = f.accounts() > 500_000;
        return List.of(
                candidate(
                        "sign-in of the framework, in the application",
                        many
                                ? Choices.count(f.accounts())
                                        + " accounts need recovery, fraud and support that a framework does not bring"
                                : "",
                        score(TESTABILITY, 2, "runs in the same test as " + f.names().crossing()),
                        score(READABILITY, 1, "one code base"),
                        score(
                                SIMPLICITY,
                                1,
                                "no second system for "
                                        + f.names().people()
                                        + "; password hashing comes with the framework (Argon2id, 19 MiB, 2 passes)"),
                        score(
                                REVERSIBILITY,
                                1,
                                "the API only sees a token, so the issuer can change")),
                candidate(
                        "Keycloak",
                        f.engineers() < 1
                                ? "a server that follows four minor releases a year is not for "
                                        + Choices.people(f.engineers())
                                : "",
                        score(TESTABILITY, 1, "can be started in the build"),
                        score(READABILITY, 0, "realms and mappers beside the code"),
                        score(SIMPLICITY, -2, "1,250 MB of memory before the first sign-in"),
                        score(REVERSIBILITY, 1, "OpenID Connect")),
                candidate(
                        "a managed OpenID Connect provider",
                        "",
                        score(TESTABILITY, 0, "tests need a stand-in for it"),
                        score(READABILITY, 1, "no password in our data"),
                        score(SIMPLICITY, 2, "passwords, second factor and recovery are bought"),
                        score(
                                REVERSIBILITY,
                                -1,
                                "moving " + f.names().people() + " means new passwords for all")));
    }

    @Override
    public List<Dial> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of("Passwords of " + f.names().people() + " are ours to protect.");
    }
}
