package org.groundplan.architect.practice.rule;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class RulePractices {
    public static final List<Practice> ALL =
            List.of(
                    new TwoEditors(),
                    new FreedName(),
                    new WrittenTheSame(),
                    new DueWithoutLimit(),
                    new SpokenOf(),
                    new OneWay(),
                    new QuotaAgainstStock(),
                    new RepeatableInsert(),
                    new ChainInLine(),
                    new WhoDidIt());

    private RulePractices() {}
}
