package org.groundplan.architect.practice.tenant;

import java.util.List;
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

/** Only our data back to Tuesday, out of one database for all. */
final class OneTenantBack implements Practice {
    private static final Card CARD =
            new Card(
                    "tenant.per-tenant-restore",
                    Card.Level.RULES,
                    "Only our data back to Tuesday, out of one database for all.",
                    "tenants in one database of at least 50 GB",
                    "side restore = all bytes / 100 MB/s",
                    "our assumption of 100 MB/s",
                    "nobody promised it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<String> tenant = sight.tenant();
        double bytes = sight.value("quantity:system.bytes");
        double tenants = tenant.map(sight::count).orElse(0.0);
        if (tenant.isEmpty() || bytes < 50e9 || tenants < 10) {
            return List.of();
        }
        return Note.of(this, tenant.get(), Entity.id(tenant.get()), "quantity:system.bytes")
                .weighs(Harm.EFFORT, bytes / 100e9, false)
                .asks(
                        "One "
                                + Say.words(tenant.get())
                                + " that deletes too much asks for yesterday: "
                                + Say.bytes(bytes)
                                + " of all "
                                + Say.n(tenants)
                                + " are restored beside, "
                                + Say.time(bytes / Known.RESTORE)
                                + " before its first row is seen (100 MB/s, assumed).",
                        "Not promised; what people can delete by mistake is marked first and removed after 30 days.",
                        "Is it promised to bring back one "
                                + Say.words(tenant.get())
                                + "'s data alone?",
                        "store:main",
                        "no");
    }
}
