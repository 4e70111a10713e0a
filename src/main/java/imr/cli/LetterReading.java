package imr.cli;

import imr.avro.Determination;
import imr.guideline.Enricher;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.ParseResult;
import imr.letter.ParseResult.Parsed;
import imr.letter.ParseResult.Rejected;
import java.io.InputStream;

/**
 * Reads letters without Kafka, through the same stages as the pipeline and with the reference that comes with this
 * program.
 */
final class LetterReading {

    private final InputStream standardInput;
    private final Enricher enricher = Enricher.bundled();

    LetterReading(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** What became of a file. May be called by several threads. */
    Outcome read(LetterFile file) {
        try {
            byte[] letter = file.readAtMost(LetterParser.DEFAULT_MAX_BYTES + 1, standardInput);
            ParseResult result =
                    LetterParser.parse(letter, new LetterOrigin(file.name(), null), LetterParser.DEFAULT_MAX_BYTES);
            if (result instanceof Parsed parsed) {
                return new Read(file.source(), enricher.enrich(parsed.determination()));
            }
            Rejected rejected = (Rejected) result;
            return new Refused(file.source(), rejected.code().name(), rejected.line(), rejected.column());
        } catch (CommandFailed unreadable) {
            return new Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    /** What became of a file. */
    sealed interface Outcome {}

    /** It holds a letter. */
    record Read(String source, Determination determination) implements Outcome {}

    /** It holds no letter that can be read. */
    record Refused(String source, String code, int line, int column) implements Outcome {}

    /** The file itself can't be read. */
    record Unreadable(String problem) implements Outcome {}
}
