package imr.spike;

import imr.avro.SpikeAlert;
import imr.avro.SpikeStatus;
import java.time.Instant;

/**
 * What was last told of an alert.
 *
 * @param alert the record that told it
 * @param episode the same as the detector sees it
 */
record Published(SpikeAlert alert, Episode episode) {

    static Published of(SpikeAlert alert) {
        Instant closed = alert.getClosed();
        return new Published(
                alert,
                new Episode(
                        alert.getOpened().toEpochMilli(),
                        closed == null ? null : closed.toEpochMilli(),
                        alert.getReason(),
                        alert.getOnset().toEpochMilli(),
                        alert.getSeverity(),
                        (double) alert.getOverturned(),
                        (double) alert.getTotal(),
                        alert.getBaselineRate(),
                        alert.getExpectedOverturned(),
                        alert.getLiftLowerBound(),
                        alert.getEvidenceNats(),
                        alert.getDispersion()));
    }

    String id() {
        return alert.getAlertId();
    }

    /** Of the record that will follow. */
    int nextRevision() {
        return alert.getRevision() + 1;
    }

    boolean isOpen() {
        return alert.getStatus() == SpikeStatus.OPEN;
    }

    boolean isRetracted() {
        return alert.getStatus() == SpikeStatus.RETRACTED;
    }

    /** Whether no correction can reach it any more. */
    boolean isFinalAt(long anchored) {
        Long closed = episode.closed();
        return closed == null ? isRetracted() && episode.opened() <= anchored : closed <= anchored;
    }
}
