package org.groundplan.architect.practice.report;

import java.util.List;
import org.groundplan.architect.practice.Practice;

/** The practices of this family, by hand, sorted by id. */
public final class ReportPractices {
    public static final List<Practice> ALL =
            List.of(new BigExport(), new ClockStart(), new Interference(), new NobodyCollects());

    private ReportPractices() {}
}
