package imr.reference;

import imr.avro.BodySide;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of the body by their spellings; the longest one counts. Immutable. */
public final class BodyParts {

    /** The whole spine, and what the names of its regions end with. */
    public static final String SPINE = "spine";

    private static final BodyParts BUNDLED = new BodyParts(ReferenceTable.load("body-parts.tsv"));

    private final SpellingTree spellings = new SpellingTree();
    private final Map<String, Entry> byLetters = new HashMap<>();

    private record Entry(String part, @Nullable BodySide side) {}

    /**
     * A part of the body found in a text.
     *
     * @param part its name; empty for words that only look like a part of the body
     * @param side the side that an abbreviation stands for, else null
     * @param end index behind it
     */
    public record Found(String part, @Nullable BodySide side, int end) {}

    private BodyParts(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            row.get("provenance");
            row.get("example");
            String part = row.optional("part");
            String side = row.optional("side");
            Entry entry = new Entry(part == null ? "" : part, side == null ? null : BodySide.valueOf(side));
            if (byLetters.put(Spelling.letters(row.get("spelling")), entry) != null) {
                throw row.error("claimed twice: " + row.get("spelling"));
            }
            spellings.add(row.get("spelling"));
        }
    }

    /** The table that comes with the program. */
    public static BodyParts bundled() {
        return BUNDLED;
    }

    /** The part of the body whose spelling starts exactly at {@code from} and ends with a word; null if none does. */
    public @Nullable Found find(byte[] text, int from, int to) {
        int end = spellings.longestEnd(text, from, to, false);
        if (end < 0) {
            return null;
        }
        Entry entry = byLetters.get(Spelling.letters(new String(text, from, end - from, StandardCharsets.US_ASCII)));
        return entry == null ? null : new Found(entry.part(), entry.side(), end);
    }
}
