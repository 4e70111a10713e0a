package imr.letter;

import imr.avro.Determination;
import imr.avro.Treatment;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.guideline.Enricher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Letters enriched a second, read beforehand from the same pool, with vocabularies of several times the usual size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(LetterBenchmark.LETTERS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=imr.avro"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnrichmentBenchmark {

    /** How many times the rows of the bundled vocabulary. */
    @Param({"1", "10", "100"})
    public int times;

    private final List<Determination> letters = new ArrayList<>();
    private Enricher enricher = Enricher.bundled();

    @Setup
    public void read() {
        enricher = Enricher.of(BundledGuidelines.load(), treatments(times));
        for (byte[] letter : LetterBenchmark.pool()) {
            letters.add(((ParseResult.Parsed) LetterBenchmark.read(letter)).determination());
        }
    }

    /** The bundled treatments, and others whose spellings begin with the same words and go on in one of their own. */
    private static List<Treatment> treatments(int times) {
        List<Treatment> bundled = BundledTreatments.load();
        List<Treatment> all = new ArrayList<>(bundled);
        for (int copy = 1; copy < times; copy++) {
            String ending = " kind" + copy;
            for (Treatment treatment : bundled) {
                all.add(new Treatment(
                        treatment.getId() + '_' + copy,
                        treatment.getName() + ending,
                        null,
                        treatment.getKind(),
                        treatment.getGeneric(),
                        treatment.getDrugClass(),
                        treatment.getServiceCategory(),
                        treatment.getSubcategory(),
                        treatment.getAliases().stream()
                                .map(alias -> alias + ending)
                                .toList(),
                        List.of(),
                        treatment.getProvenance(),
                        treatment.getExample()));
            }
        }
        return all;
    }

    @Benchmark
    public void enrich(Blackhole sink) {
        for (Determination letter : letters) {
            sink.consume(enricher.enrich(letter));
        }
    }
}
