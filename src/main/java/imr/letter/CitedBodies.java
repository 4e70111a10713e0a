package imr.letter;

import imr.avro.CitedBody;

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
    private static final Phrase[] JOURNAL = {
        Phrase.of("journal"),
        Phrase.of("et al"),
        Phrase.of("pubmed"),
        Phrase.of("n engl j med"),
        Phrase.of("jama"),
        Phrase.of("lancet"),
        Phrase.of("cochrane database"),
        Phrase.of("j bone joint surg"),
        Phrase.of("clin orthop"),
        Phrase.of("j pain"),
        Phrase.of("arch phys med"),
        Phrase.of("am j"),
        Phrase.of("bmj"),
        Phrase.of("doi"),
    };
    private static final Phrase[] WEB = {Phrase.of("http"), Phrase.of("https"), Phrase.of("www")};
    private static final String[] ENDINGS = {".com", ".org", ".gov", ".net", ".edu"};

    private CitedBodies() {}

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
            case 'a' ->
                startsWith(reader, at, ACOEM)
                        ? CitedBody.ACOEM
                        : startsWith(reader, at, JOURNAL) ? CitedBody.JOURNAL : CitedBody.OTHER;
            case 'j', 'e', 'p', 'n', 'l', 'c', 'b', 'd' ->
                startsWith(reader, at, JOURNAL) ? CitedBody.JOURNAL : CitedBody.OTHER;
            default -> CitedBody.OTHER;
        };
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
