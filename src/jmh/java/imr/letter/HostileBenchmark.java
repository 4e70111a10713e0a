package imr.letter;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time for text that is made to be slow, by its size: in proportion to it, or an attacker could stop the pipeline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HostileBenchmark {

    private static final String ITEM =
            "IMR ISSUES, DECISIONS AND RATIONALES\nA: Upheld\nClaims Administrator guideline: none.\n";

    /** What the text is filled with. */
    public enum Shape {
        COLONS("", ":"),
        DECISIONS(ITEM, ": Upheld\n"),
        GUIDELINE_LABELS("", "Claims Administrator guideline: MAXIMUS guideline: "),
        UNCLOSED_LABEL(ITEM + "Decision rationale: ", "a label that never ends, "),
        PARTIAL_AUTHORISATIONS(
                ITEM + "Decision rationale: ",
                "A was the original request. The remaining IMR eligible portion of the original request, B is "),
        PAGE_BREAKS("", "\f\n");

        final String start;
        final String part;

        Shape(String start, String part) {
            this.start = start;
            this.part = part;
        }
    }

    @Param
    public Shape shape = Shape.COLONS;

    @Param({"65536", "1048576", "8388608"})
    public int size;

    private String text = "";

    @Setup
    public void fill() {
        text = shape.start + shape.part.repeat((size - shape.start.length()) / shape.part.length());
    }

    @Benchmark
    public Object parse() {
        return LetterParser.parse(text, LetterOrigin.UNKNOWN);
    }
}
