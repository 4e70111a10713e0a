package imr.letter;

import imr.avro.BodySide;
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
    private boolean unspecific;

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
    }

    /** Names of the parts, in order. A spine without more is named only where no region of it is. */
    List<String> parts() {
        List<String> named = new ArrayList<>(parts);
        if (unspecific && named.stream().noneMatch(part -> part.endsWith(BodyParts.SPINE))) {
            named.add(BodyParts.SPINE);
        }
        return named;
    }

    @Nullable
    BodySide side() {
        return parts().size() > 1 ? null : side.get();
    }

    private int found(int at, BodyParts.Found found) {
        int next = at;
        while (next < tokens.count() && tokens.start(next) < found.end()) {
            next++;
        }
        if (isLength(at, found)) {
            return next;
        }
        if (found.part().equals(BodyParts.SPINE)) {
            unspecific = true;
        } else if (!found.part().isEmpty() && !parts.contains(found.part())) {
            parts.add(found.part());
        }
        if (found.side() != null) {
            side.add(found.side());
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
            side.add(BodySide.RIGHT);
        } else if (tokens.isMark(letter, 'L')) {
            side.add(BodySide.LEFT);
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
            side.add(BodySide.BILATERAL);
            return at + 3;
        }
        side.add(here);
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
