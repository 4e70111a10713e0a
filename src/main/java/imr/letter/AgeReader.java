package imr.letter;

import imr.avro.Sex;
import imr.letter.FoundItem.Range;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how old the injured worker is, and of which sex: {@code a 59 year old right-handed woman}. */
final class AgeReader {

    private static final int YOUNGEST = 12;
    private static final int OLDEST = 110;
    private static final int MAX_WORDS_TO_SEX = 6;

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

    private final FlatText flat;
    private final CharReader reader;
    private final int start;

    private @Nullable Integer age;
    private Range agePlace = Range.NONE;
    private @Nullable Sex sex;
    private Range sexPlace = Range.NONE;

    /** Reads from where the reader is. */
    AgeReader(FlatText flat, CharReader reader) {
        this.flat = flat;
        this.reader = reader;
        this.start = reader.position();
    }

    /** Reads an age if the position is at one, and steps over it; the first one counts. */
    void read() {
        int at = reader.position();
        if (age != null || !Chars.isDigit(reader.peek()) || !reader.atWordStart()) {
            return;
        }
        age = ageAt();
        if (age != null) {
            agePlace = digits(at);
            int behind = reader.position();
            sex = sexBehind();
            sex = sex != null ? sex : sexBefore(start, at);
            reader.moveTo(behind);
        }
    }

    /** In years; null if none was read yet. */
    @Nullable
    Integer age() {
        return age;
    }

    Range agePlace() {
        return agePlace;
    }

    /** Null if nothing near the age says it. */
    @Nullable
    Sex sex() {
        return sex;
    }

    Range sexPlace() {
        return sexPlace;
    }

    private Range digits(int from) {
        int to = from;
        while (Chars.isDigit(flat.chars[to])) {
            to++;
        }
        return new Range(from, to);
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
        boolean dotted =
                reader.skip(DOTTED_AGE) && reader.skip('.') && reader.readWord().equals("o");
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
            if (sex != null || DESCRIPTION_ENDS.contains(reader.readWord())) {
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
}
