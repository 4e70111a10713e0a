package imr.spike;

import imr.avro.SpikeAlert;
import imr.avro.SpikeEvent;
import imr.avro.SpikeStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The alerts of one key as they are published, with a sentence for people. */
final class AlertRecords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final String key;
    private final ZoneId zone;

    /** @param zone whose days the sentence names */
    AlertRecords(String key, ZoneId zone) {
        this.key = key;
        this.zone = zone;
    }

    /** @param rowWindow start of the window whose counts led to the record */
    SpikeAlert of(SpikeEvent event, String id, int revision, SpikeStatus status, Episode episode, long rowWindow) {
        return SpikeAlert.newBuilder()
                .setAlertId(id)
                .setRevision(revision)
                .setEvent(event)
                .setStatus(status)
                .setKey(key)
                .setRowWindow(Instant.ofEpochMilli(rowWindow))
                .setOnset(Instant.ofEpochMilli(episode.onset()))
                .setOpened(Instant.ofEpochMilli(episode.opened()))
                .setClosed(instant(episode.closed()))
                .setReason(episode.reason())
                .setSeverity(episode.severity())
                .setOverturned((long) episode.overturned())
                .setTotal((long) episode.items())
                .setObservedRate(episode.overturned() / episode.items())
                .setBaselineRate(episode.baseline())
                .setExpectedOverturned(episode.expected())
                .setLiftLowerBound(episode.liftLowerBound())
                .setEvidenceNats(episode.evidence())
                .setDispersion(episode.dispersion())
                .setText(sentence(episode))
                .build();
    }

    private String sentence(Episode episode) {
        long points = Math.round(episode.liftLowerBound() * 100);
        return String.format(
                Locale.ROOT,
                "Since %s: %.0f of %.0f items overturned (%s), expected %.1f (%s); %s; evidence %.1f nats.",
                DAY.format(Instant.ofEpochMilli(episode.onset()).atZone(zone)),
                episode.overturned(),
                episode.items(),
                percent(episode.overturned() / episode.items()),
                episode.expected(),
                percent(episode.expected() / episode.items()),
                points < 1 ? "not surely above normal" : "at least " + points + " points above normal",
                episode.evidence());
    }

    /** Two digits that mean something. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
