package imr.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The printed labels that a letter is read by. Each ends in a colon, so that they are looked for at colons alone. */
enum Mark {
    RECEIVED,
    LICENSURE,
    SPECIALTY,
    ITEMS_FOLLOW,
    ADMINISTRATOR_GUIDELINE,
    REVIEWER_GUIDELINE,
    RATIONALE;

    private static final Phrase RECEIVED_WORDING = Phrase.of("received");
    private static final Phrase ITEMS_FOLLOW_WORDING = Phrase.of("set forth below");
    private static final Phrase[] LICENSURE_WORDINGS = {
        Phrase.of("states of licensure"), Phrase.of("state of licensure"),
    };
    /** Some fonts print "fi" as one character. */
    private static final Phrase[] SPECIALTY_WORDINGS = {
        Phrase.of("certifications specialty"),
        Phrase.of("certification specialty"),
        Phrase.of("certi\uFB01cations specialty"),
        Phrase.of("certi\uFB01cation specialty"),
    };

    private static final Phrase[] RATIONALE_WORDINGS = {
        Phrase.of("decision rationale"), Phrase.of("rationale for the decision"), Phrase.of("rationale for decision"),
    };

    /** What the names of both guideline lines end in. */
    private static final Phrase[] GUIDELINE = {Phrase.of("guideline"), Phrase.of("guidelines")};

    private static final Phrase ADMINISTRATOR = Phrase.of("claims administrator");
    private static final Phrase[] MAXIMUS = {Phrase.of("maximus"), Phrase.of("maximus's")};

    /** {@code IMR Reviewer}, {@code Expert Reviewer's} and others of later letters. */
    private static final Phrase[] REVIEWER = {Phrase.of("reviewer"), Phrase.of("reviewers")};

    /** What reviewers are called besides; longer before shorter where one wording ends in another. */
    private static final Phrase[] REVIEWER_KINDS = {
        Phrase.of("imr"),
        Phrase.of("maximus expert"),
        Phrase.of("expert"),
        Phrase.of("physician"),
        Phrase.of("maximus"),
        Phrase.of("independent"),
    };

    /** A mark in the text, from the start of its wording to behind its colon. */
    record Found(Mark mark, int start, int end) {}

    /** All marks of a letter, in its order. */
    static List<Found> findAll(FlatText flat) {
        List<Found> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < flat.colonCount(); i++) {
            int colon = flat.colon(i);
            Found mark = endingAt(flat.chars, from, colon);
            if (mark != null) {
                found.add(mark);
            }
            from = colon + 1;
        }
        return found;
    }

    private static @Nullable Found endingAt(byte[] text, int from, int colon) {
        int end = colon > from && text[colon - 1] == ' ' ? colon - 1 : colon;
        if (end == from) {
            return null;
        }
        return switch (Chars.lower(text[end - 1])) {
            case 'd' -> found(RECEIVED, RECEIVED_WORDING.startBefore(text, from, end), colon);
            case 'w' -> found(ITEMS_FOLLOW, ITEMS_FOLLOW_WORDING.startBefore(text, from, end), colon);
            case 'y' -> found(SPECIALTY, startBefore(SPECIALTY_WORDINGS, text, from, end), colon);
            case 'n' -> found(RATIONALE, startBefore(RATIONALE_WORDINGS, text, from, end), colon);
            case 's', 'e' -> guidelineOrOther(text, from, end, colon);
            default -> null;
        };
    }

    private static @Nullable Found guidelineOrOther(byte[] text, int from, int end, int colon) {
        int guideline = startBefore(GUIDELINE, text, from, end);
        if (guideline != Phrase.NOT_FOUND) {
            int administrator = ADMINISTRATOR.startBefore(text, from, guideline);
            return administrator != Phrase.NOT_FOUND
                    ? found(ADMINISTRATOR_GUIDELINE, administrator, colon)
                    : found(REVIEWER_GUIDELINE, reviewerStart(text, from, guideline), colon);
        }
        Found rationale = found(RATIONALE, startBefore(RATIONALE_WORDINGS, text, from, end), colon);
        return rationale != null
                ? rationale
                : found(LICENSURE, startBefore(LICENSURE_WORDINGS, text, from, end), colon);
    }

    private static int reviewerStart(byte[] text, int from, int end) {
        int maximus = startBefore(MAXIMUS, text, from, end);
        if (maximus != Phrase.NOT_FOUND) {
            return maximus;
        }
        int reviewer = startBefore(REVIEWER, text, from, end);
        int kind = reviewer == Phrase.NOT_FOUND ? reviewer : startBefore(REVIEWER_KINDS, text, from, reviewer);
        return kind == Phrase.NOT_FOUND ? reviewer : kind;
    }

    private static int startBefore(Phrase[] wordings, byte[] text, int from, int end) {
        for (Phrase wording : wordings) {
            int start = wording.startBefore(text, from, end);
            if (start != Phrase.NOT_FOUND) {
                return start;
            }
        }
        return Phrase.NOT_FOUND;
    }

    private static @Nullable Found found(Mark mark, int start, int colon) {
        return start == Phrase.NOT_FOUND ? null : new Found(mark, start, colon + 1);
    }
}
