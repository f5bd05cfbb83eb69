package org.groundplan.architect.practice.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;

/** Leaving is a use case, and the backups leave last. */
final class Exit implements Practice {
    private static final Card CARD =
            new Card(
                    "tenant.exit",
                    Card.Level.RULES,
                    "Leaving is a use case, and the backups leave last.",
                    "tenants",
                    "rows of the largest or mean tenant / rate; gone after grace + backups",
                    "Regulation (EU) 2023/2854 (Data Act), Art. 25: two months' notice, 30 days; 35 days of backups are our assumption",
                    "each tenant has a database of its own");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<String> tenant = sight.tenant();
        double tenants = tenant.map(sight::count).orElse(0.0);
        if (tenant.isEmpty() || tenants < 2) {
            return List.of();
        }
        boolean asked =
                sight.acts().stream()
                        .anyMatch(u ->
                                u.name()
                                        .toLowerCase(Locale.ROOT)
                                        .matches(
                                                ".*\\b(export|delete|close|leave|cancel) .*(everything|account|all|data|"
                                                        + Say.words(tenant.get())
                                                        + ").*"));
        double share = sight.largestShare();
        double part = share > 0 ? share : 1 / tenants;
        double rows = sight.entities().stream().mapToDouble(sight::rows).sum() * part;
        double bytes = sight.value("quantity:system.bytes") * part;
        if (rows < 1e6) {
            return List.of();
        }
        return List.of(
                Note.of(this, tenant.get(), Entity.id(tenant.get()), Entity.id(tenant.get()))
                        .weighs(Harm.LIFE_AND_LAW, rows / 1e7, share > 0)
                        .says(
                                "When "
                                        + (share > 0 ? "the largest " : "a mean ")
                                        + Say.words(tenant.get())
                                        + " leaves, "
                                        + Say.about(rows)
                                        + " rows and "
                                        + Say.bytes(bytes)
                                        + " go: "
                                        + Say.time(rows / Known.SINGLE_INSERTS)
                                        + " of deleting at 2,000 rows a second (assumed), and they stay in the backups "
                                        + Say.n(Known.BACKUP_DAYS)
                                        + " days longer (assumed)."
                                        + (asked ? "" : " No use case exports or deletes it."),
                                "Read-only at once, then a grace time, then children before parents in small batches; a list of the deleted outside the database is run again after each restore; the name is never given again."));
    }
}
