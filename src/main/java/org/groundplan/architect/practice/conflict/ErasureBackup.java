package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;

/** Deleted everywhere – but in the backups for weeks more. */
final class ErasureBackup implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.erasure-backup",
                    Card.Level.CONFLICT,
                    "Deleted everywhere – but in the backups for weeks more.",
                    "personal data is kept for at most 60 days, or erased on request, and backups live longer than that adds up to",
                    "last copy gone = time kept + age of the oldest backup",
                    "GDPR Art. 5(1)(e) and 12(3), 2016; 35 days of backups are our assumption",
                    "that table is not in the backup");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            double kept = sight.kept(entity);
            if (kept <= 0 || kept > 60 * Sight.DAY || !sight.personal(entity)) {
                continue;
            }
            double days = kept / Sight.DAY;
            String many = Say.plural(entity.name());
            out.addAll(
                    Note.of(
                                    this,
                                    entity.name(),
                                    entity.id(),
                                    "quantity:" + Names.slug(entity.name()) + ".keep")
                            .weighs(Harm.LIFE_AND_LAW, Known.BACKUP_DAYS / days, false)
                            .conflicts(
                                    many
                                            + " deleted after "
                                            + Say.time(kept)
                                            + ", and still in the backups",
                                    List.of(
                                            sight.quote(
                                                    "quantity:"
                                                            + Names.slug(entity.name())
                                                            + ".keep")),
                                    "A backup of the last night before deletion holds "
                                            + many
                                            + " until it ends itself: "
                                            + Say.n(days)
                                            + " + "
                                            + Say.n(Known.BACKUP_DAYS)
                                            + " days of backups (assumed) = "
                                            + Say.n(days + Known.BACKUP_DAYS)
                                            + " days, and a restore brings the deleted rows back.",
                                    List.of(
                                            new Conflict.Option(
                                                    "leave "
                                                            + many
                                                            + " out of the nightly dump, and keep the provider's own log for 7 days at most",
                                                    "they end after "
                                                            + Say.n(days + 7)
                                                            + " days; after a loss that only the dump brings back they are gone"),
                                            new Conflict.Option(
                                                    "say "
                                                            + Say.n(days + Known.BACKUP_DAYS)
                                                            + " days, and delete again after each restore",
                                                    "the deletion has to run before anybody gets in"),
                                            new Conflict.Option(
                                                    "delete after "
                                                            + Say.n(Math.max(1, days - 14))
                                                            + " days, backups for 14",
                                                    "a mistake found after two weeks cannot be undone")),
                                    sight.readers(entity).isEmpty() || stream(sight, entity)
                                            ? 0
                                            : 1,
                                    "Do the "
                                            + Say.time(kept)
                                            + " for "
                                            + many
                                            + " include backups?"));
        }
        return out;
    }

    private static boolean stream(Sight sight, Entity entity) {
        return sight.entities().stream().noneMatch(e -> e.parents().contains(entity.name()))
                && sight.comes(entity) > 1;
    }
}
