package imr.dev.letters;

import imr.avro.Decision;
import imr.avro.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes case summaries and rationales out of the phrasebook. */
final class Prose {

    private final Phrasebook phrases;

    Prose(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String summary(Blanks blanks, @Nullable Sex sex, boolean partial, Dice dice) {
        StringBuilder out = new StringBuilder(2000);
        say(sex == null ? "opening-unstated" : "opening", 1, blanks, out, dice);
        say("diagnosed", 1, blanks, out, dice);
        say("history", dice.between(2, 3), blanks, out, dice);
        say("visit", dice.between(1, 3), blanks, out, dice);
        say("exam", dice.between(1, 4), blanks, out, dice);
        say("meds", 1, blanks, out, dice);
        say("plan", 1, blanks, out, dice);
        say(partial ? "ur-partial" : "ur", 1, blanks, out, dice);
        return finished(out, dice);
    }

    /** How much a rationale says. */
    enum Depth {
        /** That it follows from another item. */
        DEPENDENT,
        /** Little, as in letters on many items. */
        BRIEF,
        FULL
    }

    /**
     * A rationale.
     *
     * @param contradicts whether its last sentence says the opposite of the decision
     */
    record Rationale(String text, boolean contradicts) {}

    Rationale rationale(Request request, Decision decision, Depth depth, Blanks blanks, Dice dice) {
        StringBuilder out = new StringBuilder(1500);
        boolean upheld = decision == Decision.UPHELD;
        String finding = upheld ? "lacking" : "support";
        int full = depth == Depth.FULL ? 1 : 0;
        if (depth == Depth.DEPENDENT) {
            say(upheld ? "uncited" : "uncited-granted", 1, blanks, out, dice);
        } else {
            say(phrases.about("guidance", request.topic()), dice.between(1, 2) + full, blanks, out, dice);
            say("record", 1 + full * dice.below(3), blanks, out, dice);
            if (dice.percent(40 * full)) {
                say("exam", dice.between(1, 2), blanks, out, dice);
            }
            say(phrases.about(finding, request.topic()), dice.between(1, 1 + 2 * full), blanks, out, dice);
            say(finding, full * dice.between(2, 3), blanks, out, dice);
        }
        // Now and then a rationale says the opposite of the decision printed: only the printed one counts.
        boolean slip = dice.perMille(4);
        List<Phrase> closings = phrases.any(upheld != slip ? "upheld" : "overturned");
        say(slip ? closings.subList(0, 1) : closings, 1, blanks, out, dice);
        return new Rationale(finished(out, dice), slip);
    }

    private void say(String use, int sentences, Blanks blanks, StringBuilder out, Dice dice) {
        say(phrases.any(use), sentences, blanks, out, dice);
    }

    private static void say(List<Phrase> choices, int sentences, Blanks blanks, StringBuilder out, Dice dice) {
        int count = Math.min(sentences, choices.size());
        int first = dice.below(choices.size() - count + 1);
        for (int i = 0; i < count; i++) {
            if (out.length() > 0) {
                out.append(' ');
            }
            choices.get(first + i).appendTo(out, blanks);
        }
    }

    /** The text, now and then with a typesetter's quotation marks and degree signs. */
    private static String finished(StringBuilder text, Dice dice) {
        String plain = text.toString();
        if (!dice.percent(8)) {
            return plain;
        }
        return plain.replace('\'', '\u2019')
                .replace(" \"", " \u201C")
                .replace('"', '\u201D')
                .replace(" degrees", "\u00B0");
    }
}
