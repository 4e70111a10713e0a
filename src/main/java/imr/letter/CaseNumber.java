package imr.letter;

import org.jspecify.annotations.Nullable;

/** Reads a case number such as {@code CM16-0000000}: two digits of the year and seven of the case. */
final class CaseNumber {

    private static final int YEAR_DIGITS = 2;
    private static final int CASE_DIGITS = 7;

    private CaseNumber() {}

    /** A case number without the spaces that extraction may have put in, and where it stands. */
    record Found(String number, int start, int end) {}

    /** The case number that starts exactly at {@code from}, if there is one. */
    static @Nullable Found read(CharReader reader, int from) {
        reader.moveTo(from);
        if (!skipLetter(reader, 'c') || !skipLetter(reader, 'm')) {
            return null;
        }
        reader.skipSpaces();
        int yearStart = reader.position();
        int year = reader.readInt(YEAR_DIGITS);
        int yearDigits = reader.position() - yearStart;
        reader.skipSpaces();
        boolean hyphen = Chars.isHyphen(reader.peek());
        reader.next();
        reader.skipSpaces();
        int caseStart = reader.position();
        int number = reader.readInt(CASE_DIGITS);
        int caseDigits = reader.position() - caseStart;
        if (yearDigits != YEAR_DIGITS || !hyphen || caseDigits != CASE_DIGITS || Chars.isDigit(reader.peek())) {
            return null;
        }
        return new Found("CM" + padded(year, YEAR_DIGITS) + "-" + padded(number, CASE_DIGITS), from, reader.position());
    }

    private static boolean skipLetter(CharReader reader, char letter) {
        if (Chars.lower(reader.peek()) != letter) {
            return false;
        }
        reader.next();
        return true;
    }

    private static String padded(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(digits - plain.length()) + plain;
    }
}
