package imr.truth;

import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterRecord.Arrival;
import imr.names.Headers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Cases decided over twelve years, by the day that the intake gives. Some are amended, a part of these also by another
 * day: the next, or one of another month or year; some letters come again.
 */
public final class TwelveYears {

    private static final LocalDate FIRST = LocalDate.of(2013, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 31);
    private static final List<LocalDate> EDGES = List.of(
            LocalDate.of(2016, 2, 28),
            LocalDate.of(2016, 2, 29),
            LocalDate.of(2016, 3, 1),
            LocalDate.of(2016, 11, 6),
            LocalDate.of(2016, 12, 31),
            LocalDate.of(2017, 1, 1),
            LocalDate.of(2017, 3, 12));

    private final ZoneId zone;
    private final List<List<LetterRecord>> cases = new ArrayList<>();

    public TwelveYears(long seed, int count, ZoneId zone) {
        this.zone = zone;
        LetterGenerator generator = new LetterGenerator(seed);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            cases.add(letters(generator, i, random));
        }
    }

    private List<LetterRecord> letters(LetterGenerator generator, int index, Random random) {
        List<LetterRecord> letters = new ArrayList<>();
        LocalDate day = random.nextInt(10) == 0
                ? EDGES.get(random.nextInt(EDGES.size()))
                : FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay())));
        Instant published = received(day, random);
        letters.add(record(generator.letter(index), day, published, Arrival.FIRST));
        int amendments = random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0;
        for (int revision = 1; revision <= amendments; revision++) {
            day = moved(day, random);
            Instant earliest = received(day, random);
            published = (earliest.isAfter(published) ? earliest : published).plusSeconds(3_600);
            letters.add(record(generator.letter(index, revision, 0), day, published, Arrival.AMENDED));
        }
        if (random.nextInt(10) == 0) {
            GeneratedLetter again = generator.letter(index, amendments, 5);
            letters.add(record(again, day, published.plusSeconds(86_400), Arrival.REPEAT));
        }
        return letters;
    }

    private static LocalDate moved(LocalDate day, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> day.plusDays(1);
            case 1 -> day.minusMonths(1);
            case 2 -> day.isBefore(LAST.minusYears(1)) ? day.plusYears(1) : day.minusYears(1);
            case 3 -> EDGES.get(random.nextInt(EDGES.size()));
            default -> day;
        };
    }

    private Instant received(LocalDate day, Random random) {
        return day.plusDays(1L + random.nextInt(20)).atTime(9, 30).atZone(zone).toInstant();
    }

    private static LetterRecord record(GeneratedLetter letter, LocalDate day, Instant published, Arrival arrival) {
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.put(Headers.DECISION_DATE, day.toString());
        return new LetterRecord(letter.key(), published, headers, letter.text(), arrival, letter.truth());
    }

    /** As an intake would publish them day by day. */
    public List<LetterRecord> live() {
        return cases.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(LetterRecord::timestamp))
                .toList();
    }

    /** The latest first, but for the letters of one case. */
    public List<LetterRecord> backwards() {
        return cases.stream()
                .sorted(Comparator.comparing((List<LetterRecord> letters) -> day(letters.get(0)))
                        .reversed())
                .flatMap(List::stream)
                .toList();
    }

    public List<LetterRecord> shuffled(long seed) {
        return Shuffled.keepingCasesInOrder(cases, new Random(seed));
    }

    /** What becomes of them, counted by the day of the decision. */
    public TruthModel truth() {
        TruthModel truth = new TruthModel(zone, Set.of());
        for (LetterRecord letter : live()) {
            if (letter.arrival() != Arrival.REPEAT) {
                truth.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), eventTime(letter));
            }
        }
        return truth;
    }

    /** The start of the day that the intake gives. */
    public Instant eventTime(LetterRecord letter) {
        return day(letter).atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(LetterRecord letter) {
        return LocalDate.parse(letter.headers().get(Headers.DECISION_DATE));
    }
}
