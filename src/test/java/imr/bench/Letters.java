package imr.bench;

import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.names.Headers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Letters as the history has them: so many on a working day, from nine to five, none at weekends. Each is another one
 * and the only one of its case.
 */
final class Letters {

    private static final long SEED = 2_015;
    private static final int A_DAY = 650;
    /** Early enough that three million letters end before today, since a broker takes none from the future. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 3);

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final Duration OPEN = Duration.ofHours(8);

    private final Ground ground;
    private final ZoneId zone;
    private final LetterGenerator generator = new LetterGenerator(SEED);
    private final IntFunction<@Nullable String> administrators;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param administrators names the claims administrator of the letter with a number; null for the generator's own */
    Letters(Ground ground, @Nullable IntFunction<@Nullable String> administrators) {
        this.ground = ground;
        this.zone = ground.loaded().counting().zone();
        this.administrators = administrators == null ? index -> null : administrators;
    }

    /** Publishes the letters with the numbers from {@code from} on, and adds them to what is expected. */
    void publish(int from, int count, Totals expected) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = ground.producer(
                Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10, ProducerConfig.LINGER_MS_CONFIG, 50))) {
            LocalDate day = FIRST_DAY;
            for (int index = 0; index < from + count; index++) {
                if (index > 0 && index % A_DAY == 0) {
                    day = nextWorkingDay(day);
                }
                if (index >= from) {
                    publish(producer, index, timestamp(day, index % A_DAY), expected);
                }
                if (index % 50_000 == 0 && index > from) {
                    Progress.say("%,d letters published", index - from);
                }
            }
        }
        throwFailure();
    }

    private void publish(KafkaProducer<byte[], byte[]> producer, int index, long timestamp, Totals expected) {
        GeneratedLetter letter = letter(index);
        expected.count(
                letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), Instant.ofEpochMilli(timestamp));
        send(producer, letter, timestamp);
    }

    /** The letter with a number. */
    GeneratedLetter letter(int index) {
        GeneratedLetter letter = generator.letter(index);
        String administrator = administrators.apply(index);
        if (administrator == null) {
            return letter;
        }
        Map<String, String> headers = new LinkedHashMap<>(letter.headers());
        headers.put(Headers.CLAIMS_ADMINISTRATOR, administrator);
        return new GeneratedLetter(letter.fileName(), letter.key(), headers, letter.text(), letter.truth());
    }

    /** Sends a letter; {@link #throwFailure} tells whether it could be. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback takes note of it.
    void send(KafkaProducer<byte[], byte[]> producer, GeneratedLetter letter, long timestamp) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                ground.topics().letters().name(),
                null,
                timestamp,
                letter.key().getBytes(StandardCharsets.UTF_8),
                letter.text());
        letter.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record, (sent, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Fails if one of the letters that were sent could not be published. */
    void throwFailure() throws Exception {
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private long timestamp(LocalDate day, int indexOfDay) {
        return day.atTime(OPENING).atZone(zone).toInstant().toEpochMilli() + OPEN.toMillis() * indexOfDay / A_DAY;
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
