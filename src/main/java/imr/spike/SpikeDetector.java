package imr.spike;

import imr.avro.SpikeAlert;
import imr.avro.SpikeEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The detector of one key. Windows may come in any order and again with other counts: what it says in the end depends on
 * the counts of the windows in the end, as long as a correction comes while its window is among the newest.
 *
 * <p>It keeps the state after all windows that are final (the anchor), the counts of the newest ones (the ring), the state
 * after these (the tip), and what was told of alerts that a correction could still change.
 */
public final class SpikeDetector {

    private final String key;
    private final SpikeParameters parameters;
    private final AlertRecords records;
    private final Level anchor = new Level();
    private final Level tip = new Level();
    private final Ring ring;
    private final List<Published> published = new ArrayList<>();
    private long lateDropped;

    /**
     * @param key begins the ids of its alerts
     * @param zone whose days people are told
     */
    public SpikeDetector(String key, SpikeParameters parameters, ZoneId zone) {
        this.key = key;
        this.parameters = parameters;
        this.records = new AlertRecords(key, zone);
        this.ring = new Ring(parameters.ring());
    }

    /**
     * Takes a closed window, or a correction of one.
     *
     * @param start of the window, milliseconds since 1970
     * @param upheld items in the window, in all
     * @param overturned items in the window, in all
     * @param alerts takes what is to be told, in the order of telling
     */
    public void window(long start, long upheld, long overturned, Consumer<SpikeAlert> alerts) {
        if (start <= anchor.last) {
            lateDropped++;
            return;
        }
        Listener listener = (event, alert) -> alerts.accept(records.of(event, alert, start));
        switch (ring.put(start, upheld, overturned)) {
            case NONE -> {}
            case APPENDED -> {
                List<Episode> episodes = new ArrayList<>(2);
                tip.fold(start, (double) upheld, (double) overturned, parameters, episodes);
                tell(episodes, false, listener);
            }
            case REVISED -> tell(refold(), true, listener);
        }
        forget();
    }

    /** Corrections that came too late to be taken into account. */
    public long lateDropped() {
        return lateDropped;
    }

    /** Takes what is to be told, in the order of telling. */
    @FunctionalInterface
    private interface Listener {
        void tell(SpikeEvent event, Published alert);
    }

    private List<Episode> refold() {
        List<Episode> episodes = new ArrayList<>();
        tip.become(anchor);
        for (int i = 0; i < ring.size; i++) {
            fold(i, tip, episodes);
        }
        return episodes;
    }

    private void fold(int window, Level level, List<Episode> closed) {
        double upheld = (double) ring.upheld[window];
        double overturned = (double) ring.overturned[window];
        level.fold(ring.starts[window], upheld, overturned, parameters, closed);
    }

    /** Windows that fall out of the ring are final. */
    private void forget() {
        while (ring.size > parameters.ring()) {
            fold(0, anchor, new ArrayList<>(1));
            ring.remove(0);
        }
        published.removeIf(alert -> alert.isFinalAt(anchor.last));
    }

    /**
     * Holds the alerts as they are against what was told of them.
     *
     * @param closed those that have closed
     * @param all whether these are all since the anchor, so that one which is missing never was
     */
    private void tell(List<Episode> closed, boolean all, Listener listener) {
        List<Episode> episodes = new ArrayList<>(closed);
        Episode open = tip.openEpisode();
        if (open != null && closed.stream().noneMatch(episode -> episode.opened() == open.opened())) {
            episodes.add(open);
        }
        boolean[] told = new boolean[published.size()];
        for (Episode episode : episodes) {
            int match = match(episode, told);
            if (match < 0) {
                first(episode, listener);
            } else {
                told[match] = true;
                again(match, episode, listener);
            }
        }
        for (int i = 0; all && i < told.length; i++) {
            Published alert = published.get(i);
            if (!told[i] && !alert.retracted()) {
                published.set(i, alert.takenBack());
                listener.tell(SpikeEvent.RETRACT, published.get(i));
            }
        }
    }

    /** The one that was told of and overlaps; rather one that holds than one that was taken back. */
    private int match(Episode episode, boolean[] told) {
        int takenBack = -1;
        for (int i = 0; i < told.length; i++) {
            Published alert = published.get(i);
            if (!told[i] && alert.episode().overlaps(episode)) {
                if (!alert.retracted()) {
                    return i;
                }
                takenBack = takenBack < 0 ? i : takenBack;
            }
        }
        return takenBack;
    }

    private void first(Episode episode, Listener listener) {
        Published alert = Published.first(newId(episode), episode);
        published.add(alert);
        listener.tell(SpikeEvent.OPEN, alert);
        if (!alert.isOpen()) {
            Published over = alert.revised(episode);
            published.set(published.size() - 1, over);
            listener.tell(SpikeEvent.RESOLVE, over);
        }
    }

    private String newId(Episode episode) {
        String id = key + "@" + Instant.ofEpochMilli(episode.opened());
        for (int another = 2; isTaken(id); another++) {
            id = key + "@" + Instant.ofEpochMilli(episode.opened()) + "#" + another;
        }
        return id;
    }

    private boolean isTaken(String id) {
        return published.stream().anyMatch(alert -> alert.id().equals(id));
    }

    private void again(int index, Episode episode, Listener listener) {
        Published before = published.get(index);
        SpikeEvent event = change(before, episode);
        if (event != null) {
            published.set(index, before.revised(episode));
            listener.tell(event, published.get(index));
        }
    }

    private static @Nullable SpikeEvent change(Published before, Episode now) {
        Episode then = before.episode();
        boolean isOpen = now.closed() == null;
        if (before.isOpen() != isOpen) {
            if (isOpen) {
                return SpikeEvent.REOPEN;
            }
            return before.retracted() ? SpikeEvent.REOPEN : SpikeEvent.RESOLVE;
        }
        if (before.retracted()) {
            return SpikeEvent.REOPEN;
        }
        if (now.severity().compareTo(then.severity()) > 0) {
            return SpikeEvent.ESCALATE;
        }
        return now.looksLike(then) ? null : SpikeEvent.UPDATE;
    }
}
