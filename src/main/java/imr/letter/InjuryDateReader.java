package imr.letter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the day of injury behind a word for what happened then: {@code date of injury of 3/14/2012}. */
final class InjuryDateReader {

    private static final int MAX_WORDS_TO_DATE = 10;

    /** What the date of injury is the date of. */
    private static final List<String> EVENTS = List.of("injury", "injured", "injuries", "doi", "claim", "accident");

    /** Words that may stand between an event and its date without making it the date of something else. */
    private static final Set<String> BETWEEN = Set.of(
            "on",
            "of",
            "date",
            "dated",
            "dating",
            "dates",
            "from",
            "in",
            "at",
            "which",
            "that",
            "occurred",
            "occurring",
            "happened",
            "reported",
            "is",
            "was",
            "as",
            "took",
            "place",
            "back",
            "to",
            "the",
            "a",
            "an",
            "work",
            "job",
            "while",
            "working",
            "and",
            "industrial",
            "related",
            "doi",
            "this",
            "occurs",
            "sustained");

    private final CharReader reader;

    private DateScanner.@Nullable Found date;

    InjuryDateReader(CharReader reader) {
        this.reader = reader;
    }

    /** Reads the date behind a word if the position is at one for an injury, and steps over that word. */
    void read() {
        if (date != null || !mayBeEvent(reader.peek()) || !isEvent()) {
            return;
        }
        int behind = reader.position();
        date = dateBehind();
        reader.moveTo(behind);
    }

    /** Null if none was read yet. */
    DateScanner.@Nullable Found date() {
        return date;
    }

    /** Whether an event's name may begin with a letter, so that most words needn't be looked up. */
    private static boolean mayBeEvent(byte c) {
        return switch (Chars.lower(c)) {
            case 'i', 'd', 'c', 'a' -> true;
            default -> false;
        };
    }

    /** Steps over the word at the position, and tells whether it names an event. */
    private boolean isEvent() {
        int start = reader.position();
        reader.skipWord();
        int length = reader.position() - start;
        for (String event : EVENTS) {
            if (event.length() == length && reader.matchesIgnoringCase(start, event, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** The date behind an event, with nothing but connecting words between them. */
    private DateScanner.@Nullable Found dateBehind() {
        for (int words = 0; words < MAX_WORDS_TO_DATE; words++) {
            while (isConnector(reader.peek())) {
                reader.next();
            }
            int at = reader.position();
            DateScanner.Found date = DateScanner.read(reader, at);
            if (date != null) {
                return date;
            }
            reader.moveTo(at);
            if (!Chars.isLetter(reader.peek()) || !BETWEEN.contains(reader.readWord())) {
                return null;
            }
        }
        return null;
    }

    private static boolean isConnector(byte c) {
        return c == ' ' || c == ',' || c == ':' || c == '(' || c == ')' || c == '-';
    }
}
