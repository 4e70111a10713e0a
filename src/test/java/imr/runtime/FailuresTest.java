package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import imr.avro.OutcomeMetrics;
import imr.config.Settings;
import imr.dev.EmbeddedRegistry;
import imr.names.RejectedException;
import imr.names.Topics;
import imr.serde.AvroSerde;
import imr.serde.RegistryException;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What comes of records that fail, in a topology with the nodes' real names and the real handlers. */
class FailuresTest {
    private static final String MARKER = "planted-marker";
    private static final Instant TIME = Instant.parse("2017-02-14T10:00:00Z");

    @TempDir
    Path state;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final RocksDbMemory memory = new RocksDbMemory(16 << 20);
    private EmbeddedRegistry server;
    private SchemaRegistry registry;
    private Topics topics;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRegistry.start(0);
        registry = SchemaRegistry.connect(server.url(), Map.of("max.retries", "0"));
        topics = Topics.of("imr.", registry);
        logged.start();
        ours().addAppender(logged);
    }

    @AfterEach
    void stop() {
        ours().detachAppender(logged);
        memory.close();
        registry.close();
        server.close();
    }

    @Test
    void aRefusedLetterGoesOutAsItCameInWithTheReason() {
        var headers = new RecordHeaders();
        headers.add("imr-claims-administrator", "Acme".getBytes(StandardCharsets.UTF_8));

        List<TestRecord<byte[], byte[]>> letters = run(
                Map.of("letter", record -> {
                    throw new RejectedException("letter", "NO_ITEMS", 3, 7);
                }),
                headers);

        TestRecord<byte[], byte[]> letter = letters.get(0);
        assertThat(letters).hasSize(1);
        assertThat(letter.key()).isEqualTo(bytes("CM16-0000001"));
        assertThat(letter.value()).isEqualTo(bytes("letter with " + MARKER));
        assertThat(letter.getRecordTime()).isEqualTo(TIME);
        assertThat(told(letter))
                .containsExactlyInAnyOrder(
                        "imr-claims-administrator=Acme",
                        "__streams.errors.exception=imr.names.RejectedException",
                        "__streams.errors.message=letter stage: NO_ITEMS at 3:7",
                        "__streams.errors.topic=imr.letters",
                        "__streams.errors.partition=0",
                        "__streams.errors.offset=0",
                        "imr.error.stage=letter",
                        "imr.error.code=NO_ITEMS",
                        "imr.error.line=3",
                        "imr.error.column=7");
        assertThat(meters.get("imr.dead.letters")
                        .tags("stage", "letter", "code", "NO_ITEMS")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "guideline"})
    void aSurpriseBeforeTheLedgerIsTheLettersFaultAndToldWithoutItsText(String node) {
        List<TestRecord<byte[], byte[]>> letters = run(
                Map.of(node, record -> {
                    throw new IllegalStateException("can't read " + MARKER, new RuntimeException(MARKER));
                }),
                new RecordHeaders());

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(bytes("letter with " + MARKER));
            assertThat(told(letter))
                    .contains(
                            "__streams.errors.exception=java.lang.IllegalStateException",
                            "__streams.errors.message=INTERNAL_ERROR in " + node,
                            "imr.error.code=INTERNAL_ERROR",
                            "imr.error.stage=" + node)
                    .anyMatch(header -> header.startsWith("__streams.errors.stacktrace=java.lang.IllegalStateException")
                            && header.contains("FailuresTest"))
                    .noneMatch(header -> header.contains(MARKER));
        });
        assertNothingLoggedHoldsTheMarker();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "tally"})
    void aSurpriseAtOrBehindTheLedgerStopsTheThread(String node) {
        assertThatThrownBy(() -> run(
                        Map.of(node, record -> {
                            throw new IllegalStateException();
                        }),
                        new RecordHeaders()))
                .isInstanceOf(StreamsException.class);

        assertNothingLoggedHoldsTheMarker();
    }

    @Test
    void aRefusalByTheLedgerIsADeadLetter() {
        List<TestRecord<byte[], byte[]>> letters = run(
                Map.of("ledger", record -> {
                    throw new RejectedException("ledger", "LATE");
                }),
                new RecordHeaders());

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(bytes("letter with " + MARKER));
            assertThat(told(letter))
                    .contains("imr.error.code=LATE")
                    .noneMatch(header -> header.startsWith("imr.error.line"));
        });
    }

    @Test
    void aRefusalAfterSomethingWasSentStopsTheThreadSinceTheLettersBytesAreGone() {
        assertThatThrownBy(() -> run(
                        Map.of("ledger", record -> {
                            record.forward().run();
                            throw new RejectedException("ledger", "LATE");
                        }),
                        new RecordHeaders()))
                .isInstanceOf(StreamsException.class);
    }

    @Test
    void faultsOfTheRegistryAndOfKafkaNeverMakeADeadLetter() {
        server.close();
        AvroSerde<OutcomeMetrics> cold = AvroSerde.ofValues(registry, OutcomeMetrics.class);

        assertThatThrownBy(() -> run(Map.of("letter", record -> cold.prepare("x")), new RecordHeaders()))
                .hasRootCauseInstanceOf(ConnectException.class)
                .hasStackTraceContaining(RegistryException.class.getName());
        assertThatThrownBy(() -> run(
                        Map.of("letter", record -> {
                            throw new SerializationException("state of another version");
                        }),
                        new RecordHeaders()))
                .isInstanceOf(StreamsException.class);
    }

    @Test
    void anEmptyRecordCanBeRefused() {
        try (var driver = driver(Map.of("letter", record -> {
            throw new RejectedException("letter", "EMPTY");
        }))) {
            input(driver).pipeInput((String) null, null, TIME);

            assertThat(output(driver).readRecordsToList())
                    .singleElement()
                    .satisfies(letter -> assertThat(told(letter)).contains("imr.error.code=EMPTY"));
        }
    }

    @Test
    void anItemThatCannotBeWrittenIsADeadLetterThatNamesItsPlace() {
        List<TestRecord<byte[], byte[]>> letters = run(
                Map.of("sink", record -> {
                    throw new SerializationException(MARKER);
                }),
                new RecordHeaders());

        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(told(letter))
                        .contains(
                                "imr.error.code=UNWRITABLE",
                                "imr.error.stage=output",
                                "__streams.errors.topic=imr.letters")
                        .noneMatch(header -> header.contains(MARKER)));
        assertNothingLoggedHoldsTheMarker();
    }

    @Test
    void aRegistryThatIsDownWhileAnItemIsWrittenStopsTheThread() {
        server.close();
        AvroSerde<OutcomeMetrics> cold = AvroSerde.ofValues(registry, OutcomeMetrics.class);

        assertThatThrownBy(() -> run(Map.of("sink", record -> cold.prepare("x")), new RecordHeaders()))
                .hasStackTraceContaining(RegistryException.class.getName());
    }

    private List<TestRecord<byte[], byte[]>> run(Map<String, Consumer<Passing>> misdeeds, Headers headers) {
        try (var driver = driver(misdeeds)) {
            input(driver).pipeInput(new TestRecord<>("CM16-0000001", "letter with " + MARKER, headers, TIME));
            return output(driver).readRecordsToList();
        }
    }

    private TopologyTestDriver driver(Map<String, Consumer<Passing>> misdeeds) {
        Settings settings = TestSettings.with(Map.of("imr.state-dir", state.toString()));
        return new TopologyTestDriver(
                topology(misdeeds), StreamsProperties.of(settings, topics, new Meters(meters), memory));
    }

    private static Topology topology(Map<String, Consumer<Passing>> misdeeds) {
        Serializer<byte[]> sink = (topic, data) -> {
            misdeeds.getOrDefault("sink", record -> {}).accept(new Passing(() -> {}));
            return data;
        };
        return new Topology()
                .addSource("letters", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "imr.letters")
                .addProcessor("letter", node("letter", misdeeds), "letters")
                .addProcessor("guideline", node("guideline", misdeeds), "letter")
                .addProcessor("ledger", node("ledger", misdeeds), "guideline")
                .addSink("items", "imr.disputed-items", new ByteArraySerializer(), sink, "ledger")
                .addProcessor("tally", node("tally", misdeeds), "ledger")
                .addSink(
                        "outcomes",
                        "imr.outcomes",
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        "tally");
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> node(
            String name, Map<String, Consumer<Passing>> misdeeds) {
        return () -> new ContextualProcessor<>() {
            @Override
            public void process(Record<byte[], byte[]> record) {
                if (misdeeds.containsKey(name)) {
                    misdeeds.get(name).accept(new Passing(() -> context().forward(record)));
                } else {
                    context().forward(record);
                }
            }
        };
    }

    /** A record at a node, which may be forwarded. */
    private record Passing(Runnable forward) {}

    private static TestInputTopic<String, String> input(TopologyTestDriver driver) {
        return driver.createInputTopic("imr.letters", new StringSerializer(), new StringSerializer());
    }

    private static TestOutputTopic<byte[], byte[]> output(TopologyTestDriver driver) {
        return driver.createOutputTopic("imr.letters.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<String> told(TestRecord<byte[], byte[]> letter) {
        List<String> told = new ArrayList<>();
        for (Header header : letter.headers()) {
            told.add(header.key() + "=" + new StringDeserializer().deserialize("", header.value()));
        }
        return told;
    }

    private void assertNothingLoggedHoldsTheMarker() {
        assertThat(logged.list).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain(MARKER);
            if (event.getThrowableProxy() != null) {
                assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .doesNotContain(MARKER);
            }
        });
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("imr");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
