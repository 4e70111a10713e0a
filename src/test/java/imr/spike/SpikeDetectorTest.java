package imr.spike;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.SpikeAlert;
import imr.avro.SpikeCloseReason;
import imr.avro.SpikeEvent;
import imr.avro.SpikeSeverity;
import imr.avro.SpikeState;
import imr.avro.SpikeStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpikeDetectorTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long START = Instant.parse("2016-01-04T00:00:00Z").toEpochMilli();

    private final List<SpikeAlert> told = new ArrayList<>();
    private final SpikeDetector detector = new SpikeDetector("key", SpikeParameters.DAILY, ZoneOffset.UTC);

    /** The counts of a day. */
    private record Window(long start, long upheld, long overturned) {

        static Window day(int day, long upheld, long overturned) {
            return new Window(START + day * DAY, upheld, overturned);
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(40);
    }

    @Test
    void tellsOfARiseWhereItBeganAndThatItIsOver() {
        days(0, 60, 90, 10);
        days(60, 65, 60, 40);
        days(65, 80, 90, 10);

        assertThat(told).extracting(SpikeAlert::getEvent).containsExactly(SpikeEvent.OPEN, SpikeEvent.RESOLVE);
        SpikeAlert open = told.get(0);
        assertThat(open.getAlertId()).isEqualTo("key@2016-03-04T00:00:00Z");
        assertThat(open.getOnset()).isEqualTo(day(60));
        assertThat(open.getOpened()).isEqualTo(day(60));
        assertThat(open.getClosed()).isNull();
        assertThat(open.getSeverity()).isEqualTo(SpikeSeverity.CRITICAL);
        assertThat(open.getText())
                .isEqualTo("Since 4 Mar: 40 of 100 items overturned (40 %), expected 10.0 (10 %);"
                        + " at least 22 points above normal; evidence 21.9 nats.");
        SpikeAlert over = told.get(1);
        assertThat(over.getAlertId()).isEqualTo(open.getAlertId());
        assertThat(over.getRevision()).isEqualTo(1);
        assertThat(over.getReason()).isEqualTo(SpikeCloseReason.RESOLVED);
        assertThat(over.getClosed()).isBetween(day(65), day(68));
    }

    @Test
    void aRiseThatLastsBecomesTheNormal() {
        days(0, 60, 90, 10);
        days(60, 200, 70, 30);

        assertThat(told)
                .extracting(SpikeAlert::getEvent)
                .startsWith(SpikeEvent.OPEN)
                .endsWith(SpikeEvent.RESOLVE);
        SpikeAlert over = told.get(told.size() - 1);
        assertThat(over.getReason()).isEqualTo(SpikeCloseReason.NEW_NORMAL);
        assertThat(over.getClosed()).isEqualTo(over.getOpened().plus(Duration.ofDays(28)));
    }

    @Test
    void anAlertOfAKeyThatFallsSilentClosesAMonthLater() {
        days(0, 60, 90, 10);
        days(60, 62, 60, 40);
        days(120, 121, 90, 10);

        SpikeAlert over = told.get(told.size() - 1);
        assertThat(over.getReason()).isEqualTo(SpikeCloseReason.STALE);
        assertThat(over.getClosed()).isEqualTo(day(61).plus(Duration.ofDays(30)));
    }

    @Test
    void aRateThatFellIsTheNormalSoonAndWithoutAnAlert() {
        days(0, 90, 60, 40);
        days(90, 100, 90, 10);
        days(100, 105, 60, 40);

        assertThat(told).extracting(SpikeAlert::getOpened).first().isEqualTo(day(100));
    }

    @Test
    void aCorrectionTakesAnAlertBackAndAnotherBringsItUpAgain() {
        days(0, 60, 90, 10);
        window(Window.day(60, 60, 40));
        window(Window.day(60, 90, 10));
        window(Window.day(60, 55, 45));

        assertThat(told)
                .extracting(SpikeAlert::getEvent)
                .containsExactly(SpikeEvent.OPEN, SpikeEvent.RETRACT, SpikeEvent.REOPEN);
        assertThat(told).extracting(SpikeAlert::getRevision).containsExactly(0, 1, 2);
        assertThat(told).extracting(SpikeAlert::getAlertId).containsOnly("key@2016-03-04T00:00:00Z");
        assertThat(told)
                .extracting(SpikeAlert::getStatus)
                .containsExactly(SpikeStatus.OPEN, SpikeStatus.RETRACTED, SpikeStatus.OPEN);
    }

    @Test
    void aWindowThatLosesItsLastItemIsNone() {
        days(0, 60, 90, 10);
        window(Window.day(60, 60, 40));
        window(Window.day(60, 0, 0));

        assertThat(told).extracting(SpikeAlert::getEvent).containsExactly(SpikeEvent.OPEN, SpikeEvent.RETRACT);
    }

    @Test
    void aCorrectionBeforeTheNewestEightWindowsIsLeftOutAndCounted() {
        days(0, 60, 90, 10);

        window(Window.day(51, 0, 100));
        assertThat(detector.lateDropped()).isEqualTo(1);
        assertThat(told).isEmpty();

        window(Window.day(52, 0, 100));
        assertThat(detector.lateDropped()).isEqualTo(1);
        assertThat(told).extracting(SpikeAlert::getEvent).first().isEqualTo(SpikeEvent.OPEN);
    }

    @Test
    void theSameCountsAgainTellNothing() {
        days(0, 60, 90, 10);
        window(Window.day(60, 60, 40));
        int before = told.size();

        window(Window.day(60, 60, 40));
        window(Window.day(59, 90, 10));

        assertThat(told).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsToldWhileAKeyIsLearned(long seed) {
        Random random = new Random(seed);
        int items = 0;
        for (int day = 0; day < 60; day++) {
            Window window = Window.day(day, random.nextInt(8), random.nextInt(8));
            window(window);
            if (day < 14 || items < 60) {
                assertThat(told).isEmpty();
            }
            items += (int) (window.upheld() + window.overturned());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSaidInTheEndDependsOnTheCountsInTheEnd(long seed) {
        List<Window> history = history(new Random(seed));
        history.forEach(this::window);
        Map<String, SpikeAlert> inOrder = lastByOpening(told);

        List<SpikeAlert> otherwise = new ArrayList<>();
        SpikeDetector other = new SpikeDetector("key", SpikeParameters.DAILY, ZoneOffset.UTC);
        for (Window window : disturbed(history, new Random(seed))) {
            other.window(window.start(), window.upheld(), window.overturned(), otherwise::add);
        }

        assertThat(other.lateDropped()).isZero();
        assertThat(facts(lastByOpening(otherwise))).isEqualTo(facts(inOrder));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachRecordFollowsFromTheOneBefore(long seed) {
        disturbed(history(new Random(seed)), new Random(seed)).forEach(this::window);

        Map<String, SpikeAlert> last = new LinkedHashMap<>();
        for (SpikeAlert alert : told) {
            SpikeAlert before = last.put(alert.getAlertId(), alert);
            assertThat(alert.getRevision()).isEqualTo(before == null ? 0 : before.getRevision() + 1);
            assertThat(alert.getEvent() == SpikeEvent.OPEN).isEqualTo(before == null);
            assertThat(alert.getClosed() == null).isEqualTo(alert.getReason() == null);
            assertThat(alert.getText())
                    .contains(": " + alert.getOverturned() + " of " + alert.getTotal() + " items overturned");
            assertThat(alert.getOnset()).isBeforeOrEqualTo(alert.getOpened());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlertClosesWhenTheRateIsNormalAgain(long seed) {
        history(new Random(seed)).forEach(this::window);
        days(400, 460, 90, 10);

        assertThat(lastByOpening(told).values()).noneMatch(alert -> alert.getStatus() == SpikeStatus.OPEN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnFromItsStateAsIfNothingHadHappened(long seed) throws IOException {
        List<Window> arrivals = disturbed(history(new Random(seed)), new Random(seed));
        arrivals.forEach(this::window);

        List<SpikeAlert> restored = new ArrayList<>();
        SpikeState state = new SpikeDetector("key", SpikeParameters.DAILY, ZoneOffset.UTC).state();
        for (Window window : arrivals) {
            SpikeDetector again = SpikeDetector.of(copy(state), "key", SpikeParameters.DAILY, ZoneOffset.UTC);
            again.window(window.start(), window.upheld(), window.overturned(), restored::add);
            state = again.state();
        }

        assertThat(restored).isEqualTo(told);
        assertThat(state).isEqualTo(detector.state());
    }

    @Test
    void itsStateIsSmall() throws IOException {
        days(0, 60, 90, 10);

        assertThat(detector.state().toByteBuffer().remaining()).isLessThan(512);
    }

    private static SpikeState copy(SpikeState state) throws IOException {
        return SpikeState.fromByteBuffer(state.toByteBuffer());
    }

    /** A year at some rate, in which it changes a few times. */
    private static List<Window> history(Random random) {
        List<Window> history = new ArrayList<>();
        double rate = 0.05 + random.nextDouble() * 0.2;
        double now = rate;
        int volume = 20 + random.nextInt(200);
        for (int day = 0; day < 365; day++) {
            if (random.nextInt(30) == 0) {
                now = random.nextBoolean() ? rate : rate + 0.1 + random.nextDouble() * 0.3;
            }
            if (day % 7 > 4) {
                continue;
            }
            int overturned = 0;
            for (int item = 0; item < volume; item++) {
                overturned += random.nextDouble() < now ? 1 : 0;
            }
            history.add(Window.day(day, volume - overturned, overturned));
        }
        return history;
    }

    /** The same windows with counts in part first, some again, and neighbours out of order. */
    private static List<Window> disturbed(List<Window> history, Random random) {
        List<Window> arrivals = new ArrayList<>();
        for (int from = 0; from < history.size(); from += 3) {
            List<Window> few = new ArrayList<>(history.subList(from, Math.min(from + 3, history.size())));
            Collections.shuffle(few, random);
            for (Window window : few) {
                arrivals.add(new Window(window.start(), window.upheld() / 2, window.overturned()));
            }
            Collections.shuffle(few, random);
            arrivals.addAll(few);
            arrivals.add(few.get(0));
        }
        return arrivals;
    }

    private static Map<String, SpikeAlert> lastByOpening(List<SpikeAlert> alerts) {
        Map<String, SpikeAlert> last = new LinkedHashMap<>();
        alerts.forEach(alert -> last.put(alert.getAlertId(), alert));
        last.values().removeIf(alert -> alert.getStatus() == SpikeStatus.RETRACTED);
        return last;
    }

    private static List<String> facts(Map<String, SpikeAlert> alerts) {
        return alerts.values().stream()
                .map(alert -> alert.getOpened() + " " + alert.getClosed() + " " + alert.getReason() + " "
                        + alert.getSeverity())
                .sorted()
                .toList();
    }

    private void days(int from, int to, long upheld, long overturned) {
        for (int day = from; day < to; day++) {
            window(Window.day(day, upheld, overturned));
        }
    }

    private void window(Window window) {
        detector.window(window.start(), window.upheld(), window.overturned(), told::add);
    }

    private static Instant day(int day) {
        return Instant.ofEpochMilli(START + day * DAY);
    }
}
