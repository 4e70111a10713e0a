package imr.letter;

/** A place in a letter: line and column, both from 1. */
record Position(int line, int column) {

    /** Place of a character of the decoded text. A carriage return with a line feed behind it is one line break. */
    static Position of(byte[] text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            byte c = text[i];
            boolean pair = c == '\r' && i + 1 < text.length && text[i + 1] == '\n';
            if (Chars.isLineBreak(c) && !pair) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, Math.max(1, offset - lineStart + 1));
    }
}
