package org.groundplan.architect.practice.chat;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class ChatPractices {
    public static final List<Practice> ALL =
            List.of(
                    new GoneEverywhere(),
                    new FanOut(),
                    new Polling(),
                    new MissedWhileAway(),
                    new Sequence());

    private ChatPractices() {}
}
