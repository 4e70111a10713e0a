package imr.letter;

import imr.dev.letters.LetterGenerator;
import imr.serde.DeterminationBody;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Letters a second over a pool of generated ones, from their bytes: the parser, and what it is measured against.
 *
 * <ul>
 *   <li>{@code newlines}: the floor, a loop over the bytes
 *   <li>{@code regex}: expressions that read the same facts, {@link RegexLetterParser#parse}
 *   <li>{@code regexItems}: the same for no more than items, decisions, guideline lines and rationales
 * </ul>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(LetterBenchmark.LETTERS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=imr.avro"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class LetterBenchmark {

    static final int LETTERS = 1_200;
    private static final long SEED = 2_016;

    private final byte[][] pool = pool();
    private final DeterminationBody body = new DeterminationBody();

    /** The letters, each in one of the layouts and encodings that the generator draws. */
    static byte[][] pool() {
        LetterGenerator generator = new LetterGenerator(SEED);
        byte[][] pool = new byte[LETTERS][];
        for (int i = 0; i < LETTERS; i++) {
            pool[i] = generator.letter(i).text();
        }
        return pool;
    }

    @Setup
    public void everyLetterIsRead() {
        for (byte[] letter : pool) {
            if (!(read(letter) instanceof ParseResult.Parsed)) {
                throw new IllegalStateException("a letter of the pool is rejected");
            }
        }
    }

    @Benchmark
    public int newlines() {
        int lines = 0;
        for (byte[] letter : pool) {
            for (byte b : letter) {
                if (b == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }

    @Benchmark
    public void regexItems(Blackhole sink) {
        for (byte[] letter : pool) {
            sink.consume(RegexLetterParser.items(LetterText.decode(letter)));
        }
    }

    @Benchmark
    public void regex(Blackhole sink) {
        for (byte[] letter : pool) {
            sink.consume(RegexLetterParser.parse(LetterText.decode(letter)));
        }
    }

    @Benchmark
    public void parse(Blackhole sink) {
        for (byte[] letter : pool) {
            sink.consume(read(letter));
        }
    }

    @Benchmark
    public void parseAndEncode(Blackhole sink) {
        for (byte[] letter : pool) {
            sink.consume(body.write(((ParseResult.Parsed) read(letter)).determination()));
        }
    }

    static ParseResult read(byte[] letter) {
        return LetterParser.parse(letter, LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES);
    }
}
