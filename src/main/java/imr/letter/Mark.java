package imr.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The printed labels that a letter is read by. Each ends in a colon, so that they are looked for at colons alone. */
enum Mark {
    RECEIVED("received"),
    LICENSURE("states of licensure", "state of licensure"),
    /** Some fonts print "fi" as one character. */
    SPECIALTY(
            "certifications specialty", "certification specialty",
            "certi\uFB01cations specialty", "certi\uFB01cation specialty"),
    ITEMS_FOLLOW("set forth below"),
    ADMINISTRATOR_GUIDELINE("claims administrator guideline", "claims administrator guidelines"),
    REVIEWER_GUIDELINE(reviewerWordings()),
    RATIONALE("decision rationale", "rationale for the decision", "rationale for decision");

    /** Longer before shorter where one wording ends in another. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and a stream's toList, so it never changes
    private final List<Phrase> wordings;

    Mark(String... wordings) {
        this.wordings = List.of(wordings).stream().map(Phrase::of).toList();
    }

    /** {@code MAXIMUS guideline} and, in later letters, {@code IMR Reviewer guideline}, {@code Reviewer's guideline} ... */
    private static String[] reviewerWordings() {
        List<String> wordings = new ArrayList<>();
        for (String owner : List.of("maximus", "maximus'", "maximus's")) {
            wordings.add(owner + " guideline");
            wordings.add(owner + " guidelines");
        }
        for (String kind : List.of("imr", "maximus expert", "expert", "physician", "maximus", "independent", "")) {
            for (String reviewer : List.of(" reviewer", " reviewer's", " reviewers'")) {
                wordings.add(kind + reviewer + " guideline");
                wordings.add(kind + reviewer + " guidelines");
            }
        }
        return wordings.toArray(String[]::new);
    }

    /** A mark in the text, from the start of its wording to behind its colon. */
    record Found(Mark mark, int start, int end) {}

    /** All marks of a letter, in its order. */
    static List<Found> findAll(FlatText flat) {
        char[] text = flat.chars;
        List<Found> found = new ArrayList<>();
        int from = 0;
        for (int at = flat.indexOf(':', 0); at >= 0; at = flat.indexOf(':', from)) {
            Found mark = endingAt(text, from, at);
            if (mark != null) {
                found.add(mark);
            }
            from = at + 1;
        }
        return found;
    }

    private static @Nullable Found endingAt(char[] text, int from, int colon) {
        int last = colon > from && text[colon - 1] == ' ' ? colon - 2 : colon - 1;
        if (last < from) {
            return null;
        }
        return switch (Chars.lower(text[last])) {
            case 'd' -> RECEIVED.endingAt(text, from, colon, last);
            case 'w' -> ITEMS_FOLLOW.endingAt(text, from, colon, last);
            case 'y' -> SPECIALTY.endingAt(text, from, colon, last);
            case 'n' -> RATIONALE.endingAt(text, from, colon, last);
            case 's', 'e' -> {
                Found found = ADMINISTRATOR_GUIDELINE.endingAt(text, from, colon, last);
                found = found != null ? found : REVIEWER_GUIDELINE.endingAt(text, from, colon, last);
                found = found != null ? found : RATIONALE.endingAt(text, from, colon, last);
                yield found != null ? found : LICENSURE.endingAt(text, from, colon, last);
            }
            default -> null;
        };
    }

    private @Nullable Found endingAt(char[] text, int from, int colon, int last) {
        for (Phrase wording : wordings) {
            int start = wording.startBefore(text, from, last + 1);
            if (start != Phrase.NOT_FOUND) {
                return new Found(this, start, colon + 1);
            }
        }
        return null;
    }
}
