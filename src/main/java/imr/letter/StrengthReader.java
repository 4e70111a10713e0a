package imr.letter;

import imr.avro.Span;
import imr.letter.FoundItem.Range;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drug's strength: {@code 10/325mg}, {@code 5 %}, {@code 10mcg/hr}, and without a unit what stands between a
 * name and a quantity, {@code .5 #30}. Weights of tubes and jars are none. Takes the tokens that it reads.
 */
final class StrengthReader {

    /** The second part of a combination is at least so much: anything less may be a fraction or a level. */
    private static final int LEAST_SECOND_PART = 100;

    private final RequestTokens tokens;
    private final Single<Strength> strength = new Single<>();

    /** Where the unit of the strength told first stands. */
    private Range unitPlace = Range.NONE;

    private record Strength(String number, @Nullable String unit) {}

    StrengthReader(RequestTokens tokens) {
        this.tokens = tokens;
    }

    void read() {
        for (int at = 0; at < tokens.count(); at++) {
            if (tokens.isDigits(at) && !tokens.isTaken(at)) {
                at = Math.max(at, readAt(at) - 1);
            }
        }
    }

    @Nullable
    String number() {
        Strength found = strength.get();
        return found == null ? null : found.number();
    }

    @Nullable
    String unit() {
        Strength found = strength.get();
        return found == null ? null : found.unit();
    }

    @Nullable
    Span numberSpan(FlatText flat) {
        return strength.span(flat);
    }

    @Nullable
    Span unitSpan(FlatText flat) {
        return strength.get() == null ? null : unitPlace.span(flat);
    }

    boolean isTold() {
        return strength.isTold();
    }

    private int readAt(int at) {
        int behind = at + 1;
        boolean combined = false;
        while (isSeparator(behind) && tokens.isDigits(behind + 1)) {
            combined = true;
            behind += 2;
        }
        if (!combined && isRepeatedUnit(behind)) {
            return combination(at, behind);
        }
        int unit = tokens.isMark(behind, '-') ? behind + 1 : behind;
        int unitEnd = unitEnd(unit);
        if (unitEnd > unit) {
            return told(at, behind, unit, unitEnd);
        }
        if (isBare(at, behind, combined)) {
            return told(at, behind, behind, behind);
        }
        return behind;
    }

    /** {@code 10mg/325mg}. */
    private boolean isRepeatedUnit(int unit) {
        return tokens.is(unit, RequestWord.STRENGTH_UNIT)
                && isSeparator(unit + 1)
                && tokens.isDigits(unit + 2)
                && tokens.is(unit + 3, RequestWord.STRENGTH_UNIT)
                && tokens.text(unit, unit + 1).equals(tokens.text(unit + 3, unit + 4));
    }

    private int combination(int at, int unit) {
        String separator = tokens.text(unit + 1, unit + 2);
        String number = tokens.text(at, at + 1) + separator + tokens.text(unit + 2, unit + 3);
        tell(new Strength(number, lower(tokens.text(unit, unit + 1))), at, unit + 3, unit, unit + 1);
        tokens.take(at, unit + 4);
        return unit + 4;
    }

    private boolean isSeparator(int token) {
        return tokens.isMark(token, '/') || tokens.isMark(token, '-');
    }

    /** A number without a unit is a strength between a name and a quantity, or if it is that of a combination. */
    private boolean isBare(int at, int behind, boolean combined) {
        boolean afterName = tokens.isWord(at - 1)
                && tokens.kind(at - 1) == RequestWord.NONE
                && !tokens.touches(at - 1)
                && !tokens.touches(behind - 1);
        if (!afterName) {
            return false;
        }
        boolean beforeQuantity = tokens.isMark(behind, '#') && tokens.isDigits(behind + 1);
        return beforeQuantity || (combined && tokens.value(behind - 1) >= LEAST_SECOND_PART);
    }

    private int told(int at, int behind, int unit, int unitEnd) {
        String number = tokens.text(at, behind).replace(" ", "");
        Strength read = new Strength(
                number.startsWith(".") ? "0" + number : number,
                unitEnd > unit ? lower(tokens.text(unit, unitEnd)) : null);
        tell(read, at, behind, unit, unitEnd);
        tokens.take(at, Math.max(behind, unitEnd));
        return Math.max(behind, unitEnd);
    }

    private void tell(Strength read, int from, int to, int unit, int unitEnd) {
        if (!strength.isTold() && unitEnd > unit) {
            unitPlace = tokens.range(unit, unitEnd);
        }
        strength.add(read, tokens.range(from, to));
    }

    private int unitEnd(int unit) {
        if (tokens.isMark(unit, '%')) {
            return unit + 1;
        }
        return switch (tokens.kind(unit)) {
            case STRENGTH_UNIT -> perEnd(unit + 1);
            case GRAM -> gramEnd(unit + 1);
            default -> unit;
        };
    }

    /** Grams are a strength within a volume or a tablet; else they tell how much is in the tube. */
    private int gramEnd(int at) {
        int end = perEnd(at);
        return end > at || tokens.is(at, RequestWord.DOSE) ? end : at - 1;
    }

    /** Behind {@code /hr} or {@code /15ml}. */
    private int perEnd(int at) {
        if (!tokens.isMark(at, '/')) {
            return at;
        }
        int unit = tokens.isDigits(at + 1) ? at + 2 : at + 1;
        return switch (tokens.kind(unit)) {
            case HOUR, VOLUME, GRAM, DAY -> unit + 1;
            default -> at;
        };
    }

    private static String lower(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
