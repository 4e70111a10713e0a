package imr.runtime;

import imr.config.Settings.WhenEmpty;
import imr.names.StoreNames;
import imr.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds letters back while a reference topic is empty, and lets them pass by itself once both are filled and nothing has
 * come for a moment. The process stays in its group meanwhile, and ends as at any other time.
 */
public final class ReferenceGate implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_REMINDERS = 60;

    private static final Logger log = LoggerFactory.getLogger(ReferenceGate.class);

    private final KafkaStreams streams;
    /** Topics by the global store that each fills; none where emptiness holds nothing back. */
    private final Map<String, String> topics;

    private final CountDownLatch closing = new CountDownLatch(1);
    private Map<String, Long> sizes = Map.of();
    private int looksSinceTold = LOOKS_BETWEEN_REMINDERS;

    private ReferenceGate(KafkaStreams streams, Map<String, String> topics) {
        this.streams = streams;
        this.topics = topics;
    }

    /** A gate that is shut until it is told to {@link #watch}; or, unless one is to wait, always open. */
    public static ReferenceGate of(KafkaStreams streams, Topics topics, WhenEmpty whenEmpty) {
        if (whenEmpty == WhenEmpty.BUNDLED) {
            return new ReferenceGate(streams, Map.of());
        }
        streams.pause();
        return new ReferenceGate(
                streams,
                new TreeMap<>(Map.of(
                        StoreNames.GUIDELINES, topics.guidelines().name(),
                        StoreNames.TREATMENTS, topics.treatments().name())));
    }

    /** Opens as soon as there is a reference. To be called when Kafka Streams is started. */
    public void watch() {
        if (topics.isEmpty()) {
            return;
        }
        look(true);
        Thread watcher = new Thread(this::keepLooking, "imr-reference-gate");
        watcher.setDaemon(true);
        watcher.start();
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void keepLooking() {
        try {
            while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look(false);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look(boolean first) {
        Map<String, Long> now = new TreeMap<>();
        try {
            topics.keySet().forEach(store -> now.put(store, size(store)));
        } catch (InvalidStateStoreException | IllegalStateException notReadable) {
            // It is starting or ending.
            return;
        }
        List<String> empty = new ArrayList<>();
        now.forEach((store, size) -> {
            if (size == 0) {
                empty.add(String.valueOf(topics.get(store)));
            }
        });
        if (!empty.isEmpty()) {
            streams.pause();
            tell(empty);
        } else if (streams.isPaused() && (first || now.equals(sizes))) {
            streams.resume();
            if (!first) {
                log.info("the reference is there; processing letters");
            }
            looksSinceTold = LOOKS_BETWEEN_REMINDERS;
        }
        sizes = now;
    }

    private void tell(List<String> empty) {
        if (looksSinceTold++ >= LOOKS_BETWEEN_REMINDERS) {
            looksSinceTold = 1;
            log.warn(
                    "no letter is processed while topic {} is empty (fill it with: imr reference load)",
                    String.join(" and topic ", empty));
        }
    }

    private long size(String store) {
        return streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()))
                .approximateNumEntries();
    }
}
