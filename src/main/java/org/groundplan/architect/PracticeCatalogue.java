package org.groundplan.architect;

import java.util.List;
import java.util.stream.Stream;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.access.AccessPractices;
import org.groundplan.architect.practice.api.ApiPractices;
import org.groundplan.architect.practice.availability.AvailabilityPractices;
import org.groundplan.architect.practice.booking.BookingPractices;
import org.groundplan.architect.practice.cache.CachePractices;
import org.groundplan.architect.practice.chat.ChatPractices;
import org.groundplan.architect.practice.conflict.ConflictPractices;
import org.groundplan.architect.practice.cost.CostPractices;
import org.groundplan.architect.practice.data.DataPractices;
import org.groundplan.architect.practice.devices.DevicesPractices;
import org.groundplan.architect.practice.flow.FlowPractices;
import org.groundplan.architect.practice.load.LoadPractices;
import org.groundplan.architect.practice.money.MoneyPractices;
import org.groundplan.architect.practice.notify.NotifyPractices;
import org.groundplan.architect.practice.partner.PartnerPractices;
import org.groundplan.architect.practice.privacy.PrivacyPractices;
import org.groundplan.architect.practice.report.ReportPractices;
import org.groundplan.architect.practice.rule.RulePractices;
import org.groundplan.architect.practice.schema.SchemaPractices;
import org.groundplan.architect.practice.search.SearchPractices;
import org.groundplan.architect.practice.team.TeamPractices;
import org.groundplan.architect.practice.tenant.TenantPractices;

/** All practices, family by family, listed by hand. */
public final class PracticeCatalogue {
    public static final List<Practice> ALL =
            Stream.of(
                            AccessPractices.ALL,
                            ApiPractices.ALL,
                            AvailabilityPractices.ALL,
                            BookingPractices.ALL,
                            CachePractices.ALL,
                            ChatPractices.ALL,
                            ConflictPractices.ALL,
                            CostPractices.ALL,
                            DataPractices.ALL,
                            DevicesPractices.ALL,
                            FlowPractices.ALL,
                            LoadPractices.ALL,
                            MoneyPractices.ALL,
                            NotifyPractices.ALL,
                            PartnerPractices.ALL,
                            PrivacyPractices.ALL,
                            ReportPractices.ALL,
                            RulePractices.ALL,
                            SchemaPractices.ALL,
                            SearchPractices.ALL,
                            TeamPractices.ALL,
                            TenantPractices.ALL)
                    .flatMap(List::stream)
                    .toList();

    private PracticeCatalogue() {}

    /** Ids, sorted. */
    public static List<String> ids() {
        return ALL.stream().map(Practice::id).sorted().toList();
    }
}
