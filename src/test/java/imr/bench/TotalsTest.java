package imr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import imr.bench.Totals.Counts;
import imr.bench.Totals.Window;
import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.truth.TruthModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant NOON = Instant.parse("2017-02-14T20:00:00Z");

    private final Totals totals = new Totals(ZONE, Set.of());
    private final Map<Window, Counts> right = new HashMap<>();

    @BeforeEach
    void countLettersTwice() {
        TruthModel model = new TruthModel(ZONE, Set.of());
        LetterGenerator generator = new LetterGenerator(3);
        for (int i = 0; i < 1_500; i++) {
            GeneratedLetter letter = generator.letter(i);
            totals.count(letter.truth(), null, NOON);
            model.count(letter.truth(), null, NOON);
        }
        model.outcomes()
                .forEach((key, expected) -> right.put(
                        Window.of(key),
                        new Counts(expected.letters(), expected.items(), expected.upheld(), expected.overturned())));
    }

    @Test
    void lettersCountedInPartsAddUpToTheWhole() {
        assertThat(right).hasSizeGreaterThan(100);
        assertThat(totals.wrong(right)).isZero();
    }

    @Test
    void aWindowThatDiffersIsMissingOrIsTooManyIsWrong() {
        Window one = right.keySet().iterator().next();
        Counts counts = right.get(one);

        right.put(one, new Counts(counts.letters(), counts.items(), counts.upheld() + 1, counts.overturned() - 1));
        assertThat(totals.wrong(right)).isEqualTo(1);

        right.remove(one);
        assertThat(totals.wrong(right)).isEqualTo(1);

        right.put(new Window(one.dimension(), one.value(), one.step(), NOON.plusSeconds(1)), counts);
        assertThat(totals.wrong(right)).isEqualTo(2);
    }
}
