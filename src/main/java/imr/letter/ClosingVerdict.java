package imr.letter;

import imr.avro.Decision;
import imr.letter.FoundItem.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rationale's last sentence says of the necessity of the request, for a check of the printed decision and never
 * in its place. Only plain sentences count: {@code ... is [not] medically necessary} and {@code medical necessity has
 * [not] been established}, in the indicative, without an if or a but.
 */
final class ClosingVerdict {

    /** Longest sentence looked at. */
    private static final int REACH = 400;

    private static final Phrase NECESS = Phrase.of("necess");
    private static final Phrase MEDICALLY = Phrase.of("medically");
    private static final List<Phrase> SAID_OF_UPHELD = List.of(Phrase.of("not"));
    private static final List<Phrase> SAID_OF_OVERTURNED = List.of(Phrase.of("is"), Phrase.of("are"), Phrase.of("was"));

    /** Where a sentence has one of these, it says what may be, or what is in general, or more than one thing. */
    private static final Set<String> NOT_PLAIN =
            words("if would could should might may unless until whether when only but except although "
                    + "though while whereas patients individuals state states stated recommend recommends "
                    + "claims claimed argues asserts believes opines");

    private static final Set<String> NEGATIONS =
            words("not non no nor neither none never nothing cannot can't isn't aren't wasn't weren't "
                    + "hasn't haven't fail fails failed lack lacks lacking insufficient inadequate unable "
                    + "unclear questionable denied unnecessary");

    private static final Set<String> SAY_NOT = words("not cannot can't isn't aren't wasn't weren't");

    private static final Set<String> VERBS = words("is are was were be been has have will");

    /** What may stand between the verb and "medically necessary". */
    private static final Set<String> LINKS =
            words("be been to as considered deemed found determined felt judged seen therefore thus "
                    + "hence also both still clearly now then");

    private static final Set<String> ESTABLISHED =
            words("established demonstrated substantiated supported documented shown proven confirmed "
                    + "met evident apparent");

    private static final Set<String> ABBREVIATIONS = words("dr mr mrs ms st vs no mg ml qty");

    private ClosingVerdict() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Where a rationale's last sentence starts, if it plainly contradicts the decision; -1 if it doesn't. */
    static int contradiction(FlatText flat, Range rationale, Decision decision) {
        int from = Math.max(rationale.start(), rationale.end() - REACH);
        int necess = rationale.isPresent() ? NECESS.findLast(flat.chars, from, rationale.end()) : Phrase.NOT_FOUND;
        if (necess == Phrase.NOT_FOUND || agreesAtAGlance(flat, from, necess, decision)) {
            return Phrase.NOT_FOUND;
        }
        int start = lastSentence(flat, from, rationale.end());
        boolean whole = start > from || from == rationale.start();
        if (necess < start || !whole || (decision == Decision.UPHELD && saysNot(flat, start, rationale.end()))) {
            return Phrase.NOT_FOUND;
        }
        Decision verdict = verdict(flat, start, rationale.end());
        return verdict == null || verdict == decision ? Phrase.NOT_FOUND : start;
    }

    /** Nearly all rationales end in the very words that fit: no need to take their last sentence apart. */
    private static boolean agreesAtAGlance(FlatText flat, int from, int necess, Decision decision) {
        int medically = MEDICALLY.startBefore(flat.chars, from, flat.trimEnd(from, necess));
        if (medically == Phrase.NOT_FOUND) {
            return false;
        }
        for (Phrase word : decision == Decision.UPHELD ? SAID_OF_UPHELD : SAID_OF_OVERTURNED) {
            int start = word.startBefore(flat.chars, from, flat.trimEnd(from, medically));
            if (start > from && flat.chars[start - 1] == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Whether "not" or "cannot" is in a sentence, which then overturns nothing plainly. */
    private static boolean saysNot(FlatText flat, int from, int end) {
        for (int at = from + 2; at < end; at++) {
            if (flat.chars[at] == 't'
                    && flat.chars[at - 1] == 'o'
                    && flat.chars[at - 2] == 'n'
                    && (at + 1 == end || !Chars.isLetter(flat.chars[at + 1]))) {
                return true;
            }
        }
        return false;
    }

    /** Where the last sentence starts; {@code from} if it starts before. */
    private static int lastSentence(FlatText flat, int from, int end) {
        int last = end - 1;
        while (last > from && !Chars.isLetterOrDigit(flat.chars[last])) {
            last--;
        }
        for (int at = last; at > from + 2; at--) {
            if (flat.chars[at - 1] == ' '
                    && Chars.isUpper(flat.chars[at])
                    && flat.endsSentence(from, at - 1)
                    && !isAbbreviation(flat, from, at - 2)) {
                return at;
            }
        }
        return from;
    }

    /** Whether a full stop belongs to the word before it: a single letter, as in {@code p.o.}, or a known abbreviation. */
    private static boolean isAbbreviation(FlatText flat, int from, int stop) {
        int at = stop;
        while (at > from && Chars.isLetter(flat.chars[at - 1])) {
            at--;
        }
        return stop - at == 1 || (stop - at <= 3 && ABBREVIATIONS.contains(lower(flat, at, stop)));
    }

    private static @Nullable Decision verdict(FlatText flat, int from, int end) {
        if (flat.chars[flat.trimEnd(from, end) - 1] == '?') {
            return null;
        }
        List<String> words = words(flat, from, end);
        for (String word : words) {
            if (NOT_PLAIN.contains(word)) {
                return null;
            }
        }
        for (int i = words.size() - 1; i > 0; i--) {
            boolean medically = words.get(i - 1).equals("medically");
            String word = words.get(i);
            if (word.equals("necessary")) {
                return medically ? ofNecessary(words, i - 2) : null;
            }
            if (word.equals("unnecessary")) {
                return medically && isVerb(words, i - 2) ? Decision.UPHELD : null;
            }
            if (word.equals("necessity")) {
                return words.get(i - 1).equals("medical") ? ofNecessity(words, i) : null;
            }
        }
        return null;
    }

    /** In lower case; "notmedically" as two, since extraction glues them. */
    private static List<String> words(FlatText flat, int from, int end) {
        List<String> words = new ArrayList<>();
        CharReader reader = new CharReader(flat.chars, from, end);
        while (!reader.atEnd()) {
            int start = reader.position();
            while (Chars.isLetterOrDigit(reader.peek())
                    || reader.peek() == '\''
                    || reader.peek() == Chars.WIDE_CLOSER) {
                reader.next();
            }
            if (reader.position() == start) {
                reader.next();
                continue;
            }
            String word = lower(flat, start, reader.position());
            if (word.equals("notmedically")) {
                words.add("not");
                word = "medically";
            }
            words.add(word);
        }
        return words;
    }

    private static String lower(FlatText flat, int from, int to) {
        return flat.text(from, to).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Of {@code <before> medically necessary}. */
    private static @Nullable Decision ofNecessary(List<String> words, int before) {
        int at = before;
        while (at >= 0 && LINKS.contains(words.get(at))) {
            at--;
        }
        if (at < 0) {
            return null;
        }
        if (SAY_NOT.contains(words.get(at))) {
            return Decision.UPHELD;
        }
        return isVerb(words, at) && !negates(words) ? Decision.OVERTURNED : null;
    }

    /** Of {@code medical necessity ... is established}. */
    private static @Nullable Decision ofNecessity(List<String> words, int necessity) {
        for (int at = necessity + 1; at < words.size(); at++) {
            if (ESTABLISHED.contains(words.get(at))) {
                int before = at - 1;
                while (LINKS.contains(words.get(before))) {
                    before--;
                }
                if (SAY_NOT.contains(words.get(before))) {
                    return Decision.UPHELD;
                }
                boolean plain = VERBS.contains(words.get(before));
                return plain && !negates(words) ? Decision.OVERTURNED : null;
            }
        }
        return null;
    }

    private static boolean isVerb(List<String> words, int at) {
        int verb = at;
        while (verb >= 0 && LINKS.contains(words.get(verb))) {
            verb--;
        }
        boolean relative = verb > 0 && Set.of("that", "which", "who").contains(words.get(verb - 1));
        return verb >= 0 && VERBS.contains(words.get(verb)) && !relative;
    }

    private static boolean negates(List<String> words) {
        for (String word : words) {
            if (NEGATIONS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
