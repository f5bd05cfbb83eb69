package org.groundplan.model;

import java.util.List;

/** A rule about who may see or change which rows. */
public sealed interface AccessRule extends Rule
        permits AccessRule.OwnOnly, AccessRule.SharedOnly, AccessRule.Isolated {

    /** An actor may see its own rows of an entity, and no others. */
    record OwnOnly(String id, String text, String actor, String entity, Origin origin)
            implements AccessRule {
        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(Names.words(actor)))
                    + " sees the "
                    + Names.plural(Names.words(entity))
                    + " that name this "
                    + Names.words(actor)
                    + ", and no others.";
        }

        @Override
        public String counterexample() {
            return Names.sentence(Names.article(Names.words(actor)))
                    + " reads "
                    + Names.article(Names.words(entity))
                    + " of somebody else by its id, in a list, or by changing it.";
        }
    }

    /**
     * Only people who share an entity with a row may read it.
     *
     * @param same the entity both refer to, e.g. the clinic of therapist and note
     */
    record SharedOnly(
            String id,
            String text,
            String actor,
            String same,
            String entity,
            boolean logged,
            Origin origin)
            implements AccessRule {
        /** Whether each read of an entity has to leave a record. */
        public static boolean watched(Design design, String entity) {
            return design.all(SharedOnly.class).stream()
                    .anyMatch(r -> r.logged() && r.entity().equals(entity));
        }

        /** Name of the entity that holds the records of reads. */
        public String record() {
            return entity + "Read";
        }

        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(Names.words(actor)))
                    + " reads "
                    + Names.plural(Names.words(entity))
                    + " of the own "
                    + Names.words(same)
                    + " and no others; nobody else reads them"
                    + (logged ? ", and each read leaves a record." : ".");
        }

        @Override
        public String counterexample() {
            return Names.sentence(Names.article(Names.words(actor)))
                    + " of another "
                    + Names.words(same)
                    + " opens "
                    + Names.article(Names.words(entity))
                    + " by its id.";
        }
    }

    /**
     * What belongs to one row of an entity, the tenant, is never seen or changed for another.
     *
     * @param except actors that look across tenants
     */
    record Isolated(String id, String text, String entity, List<String> except, Origin origin)
            implements AccessRule {
        public Isolated {
            except = List.copyOf(except);
        }

        @Override
        public String paraphrase() {
            return "Whoever acts for one "
                    + Names.words(entity)
                    + " neither sees nor changes, counts or guesses what belongs to another"
                    + (except.isEmpty()
                            ? "."
                            : "; only "
                                    + String.join(
                                            " and ", except.stream().map(Names::words).toList())
                                    + " looks across "
                                    + Names.plural(Names.words(entity))
                                    + ".");
        }

        @Override
        public String counterexample() {
            return "A statement that forgot its condition lists the rows of every "
                    + Names.words(entity)
                    + ".";
        }
    }
}
