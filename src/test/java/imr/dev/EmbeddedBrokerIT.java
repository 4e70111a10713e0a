package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerIT {
    private static final String TOPIC = "greetings";

    @Test
    void readCommittedConsumerSeesCommittedRecordsOnly(@TempDir Path directory) throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker);

            inTransaction(broker, producer -> {
                send(producer, "dropped");
                producer.abortTransaction();
            });
            inTransaction(broker, producer -> {
                send(producer, "kept");
                producer.commitTransaction();
            });

            assertThat(readCommitted(broker, 1)).containsExactly("kept");
        }
    }

    @Test
    void preferredPortIsUsedWhenFree(@TempDir Path directory) throws IOException {
        int free;
        try (var socket = listen()) {
            free = socket.getLocalPort();
        }

        try (var broker = EmbeddedBroker.start(directory, free)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + free);
        }
    }

    @Test
    void takenPreferredPortFallsBackToAnother(@TempDir Path directory) throws Exception {
        try (var taken = listen();
                var broker = EmbeddedBroker.start(directory, taken.getLocalPort())) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:").doesNotEndWith(":" + taken.getLocalPort());
            createTopic(broker);
            assertThat(topics(broker)).containsExactly(TOPIC);
        }
    }

    @Test
    void twoBrokersAtOnceAreStrangers(@TempDir Path directory) throws Exception {
        try (var one = EmbeddedBroker.start(directory.resolve("one"), 0);
                var other = EmbeddedBroker.start(directory.resolve("other"), 0)) {
            createTopic(one);

            assertThat(topics(one)).containsExactly(TOPIC);
            assertThat(topics(other)).isEmpty();
        }
    }

    @Test
    void sameDirectoryIsUsedAgainWithItsTopicsAndWithoutWaiting(@TempDir Path directory) throws Exception {
        // A broker that didn't sign off would hold its place for this long, which is longer than the test may take.
        var longSession = Map.of("broker.session.timeout.ms", "300000");
        try (var broker = EmbeddedBroker.start(directory, 0, longSession)) {
            createTopic(broker);
            inTransaction(broker, producer -> {
                send(producer, "kept");
                producer.commitTransaction();
            });
        }

        try (var again = EmbeddedBroker.start(directory, 0, longSession)) {
            assertThat(readCommitted(again, 1)).containsExactly("kept");
        }
    }

    @Test
    void directoryOfARunningBrokerIsRefusedAndLeftAlone(@TempDir Path directory) throws Exception {
        try (var running = EmbeddedBroker.start(directory, 0)) {
            createTopic(running);

            assertThat(catchThrowable(() -> EmbeddedBroker.start(directory, 0))).hasMessageContaining("lock");

            assertThat(topics(running)).containsExactly(TOPIC);
            inTransaction(running, producer -> {
                send(producer, "kept");
                producer.commitTransaction();
            });
            assertThat(readCommitted(running, 1)).containsExactly("kept");
        }
    }

    @Test
    void extraSettingsReplaceTheDefaults(@TempDir Path directory) throws Exception {
        try (var broker = EmbeddedBroker.start(
                        directory, 0, Map.of("offsets.topic.num.partitions", "7", "node.id", "9"));
                var admin = admin(broker)) {
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");

            var configs = admin.describeConfigs(Set.of(node))
                    .all()
                    .get(20, TimeUnit.SECONDS)
                    .values();

            assertThat(configs).singleElement().satisfies(config -> {
                assertThat(config.get("offsets.topic.num.partitions").value()).isEqualTo("7");
                assertThat(config.get("node.id").value()).isEqualTo("1");
            });
        }
    }

    @Test
    void nothingListensAfterClose(@TempDir Path directory) throws IOException {
        var broker = EmbeddedBroker.start(directory, 0);
        int port = Integer.parseInt(broker.bootstrapServers().substring(Loopback.HOST.length() + 1));

        broker.close();
        broker.close();

        try (var socket = new ServerSocket()) {
            socket.bind(Loopback.address(port));
            assertThat(socket.isBound()).isTrue();
        }
    }

    private static ServerSocket listen() throws IOException {
        var socket = new ServerSocket();
        socket.bind(Loopback.address(0));
        return socket;
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get(20, TimeUnit.SECONDS);
        }
    }

    private static Set<String> topics(EmbeddedBroker broker) throws Exception {
        try (var admin = admin(broker)) {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        }
    }

    private static void inTransaction(EmbeddedBroker broker, Consumer<KafkaProducer<String, String>> work) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "greeter");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            work.accept(producer);
        }
    }

    private static void send(KafkaProducer<String, String> producer, String value) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<String> readCommitted(EmbeddedBroker broker, int atLeast) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "readers",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < atLeast && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofMillis(100))) {
                    values.add(read.value());
                }
            }
            consumer.poll(Duration.ofMillis(300)).forEach(extra -> values.add(extra.value()));
        }
        return values;
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
