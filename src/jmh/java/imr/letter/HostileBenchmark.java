package imr.letter;

import java.nio.charset.StandardCharsets;
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

    private static final String SECTION = "IMR ISSUES, DECISIONS AND RATIONALES\n";
    private static final String ITEM = SECTION + "A: Upheld\nClaims Administrator guideline: none.\n";
    private static final String RATIONALE = ITEM + "Decision rationale: ";
    private static final String DECIDED = ": Upheld\nClaims Administrator guideline: none.\n";
    private static final String PART_AUTHORISED =
            "A was the original request. The remaining IMR eligible portion of the original request, B is ";

    /** What the text is filled with; a number sign is where the parts are counted. */
    public enum Shape {
        COLONS("", ":", ""),
        COLONS_IN_LABEL(SECTION, ":", DECIDED),
        DECISIONS(ITEM, ": Upheld\n", ""),
        GUIDELINE_LABELS("", "Claims Administrator guideline: MAXIMUS guideline: ", ""),
        GUIDELINE_STATEMENTS(ITEM + "MAXIMUS guideline: ", "Decision based on MTUS Chronic Pain 2017, ", ""),
        UNCLOSED_LABEL(SECTION, "a label that never ends, ", ""),
        UNCLOSED_RATIONALE(RATIONALE, "a sentence that never ends, ", ""),
        PARTIAL_AUTHORISATIONS(RATIONALE, PART_AUTHORISED, ""),
        PARTIAL_AUTHORISATIONS_IN_LABEL(SECTION, PART_AUTHORISED, DECIDED),
        PAGE_BREAKS("", "\f\n", ""),
        PAGE_BREAKS_IN_LABEL(SECTION + "A", "\f\n", DECIDED),
        PAGE_NUMBERS(RATIONALE, "Because of it.\n#\nIt is so.\n", ""),
        PAGE_NUMBERS_ALONE(RATIONALE, "Page # of #\n", ""),
        PAGE_HEADERS(RATIONALE, "\fOne of #\nTwo of #\nThree of #\nFour of #\nIt is so.\n", ""),
        FOOTERS(RATIONALE, "Final Determination Letter for IMR Case Number CM16-0000000 #\n", "");

        private final String start;
        private final String part;
        private final String end;

        Shape(String start, String part, String end) {
            this.start = start;
            this.part = part;
            this.end = end;
        }

        byte[] letter(int size) {
            StringBuilder text = new StringBuilder(size).append(start);
            int room = size - end.length();
            for (int i = 1; text.length() < room; i++) {
                text.append(part.replace("#", Integer.toString(i)));
            }
            text.setLength(room);
            return text.append(end).toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Param
    public Shape shape = Shape.COLONS;

    @Param({"65536", "1048576", "8388608"})
    public int size;

    private byte[] letter = {};

    @Setup
    public void fill() {
        letter = shape.letter(size);
    }

    @Benchmark
    public Object parse() {
        return LetterParser.parse(letter, LetterOrigin.UNKNOWN, size);
    }
}
