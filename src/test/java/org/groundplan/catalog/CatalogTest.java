package org.groundplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every figure has a source and a date, and what is old says so. */
class CatalogTest {
    private static final Catalog CATALOG = Catalog.load();

    @Test
    void every_entry_has_a_source_and_a_date_not_after_the_catalogue() {
        assertThat(CATALOG.technologies()).hasSizeGreaterThan(25);
        assertThat(CATALOG.technologies().values())
                .allSatisfy(t -> {
                    assertThat(t.source()).as(t.name()).isNotBlank();
                    assertThat(LocalDate.parse(t.date()))
                            .as(t.name())
                            .isBeforeOrEqualTo(CATALOG.asOf());
                });
        assertThat(CATALOG.prices().values())
                .allSatisfy(p -> {
                    assertThat(p.source()).as(p.name()).isNotBlank();
                    assertThat(LocalDate.parse(p.date()))
                            .as(p.name())
                            .isBeforeOrEqualTo(CATALOG.asOf());
                });
    }

    @Test
    void what_is_older_than_eighteen_months_is_marked() {
        List<String> old =
                CATALOG.technologies().values().stream()
                        .filter(t -> CATALOG.old(t.date()))
                        .map(Catalog.Technology::name)
                        .toList();
        assertThat(old).containsExactly("SQLite");
    }
}
