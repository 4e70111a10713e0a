package imr.letter;

import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterWarning;
import imr.names.Headers;
import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.names.StageEvents;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The letter stage in the topology: the raw letter to its determination, keyed by letter id. A letter that can't be read
 * raises a {@link RejectedException}, from which the dead-letter handler takes stage, code and place. One that can be read in part
 * does both: what is readable goes on first, and then the letter is refused, so that nobody has to find out by chance.
 */
public final class LetterStage implements ProcessorSupplier<byte[], byte[], String, Determination> {

    private static final String NAME = "letter";
    private static final byte[] NOTHING = {};

    private final StageEvents events;
    private final int maxLetterBytes;

    /**
     * @param maxLetterBytes bytes up to which a letter is read
     */
    public LetterStage(StageEvents events, int maxLetterBytes) {
        this.events = events;
        this.maxLetterBytes = maxLetterBytes;
    }

    @Override
    public Processor<byte[], byte[], String, Determination> get() {
        return new Reader(events, maxLetterBytes);
    }

    private static final class Reader extends ContextualProcessor<byte[], byte[], String, Determination> {

        private final StageEvents events;
        private final int maxLetterBytes;

        Reader(StageEvents events, int maxLetterBytes) {
            this.events = events;
            this.maxLetterBytes = maxLetterBytes;
        }

        @Override
        public void process(Record<byte[], byte[]> letter) {
            byte[] value = letter.value();
            String key = textOrNull(letter.key());
            LetterOrigin origin = new LetterOrigin(key, claimsAdministrator(letter));
            ParseResult result = LetterParser.parse(value == null ? NOTHING : value, origin, maxLetterBytes);
            if (result instanceof ParseResult.Rejected rejected) {
                throw new RejectedException(NAME, rejected.code().name(), rejected.line(), rejected.column());
            }
            ParseResult.Parsed parsed = (ParseResult.Parsed) result;
            Determination determination = parsed.determination();
            report(determination, key);
            context().forward(letter.withKey(determination.getLetterId()).withValue(determination));
            LetterWarning loss = parsed.firstLoss();
            if (loss != null) {
                throw new RejectedException(NAME, RefusalCode.PARTLY_READ.name(), loss.getLine(), loss.getColumn());
            }
        }

        private void report(Determination determination, @Nullable String key) {
            DisputedItem first = determination.getItems().get(0);
            Letter letter = first.getLetter();
            events.letterRead(letter.getFormat(), determination.getItems().size());
            for (LetterWarning warning : determination.getWarnings()) {
                events.letterWarning(warning.getCode());
            }
            if (key != null && letter.getCaseNumber() != null && !key.equals(letter.getCaseNumber())) {
                events.letterKeyMismatch();
            }
        }

        private static @Nullable String claimsAdministrator(Record<byte[], byte[]> letter) {
            Header header = letter.headers().lastHeader(Headers.CLAIMS_ADMINISTRATOR);
            return header == null ? null : textOrNull(header.value());
        }

        private static @Nullable String textOrNull(byte @Nullable [] bytes) {
            String text = bytes == null ? "" : LetterText.decode(bytes).strip();
            return text.isEmpty() ? null : text;
        }
    }
}
