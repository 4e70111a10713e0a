package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Guideline;
import imr.cli.Shell.Ran;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The reference from its first load to a pruned table of one's own. */
@TestMethodOrder(OrderAnnotation.class)
class ReferenceIT {

    private static final int GUIDELINES = BundledGuidelines.load().size();
    private static final int TREATMENTS = BundledTreatments.load().size();
    private static final String COLUMNS = "id,source,title,year,aliases\n";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void theMissingTopicAndWhatMakesItAreNamed() {
        Ran diff = imr("diff");

        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(diff.err())
                .contains("imr.guidelines")
                .contains("imr topics create")
                .hasLineCount(1);
    }

    @Test
    @Order(2)
    void aDryRunPublishesNothing() {
        assertThat(run("topics", "create").exitCode()).isZero();

        Ran dry = imr("load", "--dry-run");
        Ran again = imr("diff");

        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.outLines())
                .containsExactly(
                        "imr.guidelines",
                        "  + all " + GUIDELINES + " (the topic is empty)",
                        "imr.treatments",
                        "  + all " + TREATMENTS + " (the topic is empty)");
        assertThat(again.out()).isEqualTo(dry.out());
        assertThat(exported("guidelines", "jsonl")).isEmpty();
    }

    @Test
    @Order(3)
    void theBundledReferenceIsPublishedOnce() {
        Ran first = imr("load");
        Ran second = imr("load");
        Ran diff = imr("diff");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err())
                .contains(GUIDELINES + " guidelines (", String.format(Locale.ROOT, "%,d treatments (", TREATMENTS))
                .contains("imr.treatments: " + TREATMENTS + " new, 0 changed, 0 the same, 0 only in the topic");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).doesNotContain("published");
        assertThat(diff.exitCode()).isZero();
        assertThat(diff.out()).isEmpty();
        assertThat(records("guidelines")).hasSize(GUIDELINES);
    }

    @Test
    @Order(4)
    void whatIsExportedIsWhatIsThere() throws Exception {
        for (String format : List.of("json", "jsonl", "csv")) {
            assertThat(exported("treatments", format))
                    .isEqualTo(run("reference", "export", "--bundled", "--format", format, "treatments")
                            .out());
        }
        Path guidelines = file("guidelines.csv", exported("guidelines", "csv"));
        Path sections = file("sections.csv", exported("sections", "csv"));

        assertThat(imr("diff", "--guidelines", guidelines.toString(), "--sections", sections.toString())
                        .out())
                .isEmpty();
        // Without a word on sections they stay.
        assertThat(imr("diff", "--guidelines", guidelines.toString()).out()).isEmpty();
    }

    @Test
    @Order(5)
    void ofATableOfOnesOwnOnlyTheChangedRecordsArePublished() throws Exception {
        Guideline bundled = BundledGuidelines.load().stream()
                .filter(guideline ->
                        guideline.getYear() != null && !guideline.getSections().isEmpty())
                .min(Comparator.comparing(Guideline::getId))
                .orElseThrow();
        Path own = file(
                "own.csv",
                COLUMNS + bundled.getId() + "," + bundled.getSource() + ",Another title," + bundled.getYear() + ",\n"
                        + "OWN,OTHER,Own guideline,2020,House rules | Rules of the house\n");

        Ran load = imr("load", "--guidelines", own.toString());

        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.outLines())
                .contains(
                        "  ~ " + bundled.getId(),
                        "      title: \"" + bundled.getTitle() + "\" -> \"Another title\"",
                        "  + OWN");
        assertThat(load.out()).doesNotContain("sections:").doesNotContain("imr.treatments");
        assertThat(load.err())
                .contains("imr.guidelines: 1 new, 1 changed, 0 the same, " + (GUIDELINES - 1)
                        + " only in the topic (kept; --prune deletes them)")
                .contains("2 guidelines (");
        assertThat(records("guidelines")).hasSize(GUIDELINES + 2);
        assertThat(exported("guidelines", "jsonl").lines()).hasSize(GUIDELINES + 1);
    }

    @Test
    @Order(6)
    void aSpellingThatTheTopicHasAlreadyStopsEverything() throws Exception {
        Path own = file("clash.csv", COLUMNS + "NEWER,OTHER,Newer guideline,2020,house rules\n");

        Ran load = imr("load", "--guidelines", own.toString());

        assertThat(load.exitCode()).isEqualTo(1);
        assertThat(load.out()).isEmpty();
        assertThat(load.err())
                .contains(own + " line 2: aliases: ")
                .contains("claimed twice for 2020, also by OWN")
                .contains("nothing was done");
        assertThat(exported("guidelines", "jsonl")).doesNotContain("NEWER");
    }

    @Test
    @Order(7)
    void onlyPruneDeletes() {
        Ran kept = imr("load");
        String withOwn = exported("guidelines", "jsonl");
        Ran dry = imr("load", "--prune", "--dry-run");
        Ran pruned = imr("load", "--prune");

        assertThat(kept.outLines()).contains("    OWN is only in the topic and stays");
        assertThat(withOwn.lines()).hasSize(GUIDELINES + 1);
        assertThat(dry.outLines()).contains("  - OWN");
        assertThat(pruned.exitCode()).as(pruned.err()).isZero();
        assertThat(pruned.outLines()).containsExactly("imr.guidelines", "  - OWN");
        assertThat(pruned.err()).contains("1 only in the topic (deleted)").contains("1 guidelines (");
        assertThat(exported("guidelines", "jsonl"))
                .isEqualTo(run("reference", "export", "--bundled", "--format", "jsonl", "guidelines")
                        .out());
    }

    @Test
    @Order(8)
    void aRecordThatCannotBeReadIsSaidAndReplaced() throws Exception {
        String id = BundledGuidelines.load().get(0).getId();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("imr.guidelines", id.getBytes(UTF_8), "nonsense".getBytes(UTF_8)))
                    .get();
        }

        Ran load = imr("load");
        Ran after = imr("diff");

        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.err()).contains(id + " can't be read");
        assertThat(load.outLines()).containsExactly("imr.guidelines", "  + " + id);
        assertThat(after.out()).isEmpty();
    }

    private static String exported(String table, String format) {
        Ran ran = imr("export", "--format", format, table);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }

    /** Every record there ever was, as compaction is far off. */
    private static List<String> records(String topic) {
        return run("tail", "--from-beginning", "--until-end", topic).outLines();
    }

    private static Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran imr(String... arguments) {
        List<String> all = new ArrayList<>(List.of("reference"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "-X", "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-X", "schema.registry.url=" + registry.url()));
        return Shell.imr(all.toArray(String[]::new));
    }
}
