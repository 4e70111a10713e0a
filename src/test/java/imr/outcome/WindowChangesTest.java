package imr.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import imr.outcome.WindowChanges.WindowId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowChangesTest {

    private static final WindowId NOON = new WindowId(Dimension.ALL, "ALL", WindowStep.HOUR, 12);
    private static final WindowId MIDNIGHT = new WindowId(Dimension.ALL, "ALL", WindowStep.DAY, 0);

    private final WindowChanges changes = new WindowChanges();
    private final Map<WindowId, Tally> kept = new HashMap<>();

    @Test
    void handsOutAWindowOnceHoweverOftenItIsTouched() {
        kept.put(NOON, new Tally(5L, 5L, 5L, 0L));

        add(NOON, new Tally(1L, 2L, 1L, 1L));
        add(MIDNIGHT, new Tally(1L, 2L, 1L, 1L));
        add(NOON, new Tally(1L, 1L, 1L, 0L));

        assertThat(drained())
                .containsExactly(
                        Map.entry(NOON, new Tally(7L, 8L, 7L, 1L)), Map.entry(MIDNIGHT, new Tally(1L, 2L, 1L, 1L)));
        assertThat(drained()).isEmpty();
    }

    @Test
    void keepsBackAWindowWhoseChangesCancelOneAnother() {
        kept.put(NOON, new Tally(5L, 5L, 5L, 0L));

        add(NOON, new Tally(1L, 2L, 1L, 1L));
        add(NOON, new Tally(-1L, -2L, -1L, -1L));
        add(MIDNIGHT, new Tally(1L, 2L, 1L, 1L));
        add(MIDNIGHT, new Tally(-1L, -2L, -1L, -1L));

        assertThat(drained()).isEmpty();
    }

    @Test
    void aWindowThatLosesItsLastLetterIsNoneFromThenOn() {
        kept.put(NOON, new Tally(1L, 2L, 1L, 1L));

        add(NOON, new Tally(-1L, -2L, -1L, -1L));

        assertThat(drained()).containsOnlyKeys(NOON).containsValue(null);
    }

    @Test
    void aWindowThatChangedBeforeIsNotReadAgainUntilAllIsForgotten() {
        kept.put(NOON, new Tally(1L, 2L, 1L, 1L));
        add(NOON, new Tally(1L, 2L, 1L, 1L));
        assertThat(drained()).containsEntry(NOON, new Tally(2L, 4L, 2L, 2L));
        kept.clear();

        add(NOON, new Tally(1L, 2L, 1L, 1L));
        assertThat(drained()).containsEntry(NOON, new Tally(3L, 6L, 3L, 3L));

        changes.clear();
        add(NOON, new Tally(1L, 2L, 1L, 1L));
        assertThat(drained()).containsEntry(NOON, new Tally(1L, 2L, 1L, 1L));
    }

    @Test
    void aWindowThatLostItsLastLetterIsNotRemembered() {
        kept.put(NOON, new Tally(1L, 2L, 1L, 1L));
        add(NOON, new Tally(-1L, -2L, -1L, -1L));
        assertThat(drained()).containsOnlyKeys(NOON);
        kept.clear();

        add(NOON, new Tally(1L, 2L, 1L, 1L));
        assertThat(drained()).containsEntry(NOON, new Tally(1L, 2L, 1L, 1L));
    }

    private void add(WindowId window, Tally change) {
        changes.add(window.series(), new WindowTally(window.step(), window.start(), change), kept::get);
    }

    private Map<WindowId, Tally> drained() {
        Map<WindowId, Tally> drained = new LinkedHashMap<>();
        changes.drain(drained::put);
        return drained;
    }
}
