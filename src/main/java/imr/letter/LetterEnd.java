package imr.letter;

import imr.avro.LetterFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a letter that is cut off. A full stop may be missing at the end of a whole letter as well; so a text counts as cut
 * only where what is missing is plain: a section or a field that every letter has, or the rest of a sentence.
 */
final class LetterEnd {

    private static final Phrase ITEMS_HEADING = Phrase.of("imr issues decisions and rationales");
    private static final List<Phrase> FIRST_HEADINGS = List.of(
            Phrase.of("how the imr final determination was made"),
            Phrase.of("clinical case summary"),
            Phrase.of("documents reviewed"));

    /** Words of a verdict, after which a rationale may end without a full stop. */
    private static final List<Phrase> VERDICTS = List.of(
            Phrase.of("necess"),
            Phrase.of("appropriate"),
            Phrase.of("certif"),
            Phrase.of("upheld"),
            Phrase.of("overturn"),
            Phrase.of("approved"),
            Phrase.of("denied"),
            Phrase.of("denial"));

    /** No sentence ends in one of these. */
    private static final Set<String> LEADING_ON = Set.of(
            "a",
            "an",
            "the",
            "of",
            "and",
            "or",
            "nor",
            "to",
            "for",
            "with",
            "without",
            "by",
            "from",
            "at",
            "as",
            "than",
            "that",
            "which",
            "who",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "not",
            "if",
            "because",
            "their",
            "his",
            "her",
            "its",
            "medically",
            "would",
            "should",
            "may");

    private static final String MARKS_LEADING_ON = ",;:(";
    private static final List<String> VERDICT_WORDS = List.of("necessary", "appropriate");
    private static final List<String> DECISION_WORDS = List.of("upheld", "overturned");

    private static final int TAIL = 300;
    private static final int LONGEST_WORD = 20;

    /** A rationale may be shorter, such as "See above". */
    private static final int MIN_RATIONALE = 40;

    private LetterEnd() {}

    /** Whether a text that is no whole letter has the first sections of one. */
    static boolean isBeginning(FlatText flat) {
        for (Phrase heading : FIRST_HEADINGS) {
            if (heading.find(flat.chars, 0, flat.length) != Phrase.NOT_FOUND) {
                return true;
            }
        }
        return HeaderScanner.scan(flat).caseNumber() != null;
    }

    /** Whether a letter without any item ends before its first item does. */
    static boolean isBeforeItems(FlatText flat, List<Mark.Found> marks, LetterFormat format) {
        int from = 0;
        if (!isEarly(format)) {
            int heading = ITEMS_HEADING.find(flat.chars, 0, flat.length);
            from = heading == Phrase.NOT_FOUND ? from : ITEMS_HEADING.endAt(flat.chars, heading, flat.length);
            boolean begun = heading != Phrase.NOT_FOUND;
            for (Mark.Found mark : marks) {
                if (mark.mark() == Mark.ITEMS_FOLLOW) {
                    from = mark.end();
                    begun = true;
                }
            }
            if (!begun) {
                return true;
            }
        }
        return flat.skipSpaces(from, flat.length) < flat.length && !flat.endsSentence(from, flat.length);
    }

    /** Whether a letter ends within its last item. */
    static boolean isWithinItem(FlatText flat, LetterFormat format, FoundItem last) {
        int end = flat.trimEnd(0, flat.length);
        if (flat.endsSentence(0, end)) {
            return false;
        }
        if (isEarly(format)) {
            return RequestStatement.itemsEnd(flat, last.end) == flat.length
                    && isWithinSentence(flat, Math.max(0, end - TAIL), end);
        }
        return !last.rationale.isPresent() || isWithinSentence(flat, last.rationale.start(), end);
    }

    private static boolean isEarly(LetterFormat format) {
        return format == LetterFormat.V1 || format == LetterFormat.V2;
    }

    private static boolean isWithinSentence(FlatText flat, int from, int end) {
        byte last = flat.chars[end - 1];
        if (Chars.isDash(last) || MARKS_LEADING_ON.indexOf(last) >= 0) {
            return true;
        }
        int wordStart = wordStart(flat, from, end);
        String word = lower(flat, wordStart, end);
        if (LEADING_ON.contains(word) || isBroken(word, before(flat, from, wordStart))) {
            return true;
        }
        return Chars.isLower(last)
                && end - from >= MIN_RATIONALE
                && !saysVerdict(flat, Math.max(from, end - TAIL), end);
    }

    /** The beginning of a word that letters always say in full at this place. */
    private static boolean isBroken(String word, String before) {
        return switch (before) {
            case "medically" -> isBeginning(word, VERDICT_WORDS);
            case ":" -> isBeginning(word, DECISION_WORDS);
            default -> false;
        };
    }

    private static boolean isBeginning(String word, List<String> wholes) {
        for (String whole : wholes) {
            if (!word.isEmpty() && word.length() < whole.length() && whole.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysVerdict(FlatText flat, int from, int end) {
        for (Phrase verdict : VERDICTS) {
            if (verdict.find(flat.chars, from, end) != Phrase.NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    /** The word, or the colon, before a place. */
    private static String before(FlatText flat, int from, int at) {
        int end = flat.trimEnd(from, at);
        boolean colon = end > from && flat.chars[end - 1] == ':';
        return colon ? ":" : lower(flat, wordStart(flat, from, end), end);
    }

    private static int wordStart(FlatText flat, int from, int end) {
        int at = end;
        while (at > from && end - at < LONGEST_WORD && Chars.isLetter(flat.chars[at - 1])) {
            at--;
        }
        return at;
    }

    private static String lower(FlatText flat, int from, int to) {
        return flat.text(from, to).toLowerCase(Locale.ROOT);
    }
}
