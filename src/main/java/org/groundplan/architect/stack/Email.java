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

/** Who brings mail to its readers. */
record Email() implements Choice {
    @Override
    public String name() {
        return "e-mail";
    }

    @Override
    public boolean asked(Facts f) {
        return !f.names().mailer().isEmpty();
    }

    @Override
    public String answers(Facts f) {
        return f.names().mailer().isEmpty()
                ? "this brief sends no mail"
                : "“"
                        + f.names().mailed()
                        + "” goes out through "
                        + f.names().mailer()
                        + ", "
                        + (f.of(Fact.MAILS) > 0
                                ? "about " + Facts.count(f.of(Fact.MAILS)) + " a month"
                                : "few at a time");
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double mails = f.of(Fact.MAILS);
        String what = "“" + f.names().mailed() + "”";
        double cheap =
                catalog.price("transactional e-mail, 1,000 messages").eur().doubleValue()
                        * mails
                        / 1000;
        double careful =
                catalog.price("transactional e-mail with care, 1,000 messages").eur().doubleValue()
                        * mails
                        / 1000;
        String own = f.ownMachines() ? Facts.place(f.runsOn()) : "";
        return List.of(
                candidate(
                        "the cloud's mail service",
                        !own.isEmpty()
                                ? own
                                : f.overBudget(cheap)
                                        ? Facts.euro(cheap) + " a month is over the budget"
                                        : "",
                        score(
                                TESTABILITY,
                                1,
                                what + " goes to a sandbox, and bounces come back as messages"),
                        trait(READABILITY, 1, "one call"),
                        score(
                                SIMPLICITY,
                                1,
                                "about "
                                        + Facts.euro(cheap)
                                        + " a month for "
                                        + Facts.count(mails)
                                        + " mails; reputation is ours to build"),
                        trait(REVERSIBILITY, 1, "SMTP anywhere")),
                candidate(
                        "a mail provider",
                        !own.isEmpty()
                                ? own
                                : f.overBudget(careful)
                                        ? Facts.euro(careful) + " a month is over the budget"
                                        : "",
                        score(
                                TESTABILITY,
                                1,
                                what + " goes to a sandbox, and bounces come back as messages"),
                        trait(
                                READABILITY,
                                1,
                                "one call, and a page that shows what became of a mail"),
                        score(
                                SIMPLICITY,
                                mails < 10_000 ? 2 : 0,
                                "about "
                                        + Facts.euro(careful)
                                        + " a month for "
                                        + Facts.count(mails)
                                        + " mails, delivery watched by people who do only that"),
                        trait(REVERSIBILITY, 1, "SMTP anywhere")),
                candidate(
                        "the house's mail server",
                        own.isEmpty() && !f.has("postfix", "exchange", "smtp")
                                ? "nobody named one, and from a new sender "
                                        + what
                                        + " is not taken"
                                : "",
                        score(
                                TESTABILITY,
                                f.has("postfix", "exchange", "smtp") ? 2 : 0,
                                what + " ends in a mailbox in the build"),
                        trait(READABILITY, 0, "bounces are mails that somebody has to read"),
                        score(
                                SIMPLICITY,
                                -1,
                                "keys, blocklists and limits are ours, for "
                                        + Facts.count(mails)
                                        + " mails a month"),
                        trait(REVERSIBILITY, 1, "SMTP anywhere")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.MAILS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of();
    }
}
