package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Element;

/** All practices, listed by hand, sorted by id. */
public final class Practices {
    private static final List<Practice> ALL =
            List.of(
                    new MembershipNotAsked(),
                    new MineWithoutRule(),
                    new NoWayIn(),
                    new SilentMove(),
                    new BudgetOverLatency(),
                    new StationPace(),
                    new LoadBeyondOne(),
                    new LoadShare(),
                    new LoadSmall(),
                    new MailRepeats(),
                    new OrgHands(),
                    new PrivacyReport(),
                    new DueWithoutLimit(),
                    new QuotaAgainstStock(),
                    new RepeatableInsert(),
                    new RetentionBatches(),
                    new SearchLanguage(),
                    new StateWithoutWay(),
                    new UniqueAcrossTenants());

    private Practices() {}

    public static Design apply(Design design) {
        List<Element> added = new ArrayList<>();
        ALL.forEach(p -> added.addAll(p.look(design)));
        return design.with(added);
    }

    /** Ids, sorted. */
    public static List<String> ids() {
        return ALL.stream().map(Practice::id).sorted().toList();
    }
}
