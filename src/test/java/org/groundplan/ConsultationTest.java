package org.groundplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.groundplan.brief.BriefEdit;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Rule;
import org.junit.jupiter.api.Test;

/** What is asked, in which order, and what an answer does. */
class ConsultationTest {
    private static final String BRIEF =
            """
            name: Boat hire                      # a comment that stays
            actors: { Guest: { count: 900 } }
            entities:
              Boat: { count: 40, fields: { name: text } }
              Hire: { belongsTo: [Boat, Guest], fields: { status: [open, ended] } }
            useCases:
              - { name: list boats, reads: [Boat], actor: Guest }
              - name: hire a boat
                actor: Guest
                does: insert Hire
            rules:
              - at most 1 Hire per Boat when status = open
            reading:
              of: page.md
              confirm:
                - "line 3: a doubtful fact"
            """;

    private static Consultation of(String brief) {
        return Consultation.of(new Groundplan(), brief, Map.of()).orElseThrow();
    }

    private static Consultation.Open find(List<Consultation.Open> open, String id) {
        return open.stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void the_most_consequential_comes_first_and_nothing_that_changes_nothing() {
        List<Consultation.Open> open = of(BRIEF).open();
        assertThat(open).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
        assertThat(open)
                .filteredOn(q -> q.kind() == Consultation.Kind.MISSING)
                .isNotEmpty()
                .allSatisfy(q ->
                        assertThat(q.plausible())
                                .anySatisfy(p -> assertThat(p.changes().weight()).isPositive()));
        assertThat(find(open, "missing:availability").hangs()).startsWith("with 99");
    }

    @Test
    void an_answer_is_written_where_it_belongs_and_is_not_asked_again() {
        Consultation consultation = of(BRIEF);
        Consultation.Answered answer =
                consultation.answer(find(consultation.open(), "missing:availability"), "99.95 %");
        assertThat(answer.understood()).isTrue();
        assertThat(answer.brief())
                .contains("name: Boat hire                      # a comment that stays")
                .contains("qualities:\n  availability: 99.95 %");
        assertThat(answer.changes()).isNotNull();
        assertThat(of(answer.brief()).open())
                .noneSatisfy(q -> assertThat(q.id()).isEqualTo("missing:availability"));
    }

    @Test
    void an_answer_that_is_none_says_what_was_expected_and_changes_nothing() {
        Consultation consultation = of(BRIEF);
        Consultation.Answered answer =
                consultation.answer(find(consultation.open(), "missing:availability"), "often");
        assertThat(answer.understood()).isFalse();
        assertThat(answer.problem()).contains("a percentage below 100 %");
        assertThat(answer.brief()).isEqualTo(BRIEF);
    }

    @Test
    void what_was_read_with_doubt_is_confirmed_by_yes() {
        Consultation consultation = of(BRIEF);
        Consultation.Open doubt =
                consultation.open().stream()
                        .filter(q -> q.kind() == Consultation.Kind.CONFIRM)
                        .findFirst()
                        .orElseThrow();
        assertThat(consultation.answer(doubt, "no").understood()).isFalse();
        assertThat(consultation.answer(doubt, "yes").brief()).doesNotContain("a doubtful fact");
    }

    @Test
    void one_fact_is_changed_and_every_other_character_stays() {
        assertThat(BriefEdit.set(BRIEF, List.of("entities", "Boat", "count"), "55").orElseThrow())
                .isEqualTo(BRIEF.replace("count: 40", "count: 55"));
        assertThat(
                        BriefEdit.set(BRIEF, List.of("entities", "Hire", "keep"), "2 years")
                                .orElseThrow())
                .isEqualTo(
                        BRIEF.replace(
                                "fields: { status: [open, ended] } }",
                                "fields: { status: [open, ended] }, keep: 2 years }"));
        assertThat(
                        BriefEdit.set(
                                        BRIEF,
                                        List.of("useCases", "hire a boat", "rate"),
                                        "30 per day")
                                .orElseThrow())
                .isEqualTo(
                        BRIEF.replace(
                                "    does: insert Hire\n",
                                "    does: insert Hire\n    rate: 30 per day\n"));
        assertThat(
                        BriefEdit.set(
                                        BRIEF,
                                        List.of("useCases", "list boats", "rate"),
                                        "90 per day")
                                .orElseThrow())
                .contains("reads: [Boat], actor: Guest, rate: 90 per day }");
        assertThat(BriefEdit.set(BRIEF, List.of("useCases", "swim", "rate"), "1 per day"))
                .isEmpty();
        assertThat(BriefEdit.set("- a list", List.of("name"), "x")).isEmpty();
    }

    @Test
    void what_hangs_on_a_doubtful_fact_is_no_better_than_assumed() {
        String doubtful =
                BRIEF.replace(
                        "line 3: a doubtful fact",
                        "line 3: x – a doubtful rule: at most 1 Hire per Boat when status = open");
        Design design = Examples.derive(doubtful);
        Rule rule = design.all(Rule.class).getFirst();
        Evidence held =
                new Evidence(
                        "evidence:x",
                        rule.id(),
                        Evidence.Verdict.SURVIVED,
                        Evidence.Basis.REAL_COMPONENT,
                        "Attacked.",
                        "",
                        rule.origin());
        assertThat(lowered(design, held).verdict()).isEqualTo(Evidence.Verdict.ASSUMED);
        assertThat(lowered(Examples.derive(BRIEF), held).verdict())
                .isEqualTo(Evidence.Verdict.SURVIVED);
    }

    private static Evidence lowered(Design design, Evidence evidence) {
        return Unconfirmed.lower(design.with(List.of(evidence))).get(Evidence.class, "evidence:x");
    }

    @Test
    void a_rule_that_stayed_a_sentence_is_answered_with_one_that_is_enforced() {
        String brief =
                BRIEF.replace("rules:\n", "rules:\n  - text: nobody hires more than two boats\n")
                        .replace(
                                "line 3: a doubtful fact",
                                "line 3: nobody hires more than two boats – a rule that is kept as a sentence: nothing enforces it yet");
        Consultation consultation = of(brief);
        Consultation.Open asked =
                consultation.open().stream()
                        .filter(q -> q.kind() == Consultation.Kind.CONFIRM)
                        .findFirst()
                        .orElseThrow();
        assertThat(consultation.answer(asked, "just be nice").problem())
                .contains("a rule in one of the forms of docs/rules.md");
        assertThat(
                        consultation
                                .answer(asked, "at most 2 Hire per Guest when status = open")
                                .brief())
                .contains("  - \"at most 2 Hire per Guest when status = open\"")
                .doesNotContain("nobody hires")
                .doesNotContain("reading, confirm");
    }
}
