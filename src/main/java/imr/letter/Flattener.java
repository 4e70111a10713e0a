package imr.letter;

import org.jspecify.annotations.Nullable;

/** Makes a {@link FlatText} of a letter in one pass over it. */
final class Flattener {

    /** Bits of a character's class: it needs a look wherever it stands, or only behind a space. */
    private static final int LOOK = 2;

    private static final int LOOK_BEHIND_SPACE = 1;

    /** How far a class is shifted to tell of which looks the next character may be in need. */
    private static final int NEXT = 4;

    /** Class of every code, so that the loop over them has no branch that is often guessed wrong. */
    private static final byte[] CLASSES = classes();

    private final CodedText letter;
    private final byte[] raw;
    private final byte[] chars;
    private int length;

    private final Origins origins;
    private final Lines lines;
    private @Nullable String caseNumber;

    private Flattener(CodedText letter) {
        this.letter = letter;
        this.raw = letter.codes();
        this.chars = new byte[raw.length];
        this.origins = new Origins(raw.length);
        this.lines = new Lines(raw.length);
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int code = 0; code < classes.length; code++) {
            boolean footer = code == Furniture.FOOTER_START;
            boolean look = code != ' ' && Chars.isSpace((byte) code);
            int now = look ? LOOK : code == ' ' || footer ? LOOK_BEHIND_SPACE : 0;
            int next = code == ' ' ? LOOK | LOOK_BEHIND_SPACE : LOOK;
            classes[code] = (byte) (next << NEXT | now);
        }
        return classes;
    }

    static FlatText flatten(String text) {
        return flatten(CodedText.of(text));
    }

    static FlatText flatten(CodedText letter) {
        Flattener flattener = new Flattener(letter);
        flattener.run();
        return flattener.flatText();
    }

    private FlatText flatText() {
        lines.close();
        return new FlatText(letter, chars, length, origins, lines, caseNumber);
    }

    private void run() {
        int at = 0;
        while (at < raw.length) {
            if (Chars.isSpace(raw[at])) {
                at = lines.addSpaces(raw, at);
                continue;
            }
            int furnitureEnd = Furniture.endAt(raw, at, lines.isAtLineStart(), lines.isAfterPageBreak());
            if (furnitureEnd > at) {
                if (caseNumber == null) {
                    caseNumber = Furniture.caseNumber(raw, at, furnitureEnd);
                }
                lines.addFurniture();
                at = furnitureEnd;
            } else {
                at = text(at);
            }
        }
    }

    /** Copies text in one go up to where a footer begins or more white space comes than single spaces between words. */
    private int text(int from) {
        boolean spaced = length > 0 && lines.isApart() && !joinsHyphenated();
        origins.add(length, spaced ? from - 1 : from);
        if (spaced) {
            chars[length] = ' ';
            length++;
        }
        lines.addText(length);
        int end = runEnd(from);
        System.arraycopy(raw, from, chars, length, end - from);
        length += end - from;
        return end;
    }

    /** Where text ends that starts here: before a footer, or any white space but a single space. */
    private int runEnd(int from) {
        byte[] text = raw;
        int looks = LOOK;
        int at = from;
        while (at < text.length) {
            int kind = CLASSES[text[at] & 0xFF];
            if ((kind & looks) != 0 && endsText(at)) {
                break;
            }
            looks = kind >> NEXT;
            at++;
        }
        return text[at - 1] == ' ' ? at - 1 : at;
    }

    private boolean endsText(int at) {
        return raw[at] != Furniture.FOOTER_START
                || (Furniture.mayBeFooter(raw, at) && Furniture.endAt(raw, at, false, false) > at);
    }

    /** A hyphen at a line's end right behind a word: the word goes on in the next line. */
    private boolean joinsHyphenated() {
        return lines.isAtLineStart()
                && length > 1
                && chars[length - 1] == '-'
                && Chars.isLetterOrDigit(chars[length - 2]);
    }
}
