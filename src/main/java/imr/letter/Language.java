package imr.letter;

import java.util.Set;

/** Tells text in another language than English, by its script or by its commonest words. Meant for what is no letter anyway. */
final class Language {

    /** Enough text to tell a language by, and no more than that, of a text that may be long. */
    private static final int REACH = 50_000;

    private static final int MIN_LETTERS = 20;
    private static final int MIN_WORDS = 8;

    /** One in so many words of any text is among its language's commonest. */
    private static final int WORDS_A_COMMON_ONE = 20;

    private static final char LAST_LATIN = '\u024F';
    private static final char FIRST_LATIN_ADDITION = '\u1E00';
    private static final char LAST_LATIN_ADDITION = '\u1EFF';

    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "with", "that", "this", "from", "for", "not", "which", "by", "has", "have",
            "were", "been", "is", "was");

    /** Spanish, Portuguese, French, Italian, German, Tagalog and Vietnamese: what injured workers get letters in. */
    private static final Set<String> OTHERS = Set.of(
            "de",
            "la",
            "el",
            "que",
            "los",
            "las",
            "del",
            "por",
            "para",
            "con",
            "una",
            "se",
            "su",
            "en",
            "fue",
            "da",
            "dos",
            "uma",
            "com",
            "n\u00E3o",
            "le",
            "les",
            "des",
            "du",
            "et",
            "est",
            "une",
            "pour",
            "dans",
            "il",
            "di",
            "che",
            "della",
            "per",
            "der",
            "die",
            "das",
            "und",
            "ist",
            "nicht",
            "mit",
            "von",
            "ang",
            "ng",
            "mga",
            "sa",
            "ay",
            "c\u1EE7a",
            "v\u00E0",
            "l\u00E0",
            "kh\u00F4ng",
            "\u0111\u01B0\u1EE3c");

    private Language() {}

    /** Whether the text is plainly not in English. */
    static boolean isForeign(FlatText flat) {
        String text = flat.text(0, Math.min(flat.length, REACH));
        int end = text.length();
        int letters = 0;
        int otherScript = 0;
        int words = 0;
        int english = 0;
        int others = 0;
        int at = 0;
        while (at < end) {
            int start = at;
            StringBuilder word = new StringBuilder();
            while (at < end && Character.isLetter(text.charAt(at))) {
                otherScript += isOtherScript(text.charAt(at)) ? 1 : 0;
                word.append(Character.toLowerCase(text.charAt(at)));
                at++;
            }
            if (at == start) {
                at++;
                continue;
            }
            letters += at - start;
            words++;
            english += ENGLISH.contains(word.toString()) ? 1 : 0;
            others += OTHERS.contains(word.toString()) ? 1 : 0;
        }
        boolean scriptTells = letters >= MIN_LETTERS && otherScript * 2 > letters;
        return scriptTells || (others >= MIN_WORDS && others > 2 * english && others * WORDS_A_COMMON_ONE > words);
    }

    private static boolean isOtherScript(char c) {
        return c > LAST_LATIN && (c < FIRST_LATIN_ADDITION || c > LAST_LATIN_ADDITION);
    }
}
