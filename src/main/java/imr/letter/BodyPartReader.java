package imr.letter;

import imr.avro.BodySide;
import imr.avro.Span;
import imr.letter.FoundItem.Range;
import imr.reference.BodyParts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which parts of the body a request is for, and on which side. */
final class BodyPartReader {

    private final FlatText flat;
    private final RequestTokens tokens;
    private final BodyParts vocabulary = BodyParts.bundled();
    private final List<String> parts = new ArrayList<>(2);
    private final Single<BodySide> side = new Single<>();
    private final List<Range> places = new ArrayList<>(2);
    private Range unspecific = Range.NONE;

    BodyPartReader(FlatText flat, RequestTokens tokens) {
        this.flat = flat;
        this.tokens = tokens;
    }

    void read() {
        int to = tokens.count() == 0 ? 0 : tokens.end(tokens.count() - 1);
        int at = 0;
        while (at < tokens.count()) {
            BodyParts.Found found = tokens.isWord(at) ? vocabulary.find(flat.chars, tokens.start(at), to) : null;
            if (found != null) {
                at = found(at, found);
            } else {
                at = side(at);
            }
        }
        if (namesSpineAlone()) {
            parts.add(BodyParts.SPINE);
            places.add(unspecific);
        }
    }

    /** Names of the parts, in order. A spine without more is named only where no region of it is. */
    List<String> parts() {
        return parts;
    }

    /** Where the parts stand that {@link #parts} names, each in its first place. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>(places.size());
        for (Range place : places) {
            spans.add(flat.span(place.start(), place.end()));
        }
        return spans;
    }

    private boolean namesSpineAlone() {
        return unspecific.isPresent() && parts.stream().noneMatch(part -> part.endsWith(BodyParts.SPINE));
    }

    @Nullable
    BodySide side() {
        return parts.size() > 1 ? null : side.get();
    }

    @Nullable
    Span sideSpan() {
        return side() == null ? null : side.span(flat);
    }

    private int found(int at, BodyParts.Found found) {
        int next = at;
        while (next < tokens.count() && tokens.start(next) < found.end()) {
            next++;
        }
        if (isLength(at, found)) {
            return next;
        }
        Range place = new Range(tokens.start(at), found.end());
        if (found.part().equals(BodyParts.SPINE)) {
            unspecific = unspecific.isPresent() ? unspecific : place;
        } else if (!found.part().isEmpty() && !parts.contains(found.part())) {
            parts.add(found.part());
            places.add(place);
        }
        if (found.side() != null) {
            side.add(found.side(), place);
        } else if (!found.part().isEmpty()) {
            initial(at - 1);
        }
        return next;
    }

    /** {@code 10 feet} are no part of the body. */
    private boolean isLength(int at, BodyParts.Found found) {
        return found.part().equals("foot") && tokens.isDigits(at - 1);
    }

    /** {@code R knee}, {@code (L) shoulder}. */
    private void initial(int before) {
        int letter = tokens.isMark(before, ')') && tokens.isMark(before - 2, '(') ? before - 1 : before;
        if (tokens.isMark(letter, 'R')) {
            side.add(BodySide.RIGHT, tokens.range(letter, letter + 1));
        } else if (tokens.isMark(letter, 'L')) {
            side.add(BodySide.LEFT, tokens.range(letter, letter + 1));
        }
    }

    /** Reads a word for a side, or for both at once, and returns the next token. */
    private int side(int at) {
        BodySide here = sideOf(at);
        if (here == null) {
            return at + 1;
        }
        BodySide other =
                tokens.isMark(at + 1, '/') || tokens.isMark(at + 1, '&') || isAnd(at + 1) ? sideOf(at + 2) : null;
        if (other != null && other != here) {
            side.add(BodySide.BILATERAL, tokens.range(at, at + 3));
            return at + 3;
        }
        side.add(here, tokens.range(at, at + 1));
        return at + 1;
    }

    private boolean isAnd(int token) {
        return tokens.isWord(token) && tokens.text(token, token + 1).equals("and");
    }

    private @Nullable BodySide sideOf(int token) {
        return switch (tokens.kind(token)) {
            case LEFT -> BodySide.LEFT;
            case RIGHT -> BodySide.RIGHT;
            case BOTH -> BodySide.BILATERAL;
            default -> null;
        };
    }
}
