package imr.dev.letters;

import imr.avro.LetterFormat;
import imr.names.Headers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes up determination letters. A letter depends on the seed and its index alone, byte for byte, in every JVM.
 * Lengths, items a letter, kinds of treatment, citations and shares of overturned items are about those of real
 * letters; all clinical wording is the generator's own. Not safe for use by several threads.
 */
public final class LetterGenerator {

    /** The formats that letters had from mid 2014 to the beginning of 2017, as often as they occur here. */
    public static final List<LetterFormat> USUAL_FORMATS =
            List.of(LetterFormat.V3A, LetterFormat.V3B, LetterFormat.V3B);

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final long seed;
    private final CaseWriter cases;

    /** A generator of V3a and V3b letters. */
    public LetterGenerator(long seed) {
        this(seed, USUAL_FORMATS);
    }

    /**
     * A generator of letters in the given formats, each as often as it is listed.
     *
     * @throws IllegalArgumentException if no format is given, or an unknown one
     */
    public LetterGenerator(long seed, List<LetterFormat> formats) {
        if (formats.isEmpty() || formats.contains(LetterFormat.UNKNOWN)) {
            throw new IllegalArgumentException("formats: " + formats);
        }
        this.seed = seed;
        this.cases = new CaseWriter(seed, formats);
    }

    /** The letter with the given number, from 0. */
    public GeneratedLetter letter(long index) {
        return print(cases.write(index), 0);
    }

    /**
     * A letter as it comes again.
     *
     * @param index number of the case
     * @param revision 0 for the first letter; each higher one changes what the one before says
     * @param copy 0 for the letter as first set; others say the same with other line breaks, pages and encoding
     */
    public GeneratedLetter letter(long index, int revision, int copy) {
        CaseFile file = cases.write(index);
        for (int i = 1; i <= revision; i++) {
            file = cases.amended(file, i);
        }
        return print(file, file.footers() ? 0 : copy);
    }

    private GeneratedLetter print(CaseFile file, int copy) {
        Dice dice = Dice.of(seed, file.index(), copy, 'l');
        String footer = file.footers() ? "Final Determination Letter for IMR Case Number " + file.caseNumber() : null;
        String text = Typesetter.set(LetterComposer.compose(file), Layout.draw(dice, footer));
        return new GeneratedLetter(
                "letter-" + (1_000_000 + file.index()) + ".txt",
                file.key(),
                headers(file),
                encode(text, dice),
                TruthWriter.of(file));
    }

    private static byte[] encode(String text, Dice dice) {
        int drawn = dice.below(100);
        if (drawn < 5) {
            return text.getBytes(WINDOWS);
        }
        return (drawn < 7 ? BYTE_ORDER_MARK + text : text).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(CaseFile file) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (file.claimsAdministrator() != null) {
            headers.put(Headers.CLAIMS_ADMINISTRATOR, file.claimsAdministrator());
        }
        if (file.tellsDecisionDate()) {
            headers.put(
                    Headers.DECISION_DATE,
                    DateTimeFormatter.ISO_LOCAL_DATE.format(file.dates().decision()));
        }
        return headers;
    }
}
