package imr.letter;

import imr.avro.Sex;
import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads age, sex and day of injury from the beginning of the case summary. */
final class SummaryScanner {

    private static final Phrase HEADING = Phrase.of("clinical case summary");
    /** The heading in letters of 2013. */
    private static final Phrase EARLY_HEADING = Phrase.of("reviewer case summary");

    private static final Phrase INTRODUCTION = Phrase.of("including all medical records");

    /** The facts stand in the first sentences; later ages and dates are of other things. */
    private static final int REACH = 1_500;

    /** How far behind the heading its introduction may end. */
    private static final int INTRODUCTION_REACH = 400;

    private static final int YOUNGEST = 12;
    private static final int OLDEST = 110;
    private static final int MAX_WORDS_TO_SEX = 6;
    private static final int MAX_WORDS_TO_DATE = 10;

    private static final List<Phrase> FEMALE = List.of(Phrase.of("female"), Phrase.of("woman"), Phrase.of("lady"));
    private static final List<Phrase> MALE = List.of(Phrase.of("male"), Phrase.of("man"), Phrase.of("gentleman"));

    private static final List<Phrase> AGES = List.of(
            Phrase.of("year old"),
            Phrase.of("years old"),
            Phrase.of("years of age"),
            Phrase.of("yr old"),
            Phrase.of("yrs old"),
            Phrase.of("yo"));

    /** {@code y.o.}, whose full stop no phrase steps over. */
    private static final Phrase DOTTED_AGE = Phrase.of("y");

    /** A person's description ends before these. */
    private static final Set<String> DESCRIPTION_ENDS =
            Set.of("who", "whose", "with", "that", "was", "has", "had", "is", "sustained", "suffered", "status");

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

    private final FlatText flat;
    private final CharReader reader;

    /** Where the word for the sex stands. */
    private Range sexPlace = Range.NONE;

    private SummaryScanner(FlatText flat, int from, int to) {
        this.flat = flat;
        this.reader = new CharReader(flat.chars, from, to);
    }

    /** What the summary says of the injured worker, and where; null, and {@link Range#NONE}, where it doesn't. */
    record Summary(
            @Nullable Integer age,
            Range agePlace,
            @Nullable Sex sex,
            Range sexPlace,
            @Nullable LocalDate injuryDate,
            Range injuryPlace) {}

    static final Summary NOTHING = new Summary(null, Range.NONE, null, Range.NONE, null, Range.NONE);

    /** Scans the summary between its heading and {@code end}, where the items begin. */
    static Summary scan(FlatText flat, int end) {
        int heading = flat.heading(HEADING, 0, end);
        heading = heading == Phrase.NOT_FOUND ? EARLY_HEADING.find(flat.chars, 0, end) : heading;
        int reach = heading == Phrase.NOT_FOUND ? end : Math.min(end, heading + INTRODUCTION_REACH);
        int introduction = INTRODUCTION.find(flat.chars, Math.max(heading, 0), reach);
        int from = Math.max(heading, introduction);
        if (from == Phrase.NOT_FOUND) {
            return NOTHING;
        }
        return new SummaryScanner(flat, from, Math.min(end, from + REACH)).run();
    }

    private Summary run() {
        Integer age = null;
        Range agePlace = Range.NONE;
        Sex sex = null;
        DateScanner.Found injury = null;
        int start = reader.position();
        while (!reader.atEnd() && (age == null || injury == null)) {
            int at = reader.position();
            byte c = reader.peek();
            if (Chars.isDigit(c) && reader.atWordStart() && age == null) {
                age = ageAt();
                if (age != null) {
                    agePlace = digits(at);
                    int behind = reader.position();
                    sex = sexBehind();
                    sex = sex != null ? sex : sexBefore(start, at);
                    reader.moveTo(behind);
                }
            } else if (injury == null && mayBeEvent(c) && isEvent()) {
                int behind = reader.position();
                injury = dateBehind();
                reader.moveTo(behind);
            }
            if (reader.position() == at) {
                reader.skipToken();
            }
        }
        return new Summary(
                age,
                agePlace,
                sex,
                sexPlace,
                injury == null ? null : injury.date(),
                injury == null ? Range.NONE : injury.place());
    }

    private Range digits(int from) {
        int to = from;
        while (Chars.isDigit(flat.chars[to])) {
            to++;
        }
        return new Range(from, to);
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

    /** Reads the word at the position, in lower case. */
    private String word() {
        int start = reader.position();
        reader.skipWord();
        return flat.text(start, reader.position()).toLowerCase(Locale.ROOT);
    }

    /** {@code 59 year old}, {@code 36-year-old}, {@code 45 years of age}, {@code 61 y/o}; restores the position if not. */
    private @Nullable Integer ageAt() {
        int start = reader.position();
        int age = reader.readInt(3);
        skipJoiners();
        if (age >= YOUNGEST && age <= OLDEST && skipWordsForAge()) {
            return age;
        }
        reader.moveTo(start);
        return null;
    }

    private boolean skipWordsForAge() {
        for (Phrase words : AGES) {
            if (reader.skipWhole(words)) {
                return true;
            }
        }
        boolean dotted = reader.skip(DOTTED_AGE) && reader.skip('.') && word().equals("o");
        reader.skip('.');
        return dotted;
    }

    private void skipJoiners() {
        while (reader.peek() == ' ' || Chars.isHyphen(reader.peek())) {
            reader.next();
        }
    }

    private @Nullable Sex sexBehind() {
        for (int words = 0; words < MAX_WORDS_TO_SEX; words++) {
            while (reader.peek() == ' ' || reader.peek() == ',' || Chars.isHyphen(reader.peek())) {
                reader.next();
            }
            if (!Chars.isLetter(reader.peek())) {
                return null;
            }
            Sex sex = sexAt(reader.position());
            if (sex != null || DESCRIPTION_ENDS.contains(word())) {
                return sex;
            }
        }
        return null;
    }

    /** {@code a female, 45 years old}: in the same sentence, at most so many words before the age. */
    private @Nullable Sex sexBefore(int start, int age) {
        int at = age - 1;
        for (int words = 0; words < MAX_WORDS_TO_SEX && at >= start; words++) {
            while (at >= start && !Chars.isLetterOrDigit(flat.chars[at])) {
                if (Chars.isStop(flat.chars[at]) || flat.chars[at] == ':') {
                    return null;
                }
                at--;
            }
            while (at >= start && Chars.isLetterOrDigit(flat.chars[at])) {
                at--;
            }
            Sex sex = sexAt(at + 1);
            if (sex != null) {
                return sex;
            }
        }
        return null;
    }

    private @Nullable Sex sexAt(int at) {
        return isOneOf(FEMALE, at) ? Sex.FEMALE : isOneOf(MALE, at) ? Sex.MALE : null;
    }

    private boolean isOneOf(List<Phrase> words, int at) {
        int position = reader.position();
        boolean found = false;
        for (Phrase word : words) {
            reader.moveTo(at);
            if (reader.skipWhole(word)) {
                found = true;
                sexPlace = new Range(at, reader.position());
            }
        }
        reader.moveTo(position);
        return found;
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
            if (!Chars.isLetter(reader.peek()) || !BETWEEN.contains(word())) {
                return null;
            }
        }
        return null;
    }

    private static boolean isConnector(byte c) {
        return c == ' ' || c == ',' || c == ':' || c == '(' || c == ')' || c == '-';
    }
}
