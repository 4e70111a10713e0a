package imr.letter;

import imr.avro.Citation;
import java.util.List;

/** A guideline line without its letter. */
public final class CitationLine {

    private static final String OPENING = "Decision based on ";

    private CitationLine() {}

    /**
     * Reads what a line cites; its first words, {@code Decision based on}, may be left out. Spans are those within the
     * line.
     */
    public static List<Citation> citations(String line) {
        List<Citation> citations = read(line);
        return citations.isEmpty() ? read(OPENING + line) : citations;
    }

    private static List<Citation> read(String line) {
        FlatText flat = Flattener.flatten(line);
        return new CitationParser(flat, new Warnings()).parse(new FoundItem.Range(0, flat.length));
    }
}
