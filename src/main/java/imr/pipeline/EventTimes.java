package imr.pipeline;

import imr.config.Settings.Counting;
import imr.config.Settings.EventTime;
import imr.letter.LetterDates;
import imr.names.Headers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Sets a letter's event time, once, as the record's timestamp.
 *
 * <p>A decision date counts as the start of that day in the configured zone. One that can't be right, after the record's
 * own time or before the first determinations, is left for the record's own time: a single letter dated far ahead would
 * otherwise make every letter after it late.
 */
final class EventTimes implements TimestampExtractor {

    /** The law that started these reviews applies from here (California Senate Bill 863). */
    private static final LocalDate FIRST_DETERMINATIONS = LocalDate.of(2013, 1, 1);

    private final Counting counting;

    EventTimes(Counting counting) {
        this.counting = counting;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> letter, long partitionTime) {
        // Kafka Streams drops records with a negative time in silence.
        long ownTime = Math.max(letter.timestamp() >= 0 ? letter.timestamp() : partitionTime, 0);
        if (counting.eventTime() == EventTime.RECORD) {
            return ownTime;
        }
        LocalDate decided = decisionDate(letter);
        if (decided == null || decided.isBefore(FIRST_DETERMINATIONS)) {
            return ownTime;
        }
        long startOfDay = decided.atStartOfDay(counting.zone()).toInstant().toEpochMilli();
        return startOfDay <= ownTime ? startOfDay : ownTime;
    }

    private static @Nullable LocalDate decisionDate(ConsumerRecord<Object, Object> letter) {
        LocalDate fromHeader = dateOf(letter.headers().lastHeader(Headers.DECISION_DATE));
        if (fromHeader != null) {
            return fromHeader;
        }
        return letter.value() instanceof byte[] text ? LetterDates.decisionDate(text) : null;
    }

    private static @Nullable LocalDate dateOf(@Nullable Header header) {
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return LocalDate.parse(new String(header.value(), StandardCharsets.UTF_8).trim());
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
