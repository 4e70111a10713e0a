package imr.ledger;

import static imr.avro.Decision.OVERTURNED;
import static imr.avro.Decision.UPHELD;
import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Determination;
import imr.avro.Dimension;
import imr.avro.LedgerEntry;
import imr.avro.SeriesCount;
import imr.ledger.Ledger.Verdict;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final long RETENTION = 1_000;
    private static final long NOW = 10_000;

    private final Ledger ledger = new Ledger(new Series(EnumSet.of(Dimension.ALL), Set.of()), RETENTION);

    @Test
    void countsTheFirstLetterOfAnId() {
        Verdict verdict = ledger.weigh(Determinations.of("CM16-1", "a", UPHELD, OVERTURNED), null, NOW, NOW, false);

        LedgerChange change = counted(verdict);
        assertThat(change.former()).isNull();
        assertThat(change.entry().getEventTime()).isEqualTo(NOW);
        assertThat(change.entry().getDecisions()).containsExactly(UPHELD, OVERTURNED);
        assertThat(change.entry().getCounts()).containsExactly(new SeriesCount(Dimension.ALL, "ALL", 2, 1));
    }

    @Test
    void knowsTheSameLetterAgainAtWhateverTime() {
        LedgerEntry onRecord = entryOf(Determinations.of("CM16-1", "a", UPHELD), NOW);

        Determination again = Determinations.of("CM16-1", "a", UPHELD);

        assertThat(ledger.weigh(again, onRecord, NOW + 5, NOW + 5, false)).isInstanceOf(Verdict.Repeat.class);
        assertThat(ledger.weigh(again, onRecord, 0, NOW, false)).isInstanceOf(Verdict.Repeat.class);
    }

    @Test
    void aChangedLetterSupersedesTheOneOnRecord() {
        LedgerEntry onRecord = entryOf(Determinations.of("CM16-1", "a", UPHELD, UPHELD, UPHELD), NOW);

        LedgerChange change =
                counted(ledger.weigh(Determinations.of("CM16-1", "b", OVERTURNED), onRecord, NOW + 5, NOW + 5, false));

        assertThat(change.former()).isSameAs(onRecord);
        assertThat(change.entry().getEventTime()).isEqualTo(NOW + 5);
        assertThat(change.items().keySet()).containsExactly("CM16-1#1", "CM16-1#2", "CM16-1#3");
        assertThat(change.items().values()).extracting(item -> item == null).containsExactly(false, true, true);
    }

    @Test
    void theSameLetterWithAnotherDayFromTheIntakeIsMovedThere() {
        LedgerEntry onRecord = entryOf(Determinations.of("CM16-1", "a", UPHELD), NOW);
        Determination again = Determinations.of("CM16-1", "a", UPHELD);

        LedgerChange moved = counted(ledger.weigh(again, onRecord, NOW - 5, NOW, true));

        assertThat(moved.former()).isSameAs(onRecord);
        assertThat(moved.entry().getEventTime()).isEqualTo(NOW - 5);
        assertThat(ledger.weigh(again, onRecord, NOW, NOW, true)).isInstanceOf(Verdict.Repeat.class);
    }

    @Test
    void aLetterIsLateOnceItsEventTimeLiesBeyondTheRetention() {
        Determination letter = Determinations.of("CM16-1", "a", UPHELD);

        assertThat(ledger.weigh(letter, null, NOW - RETENTION, NOW, false)).isInstanceOf(Verdict.Counted.class);
        assertThat(ledger.weigh(letter, null, NOW - RETENTION - 1, NOW, false)).isInstanceOf(Verdict.Late.class);
    }

    @Test
    void anAmendmentIsLateOnceTheLetterItSupersedesCanNoLongerBeTakenOut() {
        LedgerEntry onRecord = entryOf(Determinations.of("CM16-1", "a", UPHELD), NOW);
        long later = NOW + RETENTION + 1;

        Verdict verdict = ledger.weigh(Determinations.of("CM16-1", "b", UPHELD), onRecord, later, later, false);

        assertThat(verdict).isInstanceOf(Verdict.Late.class);
    }

    private LedgerEntry entryOf(Determination letter, long eventTime) {
        return counted(ledger.weigh(letter, null, eventTime, eventTime, false)).entry();
    }

    private static LedgerChange counted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Counted.class);
        return ((Verdict.Counted) verdict).change();
    }
}
