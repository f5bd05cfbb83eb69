package org.groundplan.publish.document;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.PersonData;
import org.groundplan.model.Table;
import org.groundplan.publish.PersonPublisher;

/** What becomes of one person's data when it is asked for, or is to be forgotten. */
final class People {
    private People() {}

    static void write(Design design, Md md) {
        List<PersonData> all = PersonData.of(design);
        if (all.isEmpty()) {
            return;
        }
        md.text(
                "**One person (GDPR articles 15, 17, 20):** "
                        + all.stream().map(People::scripts).collect(Collectors.joining("; "))
                        + ". "
                        + (observed(design, all)
                                ? "Tried with two people each: all of the one comes out and goes, nothing of the other."
                                : "Not tried."));
        List<List<String>> rows =
                all.stream()
                        .flatMap(d ->
                                d.parts().stream()
                                        .filter(p -> !p.columns().isEmpty())
                                        .map(p -> row(d, p)))
                        .toList();
        md.table(List.of("Who", "Table", "When forgotten"), rows);
        List<String> files =
                all.stream()
                        .flatMap(d -> d.parts().stream())
                        .map(PersonData.Part::table)
                        .filter(t -> t.columns().stream().anyMatch(c -> c.type() == FieldType.FILE))
                        .map(t -> "`" + t.name() + "`")
                        .distinct()
                        .toList();
        if (!files.isEmpty()) {
            md.text(
                    "The files that "
                            + String.join(", ", files)
                            + " point to lie outside the database: whoever erases deletes them by the addresses in the export.");
        }
    }

    private static String scripts(PersonData data) {
        return Names.words(data.person().name())
                + " ([export]("
                + PersonPublisher.export(data)
                + "), [erase]("
                + PersonPublisher.erase(data)
                + "))";
    }

    private static boolean observed(Design design, List<PersonData> all) {
        return all.stream()
                .allMatch(d ->
                        design.all(Evidence.class).stream()
                                .anyMatch(e ->
                                        e.claim().equals(d.person().id())
                                                && e.verdict() == Evidence.Verdict.OBSERVED));
    }

    private static List<String> row(PersonData data, PersonData.Part part) {
        String columns =
                part.columns().stream().map(Table.Column::name).collect(Collectors.joining(", "));
        return List.of(
                Names.words(data.person().name()),
                "`" + part.table().name() + "` (" + columns + ")",
                part.fate() == PersonData.Fate.KEPT
                        ? "**stays**: "
                                + part.why()
                                + "; whose it was, the row it belongs to no longer says"
                        : "overwritten");
    }
}
