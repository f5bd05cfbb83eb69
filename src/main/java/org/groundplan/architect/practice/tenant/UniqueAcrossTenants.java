package org.groundplan.architect.practice.tenant;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Tenancy;

/**
 * A value that is unique over all tenants tells one of them, by a refusal, what another has (the
 * covert channel that PostgreSQL's manual names under “Row Security Policies”).
 */
final class UniqueAcrossTenants implements Practice {
    private static final Card CARD =
            new Card(
                    "tenant.unique-across",
                    Card.Level.RULES,
                    "A value that is unique in the world tells one tenant what another has.",
                    "a unique rule without the tenant in it",
                    "none",
                    "our judgement",
                    "the name is public anyway");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        Tenancy tenancy = Tenancy.of(design).orElse(null);
        if (tenancy == null) {
            return result;
        }
        for (Rule.Unique rule : design.all(Rule.Unique.class)) {
            boolean across =
                    tenancy.covers(rule.entity())
                            && !rule.entity().equals(tenancy.tenant())
                            && rule.fields().stream()
                                    .noneMatch(f -> leads(design, tenancy, rule, f));
            if (across) {
                result.add(finding(rule, tenancy));
            }
        }
        return result;
    }

    /** Whether a field of the key is the tenant, or refers to something of one tenant. */
    private static boolean leads(Design design, Tenancy tenancy, Rule.Unique rule, String field) {
        return field.equals(tenancy.tenant())
                || design.entity(rule.entity()).parents().contains(field) && tenancy.covers(field);
    }

    private Finding finding(Rule.Unique rule, Tenancy tenancy) {
        String one = Names.words(tenancy.tenant());
        String what = String.join(" and ", rule.fields().stream().map(Names::words).toList());
        String row = Names.words(rule.entity());
        return Say.finding(
                id(),
                rule.entity() + "-" + what,
                Finding.Severity.WARNING,
                85,
                rule.id(),
                "“"
                        + rule.text()
                        + "” counts over all "
                        + Names.plural(one)
                        + ": whoever enters a "
                        + what
                        + " that is taken learns that some other "
                        + one
                        + " has that "
                        + row
                        + ", and two "
                        + Names.plural(one)
                        + " cannot both have it.",
                "Write “unique "
                        + rule.entity()
                        + "."
                        + rule.fields().getFirst()
                        + " per "
                        + tenancy.tenant()
                        + "”, unless people sign in with it before anybody knows their "
                        + one
                        + ".",
                List.of(rule.id(), tenancy.rule().id()));
    }
}
