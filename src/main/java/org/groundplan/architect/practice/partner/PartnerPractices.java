package org.groundplan.architect.practice.partner;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class PartnerPractices {
    public static final List<Practice> ALL =
            List.of(
                    new FilesByMail(),
                    new WeakerPartner(),
                    new DailyQuota(),
                    new ExactlyOnce(),
                    new FeedAge(),
                    new RateShaper(),
                    new SecondProvider(),
                    new NoSandbox(),
                    new MailComesAgain(),
                    new OutageBacklog(),
                    new MailLoop(),
                    new MailVolume());

    private PartnerPractices() {}
}
