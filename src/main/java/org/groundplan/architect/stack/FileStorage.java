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
import org.groundplan.model.Names;

/** Where files lie. */
record FileStorage() implements Choice {
    @Override
    public String name() {
        return "file storage";
    }

    @Override
    public boolean asked(Facts f) {
        return f.of(Fact.FILES) > 0;
    }

    @Override
    public String answers(Facts f) {
        return f.of(Fact.FILES) > 0
                ? Facts.bytes(f.of(Fact.FILES))
                        + " of files at the horizon"
                        + (f.names().filed().isEmpty() ? "" : ", of " + f.names().filed())
                : "this brief keeps no files";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double bytes = f.of(Fact.FILES);
        double terabyte = catalog.price("object storage, 1 TB").eur().doubleValue();
        double euro = Math.max(1, Math.ceil(bytes / 1e12)) * terabyte;
        String what = f.names().filed().isEmpty() ? "a file" : "a file of " + f.names().filed();
        return List.of(
                candidate(
                        "object storage of the provider",
                        f.ownMachines()
                                ? Facts.place(f.runsOn())
                                : f.overBudget(euro)
                                        ? Facts.euro(euro) + " a month is over the budget"
                                        : "",
                        score(
                                TESTABILITY,
                                1,
                                what
                                        + " can be put and fetched in the build, where its interface runs"),
                        score(READABILITY, 1, what + " is a key in a row and a link that ends"),
                        score(
                                SIMPLICITY,
                                2,
                                Facts.euro(euro)
                                        + " a month for "
                                        + Facts.bytes(bytes)
                                        + ", nothing to run"),
                        trait(REVERSIBILITY, 1, "many providers speak the same interface")),
                candidate(
                        "object storage on own machines",
                        f.ownMachines() || f.asksFor("kubernetes")
                                ? ""
                                : "nobody asked for own machines, and "
                                        + Facts.bytes(bytes)
                                        + " can be rented",
                        score(
                                TESTABILITY,
                                1,
                                what + " can be put and fetched in the build, by the same program"),
                        score(READABILITY, 1, what + " is a key in a row and a link that ends"),
                        score(
                                SIMPLICITY,
                                -1,
                                "disks to watch, and copies of "
                                        + Facts.bytes(bytes)
                                        + " to keep elsewhere"),
                        trait(REVERSIBILITY, 1, "the interface is the providers'")),
                candidate(
                        "in the database",
                        bytes > 1e10
                                ? Facts.bytes(bytes)
                                        + " in every backup and restore of the database (assumed limit 10 GB)"
                                : "",
                        score(TESTABILITY, 2, what + " and its row are one transaction"),
                        trait(READABILITY, 1, "a column"),
                        trait(SIMPLICITY, 1, "no second place to back up"),
                        trait(REVERSIBILITY, 0, "files have to be moved out once they are many")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.FILES);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals("in the database")
                ? List.of()
                : List.of(
                        Names.sentence(
                                        f.names().filed().isEmpty()
                                                ? "a file"
                                                : "a file of " + f.names().filed())
                                + " can be there whose row is not, and the other way round: what is left over has to be swept.");
    }
}
