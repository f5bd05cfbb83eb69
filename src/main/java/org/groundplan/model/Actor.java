package org.groundplan.model;

import java.util.Locale;

/** Somebody or something that starts use cases. */
public record Actor(String id, String name, Kind kind, Origin origin) implements Element {
    public enum Kind {
        PERSON,
        DEVICE,
        SYSTEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Words for a group that is not counted: support, staff. */
    private static final String CREW =
            ".*(support|staff|management|operations|finance|accounting|security|marketing)";

    /** Who uses it without an account. */
    private static final java.util.Set<String> STRANGERS =
            java.util.Set.of("visitor", "guest", "anybody", "anyone", "stranger", "public");

    /** Several of them: members, support agents. */
    public String crowd() {
        String one = Names.words(name);
        return Names.plural(one.matches(CREW) ? one + " agent" : one);
    }

    /** Whether it is a person with an account, and neither a system nor a passer-by. */
    public boolean signsIn(Design design) {
        return kind == Kind.PERSON
                && design.find(Integration.class, Integration.id(name)).isEmpty()
                && !passesBy(design);
    }

    /** Whether it is somebody of whom nothing is kept, and so without an account. */
    public boolean passesBy(Design design) {
        return STRANGERS.contains(Names.words(name))
                && design.find(Entity.class, Entity.id(name)).isEmpty();
    }

    public static String id(String name) {
        return "actor:" + Names.slug(name);
    }
}
