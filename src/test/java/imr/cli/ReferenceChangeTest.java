package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.GuidelineSource;
import imr.cli.GivenTable.Given;
import imr.cli.TableProblems.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceChangeTest {

    @Test
    void onlyWhatDiffersIsWrittenAndShownWithItsFields() {
        Guideline same = guideline("SAME", "Same", 2016, List.of());
        Guideline before = guideline(
                "CHANGED", "Before", 2009, List.of("old", "both"), section("One", 1, 2), section("Gone", 3, 4));
        Guideline now = guideline(
                "CHANGED", "Now", null, List.of("both", "new"), section("One", 1, 5), section("Come", null, null));
        Guideline added = guideline("ADDED", "Added", 2017, List.of());

        var change = change(Map.of("SAME", same, "CHANGED", before), false, same, now, added);

        assertThat(change.written()).containsOnly(Map.entry("CHANGED", now), Map.entry("ADDED", added));
        assertThat(change.lines())
                .containsExactly(
                        "~ CHANGED",
                        "    title: \"Before\" -> \"Now\"",
                        "    year: 2009 -> nothing",
                        "    aliases: + \"new\"",
                        "    aliases: - \"old\"",
                        "    sections \"One\" lastPage: 2 -> 5",
                        "    sections: + \"Come\"",
                        "    sections: - \"Gone\"",
                        "+ ADDED");
        assertThat(change.summary()).isEqualTo("topic: 1 new, 1 changed, 1 the same, 0 only in the topic");
    }

    @Test
    void whatOnlyTheTopicHasStaysUnlessItIsPruned() {
        Guideline one = guideline("ONE", "One", 2016, List.of());
        Guideline two = guideline("TWO", "Two", 2016, List.of());

        var kept = change(Map.of("ONE", one, "TWO", two), false, one);
        var pruned = change(Map.of("ONE", one, "TWO", two), true, one);

        assertThat(kept.size()).isZero();
        assertThat(kept.lines()).containsExactly("  TWO is only in the topic and stays");
        assertThat(pruned.size()).isOne();
        assertThat(pruned.missing()).containsExactly("TWO");
        assertThat(pruned.lines()).containsExactly("- TWO");
    }

    @Test
    void anEmptyTopicIsToldInALine() {
        var change = change(Map.of(), false, guideline("ONE", "One", 2016, List.of()));

        assertThat(change.lines()).containsExactly("+ all 1 (the topic is empty)");
        assertThat(change.size()).isOne();
    }

    @Test
    void anotherOrderOfTheSameSpellingsIsAChange() {
        Guideline before = guideline("ONE", "One", 2016, List.of("a", "b"));
        Guideline now = guideline("ONE", "One", 2016, List.of("b", "a"));

        assertThat(change(Map.of("ONE", before), false, now).lines())
                .containsExactly("~ ONE", "    aliases: in another order");
    }

    @Test
    void aRecordThatSaysNothingOfItsSectionsKeepsThem() {
        Guideline before = guideline("ONE", "One", 2016, List.of(), section("One", 1, 2));
        Guideline now = guideline("ONE", "Uno", 2016, List.of());
        var table = new GivenTable<>(
                ReferenceKind.GUIDELINES, "own.csv", Map.of("ONE", new Given<>(now, new Place("own.csv", ""), false)));

        var completed = table.completedFrom(Map.of("ONE", before));

        assertThat(completed.values().get(0).getTitle()).isEqualTo("Uno");
        assertThat(completed.values().get(0).getSections()).isEqualTo(before.getSections());
    }

    @Test
    void aSpellingThatATopicsRecordHasAlreadyIsAProblemUnlessThatOneGoes() throws CommandFailed {
        Guideline there = guideline("THERE", "Alpha", 2016, List.of());
        Guideline given = guideline("GIVEN", "Beta", 2016, List.of("alpha"));
        TableProblems beside = new TableProblems();
        TableProblems alone = new TableProblems();

        table(given).check(Map.of("THERE", there), beside);
        table(given).check(Map.of(), alone);

        assertThat(beside.isEmpty()).isFalse();
        assertThat(alone.isEmpty()).isTrue();
    }

    private static ReferenceChange<Guideline> change(
            Map<String, Guideline> present, boolean prune, Guideline... given) {
        return ReferenceChange.between(present, table(given), "topic", prune);
    }

    private static GivenTable<Guideline> table(Guideline... given) {
        Map<String, Given<Guideline>> records = new LinkedHashMap<>();
        for (Guideline guideline : given) {
            records.put(guideline.getId(), new Given<>(guideline, new Place("own.csv", ""), true));
        }
        return new GivenTable<>(ReferenceKind.GUIDELINES, "own.csv", records);
    }

    private static Guideline guideline(
            String id, String title, @Nullable Integer year, List<String> aliases, GuidelineSection... sections) {
        return new Guideline(
                id,
                GuidelineSource.MTUS,
                title,
                "",
                year,
                null,
                null,
                null,
                aliases,
                List.of(sections),
                "",
                null,
                null);
    }

    private static GuidelineSection section(String name, @Nullable Integer first, @Nullable Integer last) {
        return new GuidelineSection(name, List.of(), first, last, "");
    }
}
