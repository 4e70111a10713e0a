package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.Treatment;
import imr.config.Settings.WhenEmpty;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
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
    private static final Serde<Treatment> TREATMENTS = avro(Treatment.class);
    private static final Serde<Determination> LETTERS = avro(Determination.class);

    @TempDir
    Path state;

    private final Unresolved events = new Unresolved();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Guideline> guidelines;
    private TestInputTopic<String, Treatment> treatments;
    private TestInputTopic<String, Determination> letters;
    private TestOutputTopic<String, Determination> enriched;

    @BeforeEach
    void start() {
        start(WhenEmpty.WAIT);
    }

    private void start(WhenEmpty whenEmpty) {
        GuidelineStage stage = new GuidelineStage(events, whenEmpty);
        StreamsBuilder builder = new StreamsBuilder();
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(StoreNames.GUIDELINES), Serdes.String(), GUIDELINES),
                "guidelines",
                Consumed.with(Serdes.String(), GUIDELINES),
                stage.guidelineUpdates());
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StoreNames.TREATMENTS), Serdes.String(), TREATMENTS),
                "treatments",
                Consumed.with(Serdes.String(), TREATMENTS),
                stage.treatmentUpdates());
        builder.stream("letters", Consumed.with(Serdes.String(), LETTERS))
                .process(stage)
                .to("enriched", Produced.with(Serdes.String(), LETTERS));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "guideline-stage");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, state.resolve(whenEmpty.name()).toString());
        driver = new TopologyTestDriver(builder.build(), properties);
        guidelines = driver.createInputTopic("guidelines", Serdes.String().serializer(), GUIDELINES.serializer());
        treatments = driver.createInputTopic("treatments", Serdes.String().serializer(), TREATMENTS.serializer());
        letters = driver.createInputTopic("letters", Serdes.String().serializer(), LETTERS.serializer());
        enriched = driver.createOutputTopic("enriched", Serdes.String().deserializer(), LETTERS.deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void resolvesCitationsAndTreatmentsFromTheReferenceTopics() {
        publishBundled();

        DisputedItem item = itemOf(kneeLetter());

        assertThat(resolution(item).getGuidelineId()).isEqualTo("MTUS_KNEE_2004");
        assertThat(item.getClassification().getTreatmentName()).isEqualTo("knee brace");
        assertThat(item.getReferenceVersion()).isEqualTo(Enricher.bundled().referenceVersion());
        assertThat(events.citations).isZero();
        assertThat(events.treatments).isZero();
    }

    @Test
    void aChangeOfEitherTableTakesEffectWithoutARestart() {
        publishBundled();
        DisputedItem first = itemOf(kneeLetter());

        guidelines.pipeInput("MTUS_KNEE_2004", null);
        settle();
        DisputedItem second = itemOf(kneeLetter());
        Treatment brace = treatment("knee brace");
        treatments.pipeInput(brace.getId(), null);
        settle();
        DisputedItem third = itemOf(kneeLetter());
        treatments.pipeInput(
                brace.getId(),
                Treatment.newBuilder(brace)
                        .setName("stay")
                        .setAliases(List.of("knee brace"))
                        .build());
        settle();
        DisputedItem fourth = itemOf(kneeLetter());

        assertThat(List.of(first, second, third, fourth))
                .extracting(item -> resolution(item).getMethod())
                .containsExactly(
                        ResolutionMethod.EXACT,
                        ResolutionMethod.UNRESOLVED,
                        ResolutionMethod.UNRESOLVED,
                        ResolutionMethod.UNRESOLVED);
        assertThat(List.of(first, second, fourth))
                .extracting(item -> item.getClassification().getTreatmentName())
                .containsExactly("knee brace", "knee brace", "stay");
        assertThat(third.getClassification().getTreatmentName()).isNotEqualTo("knee brace");
        assertThat(List.of(first, second, third, fourth))
                .extracting(DisputedItem::getReferenceVersion)
                .doesNotHaveDuplicates();
    }

    @Test
    void takingAChangeBackGivesTheFormerVersionAgain() {
        publishBundled();
        DisputedItem before = itemOf(kneeLetter());

        treatments.pipeInput("EXTRA", extra());
        settle();
        DisputedItem between = itemOf(kneeLetter());
        treatments.pipeInput("EXTRA", null);
        settle();

        assertThat(itemOf(kneeLetter())).isEqualTo(before);
        assertThat(between.getReferenceVersion()).isNotEqualTo(before.getReferenceVersion());
    }

    @Test
    void aLoadTakesEffectAsAWholeWhenItHasEnded() {
        publishBundled();
        String before = itemOf(kneeLetter()).getReferenceVersion();

        for (int i = 0; i < 5; i++) {
            treatments.pipeInput("EXTRA" + i, extra());
            second();
            assertThat(itemOf(kneeLetter()).getReferenceVersion()).isEqualTo(before);
        }
        assertThat(events.references).isEqualTo(1);
        settle();

        assertThat(itemOf(kneeLetter()).getReferenceVersion()).isNotEqualTo(before);
        assertThat(events.references).isEqualTo(2);
    }

    @Test
    void changesThatNeverStopTakeEffectAfterHalfAMinute() {
        publishBundled();
        String before = itemOf(kneeLetter()).getReferenceVersion();

        for (int i = 0; i < 70; i++) {
            treatments.pipeInput("EXTRA" + i, extra());
            second();
        }

        assertThat(itemOf(kneeLetter()).getReferenceVersion()).isNotEqualTo(before);
        assertThat(events.references).isEqualTo(3);
    }

    @Test
    void theOrderInWhichTheReferenceCameDoesNotMatter() {
        List<Treatment> shuffled = new ArrayList<>(BundledTreatments.load());
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(treatment -> treatments.pipeInput(treatment.getId(), treatment));
        List<Guideline> reversed = new ArrayList<>(BundledGuidelines.load());
        Collections.reverse(reversed);
        reversed.forEach(guideline -> guidelines.pipeInput(guideline.getId(), guideline));

        assertThat(itemOf(kneeLetter()))
                .isEqualTo(Enricher.bundled().enrich(kneeLetter()).getItems().get(0));
    }

    @Test
    void noLetterIsEnrichedFromNothing() {
        BundledGuidelines.load().forEach(guideline -> guidelines.pipeInput(guideline.getId(), guideline));

        assertThatThrownBy(() -> letters.pipeInput("CM17-0000001", kneeLetter()))
                .rootCause()
                .isInstanceOf(RetriableException.class)
                .hasMessage("the reference is empty");
        assertThat(enriched.isEmpty()).isTrue();
    }

    @Test
    void aReferenceThatBecomesEmptyIsStillUsedAsItWas() {
        publishBundled();
        DisputedItem before = itemOf(kneeLetter());

        BundledTreatments.load().forEach(treatment -> treatments.pipeInput(treatment.getId(), null));
        settle();

        assertThat(itemOf(kneeLetter())).isEqualTo(before);
        assertThat(events.references).isEqualTo(1);
    }

    @Test
    void theBundledTableStandsInForAnEmptyOneIfItMay() {
        driver.close();
        start(WhenEmpty.BUNDLED);

        DisputedItem byBundled = itemOf(kneeLetter());
        treatments.pipeInput("EXTRA", extra());
        settle();
        DisputedItem byOneOfEach = itemOf(kneeLetter());

        assertThat(byBundled.getReferenceVersion()).isEqualTo(Enricher.bundled().referenceVersion());
        assertThat(byBundled.getClassification().getTreatmentName()).isEqualTo("knee brace");
        assertThat(resolution(byOneOfEach).getMethod()).isEqualTo(ResolutionMethod.EXACT);
        assertThat(byOneOfEach.getClassification().getTreatmentName()).isNotEqualTo("knee brace");
    }

    @Test
    void contentsThatNoUpdateAnnouncedAreFoundByTheFirstLetter() {
        for (Guideline guideline : BundledGuidelines.load()) {
            driver.<String, Guideline>getKeyValueStore(StoreNames.GUIDELINES).put(guideline.getId(), guideline);
        }
        BundledTreatments.load().forEach(treatment -> treatments.pipeInput(treatment.getId(), treatment));

        assertThat(resolution(itemOf(kneeLetter())).getMethod()).isEqualTo(ResolutionMethod.EXACT);
    }

    @Test
    void reportsWhatItCannotResolve() {
        publishBundled();

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

    private void publishBundled() {
        BundledGuidelines.load().forEach(guideline -> guidelines.pipeInput(guideline.getId(), guideline));
        BundledTreatments.load().forEach(treatment -> treatments.pipeInput(treatment.getId(), treatment));
    }

    private DisputedItem itemOf(Determination letter) {
        letters.pipeInput("CM17-0000001", letter);
        return enriched.readValue().getItems().get(0);
    }

    /** Lets so much time go by that a change is in use behind it. */
    private void settle() {
        second();
        second();
    }

    private void second() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    private static Treatment treatment(String name) {
        return BundledTreatments.load().stream()
                .filter(treatment -> treatment.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Treatment extra() {
        return Treatment.newBuilder().setId("EXTRA").setName("zorbivex").build();
    }

    private static Determination kneeLetter() {
        return LetterFixture.letter(
                "Knee brace",
                CitationFixture.nonMtus("ODG").build(),
                CitationFixture.mtus("Knee Complaints").edition(2004).build());
    }

    private static GuidelineResolution resolution(DisputedItem item) {
        return item.getReviewerCitations().get(0).getResolution();
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
        private int references;

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
        public void referenceInUse(int guidelines, int treatments, int problems) {
            references++;
        }

        @Override
        public void deadLettered(String stage, String code) {}
    }
}
