package org.groundplan.architect.stack;

import java.util.List;

/** The questions that a brief can raise, sorted by name. */
final class Choices {
    /**
     * Small write transactions a second that one mid-size PostgreSQL primary carries; assumed, a
     * round figure below the 3,690 to 3,897 TPC-B transactions a second that
     * ClickHouse/PostgresBench measured on 4 vCPU, 2026-03-12.
     */
    static final double PRIMARY = 3000;

    static final List<Choice> ALL =
            List.of(
                    new ApiStyle(),
                    new ArchitectureStyle(),
                    new BackgroundWork(),
                    new Cache(),
                    new DeploymentTarget(),
                    new Email(),
                    new FileStorage(),
                    new Gateway(),
                    new Identity(),
                    new LiveUpdates(),
                    new Messaging(),
                    new Payment(),
                    new PrimaryStore(),
                    new Regions(),
                    new RuntimeChoice(),
                    new StreamStore(),
                    new TextSearch());

    private Choices() {}
}
