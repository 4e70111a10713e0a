package imr.letter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the kind of a word, and the value of a number in letters, without making a string of it: a hash table with open
 * addressing. Case is passed over. A word of two kinds has the first; {@link RequestWord#COURSE} is looked up apart.
 */
final class RequestWordTable {

    private static final int SIZE = 512;
    private static final int LONGEST = 16;
    private static final int FIRSTS = 32;

    private static final List<String> SMALL_NUMBERS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    static final RequestWordTable KINDS = kinds();
    static final RequestWordTable COURSES = courses();

    private final String[] words = new String[SIZE];
    private final RequestWord[] kinds = new RequestWord[SIZE];
    private final int[] values = new int[SIZE];

    /** By the low bits of a word's first character, a bit for each length of a word that begins with it. */
    private final int[] lengths = new int[FIRSTS];

    private RequestWordTable() {
        Arrays.fill(kinds, RequestWord.NONE);
    }

    private static RequestWordTable kinds() {
        RequestWordTable table = new RequestWordTable();
        for (RequestWord kind : RequestWord.values()) {
            if (kind != RequestWord.COURSE) {
                table.addAll(kind);
            }
        }
        for (int i = 0; i < SMALL_NUMBERS.size(); i++) {
            table.add(SMALL_NUMBERS.get(i), RequestWord.NUMBER, i + 1);
        }
        table.add("thirty", RequestWord.NUMBER, 30);
        table.add("sixty", RequestWord.NUMBER, 60);
        table.add("ninety", RequestWord.NUMBER, 90);
        return table;
    }

    private static RequestWordTable courses() {
        RequestWordTable table = new RequestWordTable();
        table.addAll(RequestWord.COURSE);
        return table;
    }

    private void addAll(RequestWord kind) {
        String list = kind.words();
        int start = 0;
        while (start < list.length()) {
            int end = list.indexOf(' ', start);
            end = end < 0 ? list.length() : end;
            add(list.substring(start, end), kind, 0);
            start = end + 1;
        }
    }

    private void add(String word, RequestWord kind, int value) {
        int slot = slot(word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
        if (words[slot] == null) {
            words[slot] = word;
            kinds[slot] = kind;
            values[slot] = value;
        }
        lengths[word.charAt(0) & (FIRSTS - 1)] |= 1 << word.length();
    }

    /** Kind of the word in a range; {@link RequestWord#NONE} if it isn't known. */
    RequestWord kind(byte[] text, int from, int to) {
        return mayBeKnown(text, from, to) ? kinds[slot(text, from, to)] : RequestWord.NONE;
    }

    /** Value of the number in letters in a range; 0 if it isn't one. */
    int value(byte[] text, int from, int to) {
        return mayBeKnown(text, from, to) ? values[slot(text, from, to)] : 0;
    }

    /** Whether any word has this beginning and length, in capital letters or small ones; rules out most others at once. */
    private boolean mayBeKnown(byte[] text, int from, int to) {
        return to - from <= LONGEST && (lengths[text[from] & (FIRSTS - 1)] >>> (to - from) & 1) != 0;
    }

    private int slot(byte[] text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + Chars.lower(text[at]);
        }
        int slot = (hash ^ (hash >>> 9)) & (SIZE - 1);
        while (words[slot] != null && !matches(words[slot], text, from, to)) {
            slot = (slot + 1) & (SIZE - 1);
        }
        return slot;
    }

    private static boolean matches(String word, byte[] text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Chars.lower(text[from + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
