package org.groundplan.architect.practice.money;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class MoneyPractices {
    public static final List<Practice> ALL =
            List.of(
                    new AuthoriseFirst(),
                    new CancelledAndPaid(),
                    new CorrectedFile(),
                    new Disputes(),
                    new FourEyes(),
                    new HotAccount(),
                    new LateSuccess(),
                    new MovedBeforePaid(),
                    new OwedOnce(),
                    new CardNumbers(),
                    new SettlementLag(),
                    new TimeoutIsUnknown(),
                    new NoticeIsAHint());

    private MoneyPractices() {}
}
