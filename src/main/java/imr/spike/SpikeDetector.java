package imr.spike;

import imr.avro.SpikeAlert;
import imr.avro.SpikeEvent;
import imr.avro.SpikeState;
import imr.avro.SpikeStatus;
import imr.avro.SpikeWindow;
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
    private final Level anchor;
    private final Level tip;
    private final Ring ring;
    private final List<Published> published = new ArrayList<>();
    private long lateDropped;

    /** The window that is taken, and who is told what comes of it. */
    private record Row(long start, Consumer<SpikeAlert> alerts) {}

    /**
     * The detector of a key that nothing is known about.
     *
     * @param key begins the ids of its alerts
     * @param zone whose days people are told
     */
    public SpikeDetector(String key, SpikeParameters parameters, ZoneId zone) {
        this(key, parameters, zone, new Level(), new Level());
    }

    private SpikeDetector(String key, SpikeParameters parameters, ZoneId zone, Level anchor, Level tip) {
        this.key = key;
        this.parameters = parameters;
        this.records = new AlertRecords(key, zone);
        this.anchor = anchor;
        this.tip = tip;
        this.ring = new Ring(parameters.ring());
    }

    /** A detector that goes on where another of that key was. */
    public static SpikeDetector of(SpikeState state, String key, SpikeParameters parameters, ZoneId zone) {
        SpikeDetector detector =
                new SpikeDetector(key, parameters, zone, Level.of(state.getAnchor()), Level.of(state.getTip()));
        for (SpikeWindow window : state.getRing()) {
            detector.ring.put(window.getStart().toEpochMilli(), window.getUpheld(), window.getOverturned());
        }
        state.getPublished().forEach(alert -> detector.published.add(Published.of(alert)));
        detector.lateDropped = state.getLateDropped();
        return detector;
    }

    /** All that it keeps. */
    public SpikeState state() {
        return SpikeState.newBuilder()
                .setAnchor(anchor.state())
                .setTip(tip.state())
                .setRing(ring.windows())
                .setPublished(published.stream().map(Published::alert).toList())
                .setLateDropped(lateDropped)
                .build();
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
        Row row = new Row(start, alerts);
        switch (ring.put(start, upheld, overturned)) {
            case NONE -> {}
            case APPENDED -> {
                List<Episode> episodes = new ArrayList<>(2);
                tip.fold(start, (double) upheld, (double) overturned, parameters, episodes);
                tell(episodes, false, row);
            }
            case REVISED -> tell(refold(), true, row);
        }
        forget();
    }

    /** Corrections that came too late to be taken into account. */
    public long lateDropped() {
        return lateDropped;
    }

    private List<Episode> refold() {
        List<Episode> episodes = new ArrayList<>();
        tip.become(anchor);
        for (int i = 0; i < ring.size(); i++) {
            ring.fold(i, tip, parameters, episodes);
        }
        return episodes;
    }

    /** Windows that fall out of the ring are final. */
    private void forget() {
        while (ring.size() > parameters.ring()) {
            ring.fold(0, anchor, parameters, new ArrayList<>(1));
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
    private void tell(List<Episode> closed, boolean all, Row row) {
        List<Episode> episodes = new ArrayList<>(closed);
        Episode open = tip.openEpisode();
        if (open != null) {
            episodes.add(open);
        }
        boolean[] told = new boolean[published.size()];
        for (Episode episode : episodes) {
            int match = match(episode, told);
            if (match < 0) {
                tellFirst(episode, row);
            } else {
                told[match] = true;
                tellAgain(match, episode, row);
            }
        }
        for (int i = 0; all && i < told.length; i++) {
            Published before = published.get(i);
            if (!told[i] && !before.isRetracted()) {
                published.set(i, publish(SpikeEvent.RETRACT, before, SpikeStatus.RETRACTED, before.episode(), row));
            }
        }
    }

    /** The one that was told of and overlaps; rather one that holds than one that was taken back. */
    private int match(Episode episode, boolean[] told) {
        int takenBack = -1;
        for (int i = 0; i < told.length; i++) {
            Published alert = published.get(i);
            if (!told[i] && alert.episode().overlaps(episode)) {
                if (!alert.isRetracted()) {
                    return i;
                }
                takenBack = takenBack < 0 ? i : takenBack;
            }
        }
        return takenBack;
    }

    /** One that opened and closed before anything was told of it is told of twice. */
    private void tellFirst(Episode episode, Row row) {
        SpikeAlert first = records.of(SpikeEvent.OPEN, newId(episode), 0, status(episode), episode, row.start());
        row.alerts().accept(first);
        Published alert = Published.of(first);
        published.add(alert.isOpen() ? alert : publish(SpikeEvent.RESOLVE, alert, status(episode), episode, row));
    }

    private String newId(Episode episode) {
        String id = key + "@" + Instant.ofEpochMilli(episode.opened());
        String free = id;
        for (int another = 2; isTaken(free); another++) {
            free = id + "#" + another;
        }
        return free;
    }

    private boolean isTaken(String id) {
        return published.stream().anyMatch(alert -> alert.id().equals(id));
    }

    private void tellAgain(int index, Episode episode, Row row) {
        Published before = published.get(index);
        SpikeEvent event = change(before, episode);
        if (event != null) {
            published.set(index, publish(event, before, status(episode), episode, row));
        }
    }

    private Published publish(SpikeEvent event, Published before, SpikeStatus status, Episode episode, Row row) {
        SpikeAlert alert = records.of(event, before.id(), before.nextRevision(), status, episode, row.start());
        row.alerts().accept(alert);
        return Published.of(alert);
    }

    private static SpikeStatus status(Episode episode) {
        return episode.closed() == null ? SpikeStatus.OPEN : SpikeStatus.CLOSED;
    }

    /** What has changed; null for nothing that people were told. */
    private static @Nullable SpikeEvent change(Published before, Episode now) {
        if (before.isRetracted() || (now.closed() == null && !before.isOpen())) {
            return SpikeEvent.REOPEN;
        }
        if (now.closed() != null && before.isOpen()) {
            return SpikeEvent.RESOLVE;
        }
        if (now.severity().compareTo(before.episode().severity()) > 0) {
            return SpikeEvent.ESCALATE;
        }
        return now.looksLike(before.episode()) ? null : SpikeEvent.UPDATE;
    }
}
