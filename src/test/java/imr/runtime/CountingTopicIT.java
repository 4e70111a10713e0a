package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import imr.config.Settings;
import imr.dev.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On what terms a state was counted, agreed on through a real broker. */
@Timeout(180)
class CountingTopicIT {

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theFirstTermsHoldForAllWhoComeLater() {
        String first = agree("first", Map.of());

        assertThat(agree("first", Map.of())).isEqualTo(first);
        assertThatExceptionOfType(TermsException.class)
                .isThrownBy(() -> agree("first", Map.of("imr.zone", "UTC", "imr.event-time", "decision-date")))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(
                                "imr.event-time is decision-date, but the state was counted with record",
                                "imr.zone is UTC, but the state was counted with America/Los_Angeles",
                                "letters counted both ways would be mixed in the state of application first (set it back, or"
                                        + " count from the beginning: with another imr.application-id and"
                                        + " imr.topic-prefix, or after: imr reset)"));
        assertThat(agree("first", Map.of())).isEqualTo(first);
    }

    @Test
    void ofInstancesThatStartAtOnceWithDifferentTermsOneKindWins() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 3; round++) {
                String application = "race-" + round;
                List<Callable<String>> starts = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    String zone = i % 2 == 0 ? "UTC" : "America/New_York";
                    starts.add(() -> agree(application, Map.of("imr.zone", zone)) + " " + zone);
                }
                Set<String> agreed = new HashSet<>();
                int refused = 0;
                for (Future<String> start : instances.invokeAll(starts)) {
                    try {
                        agreed.add(start.get());
                    } catch (ExecutionException failed) {
                        assertThat(failed.getCause()).isInstanceOf(TermsException.class);
                        refused++;
                    }
                }
                assertThat(agreed).as("one state of one zone").hasSize(1);
                assertThat(refused).isEqualTo(3);
            }
        } finally {
            instances.shutdownNow();
        }
    }

    @Test
    void stateThatNothingIsKnownAboutIsRefused() {
        Settings settings = settings("unknown", Map.of());
        try (Brokers brokers = Brokers.connect(settings)) {
            brokers.ask(brokers.admin()
                    .createTopics(List.of(new NewTopic("unknown-ledger-changelog", 1, (short) 1)))
                    .all());
        }

        assertThatExceptionOfType(TermsException.class)
                .isThrownBy(() -> agree("unknown", Map.of()))
                .withMessageStartingWith(
                        "application unknown has state, but nothing says with which settings it was counted")
                .withMessageContaining("imr reset");
    }

    @Test
    void nobodyStartsWhileAResetIsNotFinishedUnlessItIsTakenBack() {
        String before = agree("half", Map.of());
        Settings settings = settings("half", Map.of());
        try (Brokers brokers = Brokers.connect(settings)) {
            CountingTopic topic = new CountingTopic(settings, brokers);

            topic.beginReset();

            assertThatExceptionOfType(TermsException.class)
                    .isThrownBy(() -> agree("half", Map.of()))
                    .withMessage("a reset of application half was begun and is not finished (end it with: imr reset)");

            topic.cancelReset();
        }
        assertThat(agree("half", Map.of())).isEqualTo(before);
    }

    @Test
    void aFolderOfAnotherStateIsDeletedAndOneOfTheSameKept() throws Exception {
        Settings settings = settings(
                "folders", Map.of("imr.state-dir", folder.resolve("state").toString()));
        LocalState local = new LocalState(settings);
        Path store = local.folder().resolve("1_0").resolve("store");
        Files.createDirectories(store);

        local.keepOnlyOf("one");
        assertThat(store).as("of no known state").doesNotExist();
        Files.createDirectories(store);
        local.keepOnlyOf("one");
        assertThat(store).exists();
        local.keepOnlyOf("two");
        assertThat(store).doesNotExist();
    }

    private static String agree(String application, Map<String, String> flags) {
        Settings settings = settings(application, flags);
        try (Brokers brokers = Brokers.connect(settings)) {
            return new CountingTopic(settings, brokers).agree(CountingTerms.of(settings, "imr.letters", 6));
        }
    }

    private static Settings settings(String application, Map<String, String> flags) {
        Map<String, String> all = new HashMap<>(flags);
        all.put("kafka.bootstrap.servers", broker.bootstrapServers());
        all.put("imr.application-id", application);
        return TestSettings.with(all);
    }
}
