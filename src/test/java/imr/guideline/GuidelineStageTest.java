package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineStageTest {
    private static final Serde<Guideline> GUIDELINES = avro(Guideline.class);
    private static final Serde<Determination> LETTERS = avro(Determination.class);

    @TempDir
    Path state;

    private final Unresolved events = new Unresolved();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Guideline> reference;
    private TestInputTopic<String, Determination> letters;
    private TestOutputTopic<String, Determination> enriched;

    @BeforeEach
    void start() {
        GuidelineStage stage = new GuidelineStage(events);
        StreamsBuilder builder = new StreamsBuilder();
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(StoreNames.GUIDELINES), Serdes.String(), GUIDELINES),
                "guidelines",
                Consumed.with(Serdes.String(), GUIDELINES),
                stage.storeUpdates());
        builder.stream("letters", Consumed.with(Serdes.String(), LETTERS))
                .process(stage)
                .to("enriched", Produced.with(Serdes.String(), LETTERS));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "guideline-stage");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(builder.build(), properties);
        reference = driver.createInputTopic("guidelines", Serdes.String().serializer(), GUIDELINES.serializer());
        letters = driver.createInputTopic("letters", Serdes.String().serializer(), LETTERS.serializer());
        enriched = driver.createOutputTopic("enriched", Serdes.String().deserializer(), LETTERS.deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void resolvesCitationsFromTheReferenceTopic() {
        publish(BundledGuidelines.load());

        letters.pipeInput("CM17-0000001", kneeLetter());

        assertThat(resolution(enriched.readValue()).getGuidelineId()).isEqualTo("MTUS_KNEE_2004");
        assertThat(events.citations).isZero();
        assertThat(events.treatments).isZero();
    }

    @Test
    void aChangeOfTheReferenceTakesEffectOnTheNextLetter() {
        letters.pipeInput("CM17-0000001", kneeLetter());
        publish(BundledGuidelines.load());
        letters.pipeInput("CM17-0000001", kneeLetter());
        reference.pipeInput("MTUS_KNEE_2004", null);
        letters.pipeInput("CM17-0000001", kneeLetter());

        assertThat(enriched.readValuesToList())
                .extracting(letter -> resolution(letter).getMethod())
                .containsExactly(ResolutionMethod.UNRESOLVED, ResolutionMethod.EXACT, ResolutionMethod.UNRESOLVED);
    }

    @Test
    void contentsThatNoUpdateAnnouncedAreFoundByTheFirstLetter() {
        for (Guideline guideline : BundledGuidelines.load()) {
            driver.<String, Guideline>getKeyValueStore(StoreNames.GUIDELINES).put(guideline.getId(), guideline);
        }

        letters.pipeInput("CM17-0000001", kneeLetter());

        assertThat(resolution(enriched.readValue()).getMethod()).isEqualTo(ResolutionMethod.EXACT);
    }

    @Test
    void reportsWhatItCannotResolve() {
        publish(BundledGuidelines.load());

        letters.pipeInput(
                "CM17-0000001",
                LetterFixture.letter(
                        "Moonlight",
                        CitationFixture.nonMtus("a leaflet").build(),
                        CitationFixture.mtus("Astrology").build(),
                        CitationFixture.mtus("Knee Complaints").build()));

        assertThat(events.citations).isEqualTo(2);
        assertThat(events.treatments).isEqualTo(1);
    }

    private void publish(List<Guideline> guidelines) {
        guidelines.forEach(guideline -> reference.pipeInput(guideline.getId(), guideline));
    }

    private static Determination kneeLetter() {
        return LetterFixture.letter(
                "Knee brace",
                CitationFixture.nonMtus("ODG").build(),
                CitationFixture.mtus("Knee Complaints").edition(2004).build());
    }

    private static GuidelineResolution resolution(Determination letter) {
        return letter.getItems().get(0).getReviewerCitations().get(0).getResolution();
    }

    private static <T extends SpecificRecord> Serde<T> avro(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    if (value == null) {
                        return null;
                    }
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
                    try {
                        new SpecificDatumWriter<>(type).write(value, encoder);
                        encoder.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return bytes.toByteArray();
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null
                                ? null
                                : new SpecificDatumReader<>(type)
                                        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Counts what could not be resolved. */
    private static final class Unresolved implements StageEvents {
        private int citations;
        private int treatments;

        @Override
        public void citationUnresolved() {
            citations++;
        }

        @Override
        public void treatmentUnresolved() {
            treatments++;
        }

        @Override
        public void letterRead(LetterFormat format, int items) {}

        @Override
        public void letterWarning(String code) {}

        @Override
        public void letterRepeated() {}

        @Override
        public void letterAmended() {}

        @Override
        public void letterKeyMismatch() {}

        @Override
        public void itemDecided(Decision decision) {}

        @Override
        public void deadLettered(String stage, String code) {}
    }
}
