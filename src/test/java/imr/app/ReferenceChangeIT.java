package imr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.Treatment;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.ApicurioRegistry;
import imr.dev.EmbeddedBroker;
import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.guideline.Enricher;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.ParseResult.Parsed;
import imr.names.Headers;
import imr.names.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reference comes, changes and goes while letters flow, on a real broker and a real registry. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceChangeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WITHDRAWN = "MTUS_CHRONIC_PAIN_2009";
    private static final String RENAMED = "PHYSICAL_THERAPY";

    private final LetterGenerator generator = new LetterGenerator(20260101);
    private final List<Guideline> guidelines = BundledGuidelines.load();
    private final List<Treatment> treatments = BundledTreatments.load();

    private Path folder;
    private ApicurioRegistry registry;
    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        registry = ApicurioRegistry.start();
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
    }

    @AfterAll
    void stop() throws Exception {
        if (broker != null) {
            broker.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void everyItemIsEnrichedByOneVersionFromTheFirstToTheLastLetter() throws Exception {
        Settings settings = settings("flow.", 3, 2);
        Enricher before = Enricher.of(guidelines, treatments);
        Enricher after = Enricher.of(withoutWithdrawn(), withRenamed());
        List<GeneratedLetter> letters = new ArrayList<>();
        Map<String, DisputedItem> items = new TreeMap<>();
        try (TestTopics topics = TestTopics.create(settings);
                ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry());
                TopicReader reader = new TopicReader(broker.bootstrapServers())) {
            publish(topics, letters, 60);
            assertThat(stream.awaitRunning(Duration.ofSeconds(3)))
                    .as("without a reference, letters wait")
                    .isFalse();
            assertThat(topics.lettersLeft()).isEqualTo(60);

            topics.publishReference();
            await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);

            Topics names = stream.topics();
            topics.publish(names.guidelines(), WITHDRAWN, null);
            topics.publish(names.treatments(), RENAMED, renamed());
            await().atMost(PATIENCE).until(() -> {
                publish(topics, letters, 20);
                reader.readInto(names.disputedItems(), items);
                return items.values().stream()
                        .anyMatch(item -> after.referenceVersion().equals(item.getReferenceVersion()));
            });
            publish(topics, letters, 60);
            await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
            reader.readInto(names.disputedItems(), items);
            assertThat(stream.failure()).isEmpty();
        }

        Map<String, DisputedItem> byBefore = enriched(letters, before);
        Map<String, DisputedItem> byAfter = enriched(letters, after);
        assertThat(items.keySet()).isEqualTo(byBefore.keySet());
        items.forEach((key, item) -> assertThat(item)
                .as(key)
                .isEqualTo(
                        (item.getReferenceVersion().equals(before.referenceVersion()) ? byBefore : byAfter).get(key)));
        assertThat(versions(items, letters.subList(0, 60))).containsExactly(before.referenceVersion());
        assertThat(versions(items, letters.subList(letters.size() - 60, letters.size())))
                .containsExactly(after.referenceVersion());
        assertThat(items.values())
                .anyMatch(item ->
                        "renamed therapy".equals(item.getClassification().getTreatmentName()));
    }

    @Test
    void theOrderOfLettersPartitionsAndReferenceRecordsDoesNotMatter() throws Exception {
        List<GeneratedLetter> letters = letters(0, 200);
        Map<String, DisputedItem> expected = enriched(letters, Enricher.bundled());

        assertThat(itemsOf(settings("first.", 1, 1), letters, new Random(1))).isEqualTo(expected);
        assertThat(itemsOf(settings("second.", 5, 2), letters, new Random(2))).isEqualTo(expected);
        assertThat(itemsOf(settings("third.", 3, 3), letters, new Random(3))).isEqualTo(expected);
    }

    @Test
    void aProcessThatWaitsForAReferenceEndsAtOnceWhenItIsTold() throws Exception {
        Settings settings = settings("waiting.", 1, 1);
        try (TestTopics topics = TestTopics.create(settings)) {
            publish(topics, new ArrayList<>(), 5);
            ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry());
            assertThat(stream.awaitRunning(Duration.ofSeconds(2))).isFalse();

            Instant told = Instant.now();
            stream.close();

            assertThat(stream.awaitEnd()).isEmpty();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void bundledTablesAreUsedWhileTheTopicsAreEmptyIfTheSettingSaysSo() throws Exception {
        Settings settings = settings("bundled.", 2, 1, Map.of("imr.reference.when-empty", "bundled"));
        List<GeneratedLetter> letters = new ArrayList<>();
        Map<String, DisputedItem> items = new TreeMap<>();
        try (TestTopics topics = TestTopics.create(settings);
                ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry());
                TopicReader reader = new TopicReader(broker.bootstrapServers())) {
            publish(topics, letters, 30);
            await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
            reader.readInto(stream.topics().disputedItems(), items);
        }

        assertThat(items).isEqualTo(enriched(letters, Enricher.bundled()));
    }

    /** What a process makes of letters and a reference that were published in any order, one among the other. */
    private Map<String, DisputedItem> itemsOf(Settings settings, List<GeneratedLetter> letters, Random order)
            throws Exception {
        Map<String, DisputedItem> items = new TreeMap<>();
        try (TestTopics topics = TestTopics.create(settings);
                TopicReader reader = new TopicReader(broker.bootstrapServers())) {
            List<Runnable> records = new ArrayList<>();
            letters.forEach(letter -> records.add(() -> publish(topics, letter)));
            Topics names = topics.names();
            treatments.forEach(one -> records.add(() -> topics.publish(names.treatments(), one.getId(), one)));
            guidelines.forEach(one -> records.add(() -> topics.publish(names.guidelines(), one.getId(), one)));
            Collections.shuffle(records, order);
            records.forEach(Runnable::run);
            topics.flush();
            try (ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry())) {
                await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
                reader.readInto(stream.topics().disputedItems(), items);
            }
        }
        return items;
    }

    private void publish(TestTopics topics, List<GeneratedLetter> published, int count) {
        for (GeneratedLetter letter : letters(published.size(), count)) {
            publish(topics, letter);
            published.add(letter);
        }
        topics.flush();
    }

    private static void publish(TestTopics topics, GeneratedLetter letter) {
        topics.publish(letter.key(), letter.text(), letter.headers(), Instant.parse("2017-02-14T12:00:00Z"));
    }

    private List<GeneratedLetter> letters(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(generator::letter).toList();
    }

    private static Map<String, DisputedItem> enriched(List<GeneratedLetter> letters, Enricher enricher) {
        Map<String, DisputedItem> items = new TreeMap<>();
        for (GeneratedLetter letter : letters) {
            enricher.enrich(parsed(letter)).getItems().forEach(item -> items.put(key(item), item));
        }
        return items;
    }

    private static Set<String> versions(Map<String, DisputedItem> items, List<GeneratedLetter> letters) {
        Set<String> versions = new TreeSet<>();
        for (GeneratedLetter letter : letters) {
            parsed(letter)
                    .getItems()
                    .forEach(item -> versions.add(items.get(key(item)).getReferenceVersion()));
        }
        return versions;
    }

    private static Determination parsed(GeneratedLetter letter) {
        LetterOrigin origin = new LetterOrigin(letter.key(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR));
        return ((Parsed) LetterParser.parse(letter.text(), origin, LetterParser.DEFAULT_MAX_BYTES)).determination();
    }

    private static String key(DisputedItem item) {
        return item.getLetterId() + "#" + item.getPosition();
    }

    private List<Guideline> withoutWithdrawn() {
        List<Guideline> rest = guidelines.stream()
                .filter(guideline -> !guideline.getId().equals(WITHDRAWN))
                .toList();
        assertThat(rest).hasSize(guidelines.size() - 1);
        return rest;
    }

    private List<Treatment> withRenamed() {
        return treatments.stream()
                .map(treatment -> treatment.getId().equals(RENAMED) ? renamed() : treatment)
                .toList();
    }

    private Treatment renamed() {
        Treatment therapy = treatments.stream()
                .filter(treatment -> treatment.getId().equals(RENAMED))
                .findFirst()
                .orElseThrow();
        List<String> aliases = new ArrayList<>(therapy.getAliases());
        aliases.add(therapy.getName());
        return Treatment.newBuilder(therapy)
                .setName("renamed therapy")
                .setAliases(aliases)
                .build();
    }

    private Settings settings(String prefix, int partitions, int threads) {
        return settings(prefix, partitions, threads, Map.of());
    }

    private Settings settings(String prefix, int partitions, int threads, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "imr.application-id", prefix + "app",
                "imr.topic-prefix", prefix,
                "imr.state-dir", folder.resolve(prefix + "state").toString(),
                "imr.threads", Integer.toString(threads),
                "imr.partitions", Integer.toString(partitions),
                "imr.replication-factor", "1",
                "imr.commit-interval-ms", "200"));
        all.putAll(more);
        return SettingsLoader.load(null, Map.of(), all);
    }
}
