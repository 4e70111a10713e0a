package imr.letter;

import imr.avro.CitedBody;
import java.util.List;

/**
 * Tells who stands behind a source outside of the schedule, from the citation's text. The guidelines known by name and
 * journals come before a mere web address, wherever these stand; among them the first one named counts.
 */
final class CitedBodies {

    private static final Phrase[] ODG = {
        Phrase.of("odg"),
        Phrase.of("official disability guidelines"),
        Phrase.of("official disability guideline"),
        Phrase.of("work loss data institute"),
    };
    private static final Phrase[] ACOEM = {
        Phrase.of("acoem"), Phrase.of("american college of occupational and environmental medicine"),
    };
    private static final String UPTODATE = "uptodate";
    private static final List<String> JOURNALS = List.of(
            "journal",
            "et al",
            "pubmed",
            "n engl j med",
            "jama",
            "lancet",
            "cochrane database",
            "j bone joint surg",
            "clin orthop",
            "j pain",
            "arch phys med",
            "am j",
            "bmj",
            "doi");
    /** The low bits of a letter tell it from any other. */
    private static final int LOW_BITS = 31;

    private static final Phrase[][] JOURNALS_BY_LETTER = journalsByLetter();
    private static final Phrase[] WEB = {Phrase.of("http"), Phrase.of("https"), Phrase.of("www")};
    private static final String[] ENDINGS = {".com", ".org", ".gov", ".net", ".edu"};

    private CitedBodies() {}

    private static Phrase[][] journalsByLetter() {
        Phrase[][] journals = new Phrase[LOW_BITS + 1][];
        for (int letter = 0; letter < journals.length; letter++) {
            int bits = letter;
            journals[letter] = JOURNALS.stream()
                    .filter(journal -> (journal.charAt(0) & LOW_BITS) == bits)
                    .map(Phrase::of)
                    .toArray(Phrase[]::new);
        }
        return journals;
    }

    /** The body named in a range of the flat text; {@link CitedBody#OTHER} if none of those with a name is. */
    static CitedBody of(FlatText flat, int from, int to) {
        CharReader reader = new CharReader(flat.chars, from, to);
        boolean web = false;
        for (int at = from; at < to; at++) {
            reader.moveTo(at);
            if (reader.atWordStart()) {
                CitedBody named = namedAt(reader, at);
                if (named != CitedBody.OTHER) {
                    return named;
                }
                web |= startsWith(reader, at, WEB);
            } else {
                web |= flat.chars[at] == '.' && isEnding(reader, at);
            }
        }
        return web ? CitedBody.WEB : CitedBody.OTHER;
    }

    private static CitedBody namedAt(CharReader reader, int at) {
        return switch (Chars.lower(reader.peek())) {
            case 'o', 'w' -> startsWith(reader, at, ODG) ? CitedBody.ODG : CitedBody.OTHER;
            case 'u' -> isUpToDate(reader, at) ? CitedBody.UPTODATE : CitedBody.OTHER;
            case 'a' -> startsWith(reader, at, ACOEM) ? CitedBody.ACOEM : journalAt(reader, at);
            default -> journalAt(reader, at);
        };
    }

    private static CitedBody journalAt(CharReader reader, int at) {
        Phrase[] journals = JOURNALS_BY_LETTER[Chars.lower(reader.peek()) & LOW_BITS];
        return startsWith(reader, at, journals) ? CitedBody.JOURNAL : CitedBody.OTHER;
    }

    /** In one word: in three it is what is said of any guideline that was revised. */
    private static boolean isUpToDate(CharReader reader, int at) {
        return reader.matchesIgnoringCase(at, UPTODATE, 0, UPTODATE.length());
    }

    private static boolean startsWith(CharReader reader, int at, Phrase[] names) {
        for (Phrase name : names) {
            reader.moveTo(at);
            if (reader.skipWhole(name)) {
                return true;
            }
        }
        reader.moveTo(at);
        return false;
    }

    private static boolean isEnding(CharReader reader, int at) {
        for (String ending : ENDINGS) {
            if (reader.matchesIgnoringCase(at, ending, 0, ending.length())) {
                int behind = at + ending.length();
                reader.moveTo(behind);
                return !Chars.isLetterOrDigit(reader.peek());
            }
        }
        return false;
    }
}
