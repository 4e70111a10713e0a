package imr.spike;

import imr.avro.SpikeStatus;

/**
 * What was last told of an alert.
 *
 * @param id the key's and the window's at which it first opened; never changes
 * @param revision 0 for the first record, one more with each
 */
record Published(String id, int revision, boolean retracted, Episode episode) {

    static Published first(String id, Episode episode) {
        return new Published(id, 0, false, episode);
    }

    Published revised(Episode now) {
        return new Published(id, revision + 1, false, now);
    }

    Published takenBack() {
        return new Published(id, revision + 1, true, episode);
    }

    boolean isOpen() {
        return !retracted && episode.closed() == null;
    }

    /** Whether no correction can reach it any more. */
    boolean isFinalAt(long anchored) {
        Long closed = episode.closed();
        return closed == null ? retracted && episode.opened() <= anchored : closed <= anchored;
    }

    SpikeStatus status() {
        if (retracted) {
            return SpikeStatus.RETRACTED;
        }
        return isOpen() ? SpikeStatus.OPEN : SpikeStatus.CLOSED;
    }
}
