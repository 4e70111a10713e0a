package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.DrugClass;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import imr.config.Settings.WhenEmpty;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidelineStageTest {
    private static final Serde<Guideline> GUIDELINES = avro(Guideline.class);
    private static final Serde<Treatment> TREATMENTS = avro(Treatment.class);
    private static final Serde<Determination> LETTERS = avro(Determination.class);

    @TempDir
    Path state;

    private final Told events = new Told();
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
        assertThat(events.citations).containsExactly(ResolutionMethod.ALIAS, ResolutionMethod.EXACT);
        assertThat(events.warnings).isEmpty();
        assertThat(events.unnamed).isEmpty();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Chronic Pain Medical Treatment | Muscle relaxants (for pain) | 63 | EXACT | Muscle relaxants (for pain) | -",
                "Chronic Pain Medical Treatment Guidelines | Muscle relaxants (for pain) | - | ALIAS | Muscle relaxants (for pain) | -",
                "Chronic Pain Medical Treatment | - | 63 | PAGE | Muscle relaxants (for pain) | -",
                "Chronic Pain Medical Treat ment | Muscle relaxants (for pain) | - | REPAIRED | Muscle relaxants (for pain) | -",
                "Knee Complaints | Inital Care | - | REPAIRED | Initial Care | -",
                "Astrology | Moon phases | 5 | UNRESOLVED | - | -",
                "Chronic Pain Medical Treatment | Muscle relaxants (for pain) | 128 | EXACT | Muscle relaxants (for pain) | PAGE_OUT_OF_RANGE",
                "Chronic Pain Medical Treatment | - | 128 | EXACT | - | PAGE_OUT_OF_RANGE",
                "Chronic Pain Medical Treatment | Muscle relaxants (for pain) | 13 | EXACT | Muscle relaxants (for pain) | PAGE_TOPIC_MISMATCH",
                "Knee Complaints | Moon phases | - | EXACT | - | SECTION_UNKNOWN"
            })
    void aCitationSaysHowItWasFoundAndWhatDoesNotFit(
            String chapter, String section, Integer page, ResolutionMethod method, String found, String warning) {
        publishBundled();
        CitationFixture citation = CitationFixture.mtus(chapter);
        if (section != null) {
            citation.section(section);
        }
        if (page != null) {
            citation.page(page);
        }

        GuidelineResolution resolution = resolution(itemOf(letterOf2015("Knee brace", citation.build())));

        assertThat(resolution.getMethod()).isEqualTo(method);
        assertThat(resolution.getSections()).isEqualTo(listOf(found));
        assertThat(resolution.getWarnings()).isEqualTo(listOf(warning));
        assertThat(resolution.getGuidelineId() == null).isEqualTo(method == ResolutionMethod.UNRESOLVED);
        assertThat(events.citations).containsExactly(method);
        assertThat(events.warnings).isEqualTo(listOf(warning));
    }

    @ParameterizedTest
    @CsvSource({
        "Moonlight,OTHER,",
        "Zorbivex 20mg #60,PHARMACEUTICALS,OTHER_DRUG",
        "Zorbivex 3%/Flimm 2% 60gm,PHARMACEUTICALS,TOPICAL_COMPOUNDS",
        "Left tympanoplasty,SURGERY,"
    })
    void aTreatmentWithoutANameIsWarnedOfAndCounted(String request, ServiceCategory category, DrugClass drugClass) {
        publishBundled();

        DisputedItem item = itemOf(letterOf2015(request));

        assertThat(item.getClassification().getTreatmentName()).isNull();
        assertThat(item.getClassification().getServiceCategory()).isEqualTo(category);
        assertThat(item.getClassification().getDrugClass()).isEqualTo(drugClass);
        assertThat(item.getClassification().getWarnings()).containsExactly("TREATMENT_UNRESOLVED");
        assertThat(events.unnamed).containsExactly(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Norco 10/325mg #60", "Cyclobenzapine 10mg", "Associated surgical service: moonlight"})
    void aTreatmentWithANameHasNoWarning(String request) {
        publishBundled();

        assertThat(itemOf(letterOf2015(request)).getClassification().getWarnings())
                .isEmpty();
        assertThat(events.unnamed).isEmpty();
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

    /** A letter whose citations without a year are those of the editions of 2009. */
    private static Determination letterOf2015(String request, Citation... reviewers) {
        Determination letter = LetterFixture.letter(
                request, CitationFixture.of(CitationSource.NONE).build(), reviewers);
        DisputedItem item = letter.getItems().get(0);
        Letter head = Letter.newBuilder(item.getLetter())
                .setDecisionDate(LocalDate.of(2015, 3, 31))
                .build();
        return Determination.newBuilder(letter)
                .setItems(List.of(DisputedItem.newBuilder(item).setLetter(head).build()))
                .build();
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
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

    /** What the stage reported. */
    private static final class Told implements StageEvents {
        private final List<ResolutionMethod> citations = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<ServiceCategory> unnamed = new ArrayList<>();
        private int references;

        @Override
        public void citationLookedUp(ResolutionMethod method) {
            citations.add(method);
        }

        @Override
        public void citationWarning(String code) {
            warnings.add(code);
        }

        @Override
        public void treatmentUnresolved(ServiceCategory category) {
            unnamed.add(category);
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
