package imr.dev.letters;

import java.util.List;

/** Sets the blocks of a letter in lines and pages. */
final class Typesetter {

    private final Layout layout;
    private final StringBuilder out;
    private int column;
    private int lineOfPage;
    private int page = 1;
    private Block.Kind before = Block.Kind.LINES;

    private Typesetter(Layout layout, StringBuilder out) {
        this.layout = layout;
        this.out = out;
    }

    static String set(List<Block> blocks, Layout layout) {
        Typesetter typesetter = new Typesetter(layout, new StringBuilder(8192));
        for (Block block : blocks) {
            typesetter.add(block);
        }
        typesetter.finish();
        return typesetter.out.toString();
    }

    private void add(Block block) {
        if (out.length() > 0) {
            separate(block.kind());
        }
        switch (block.kind()) {
            case LINES -> lines(block.text());
            case HEADING -> heading(block.text());
            case LABEL -> label(block.text());
            default -> words(block.text(), false);
        }
        before = block.kind();
    }

    private void separate(Block.Kind kind) {
        boolean joins = layout.joined()
                && ((kind == Block.Kind.GUIDELINE && before == Block.Kind.LABEL) || kind == Block.Kind.RATIONALE);
        if (joins) {
            space();
        } else if (kind == Block.Kind.NEXT_LINE || before == Block.Kind.HEADING) {
            newLine(false);
        } else if (lineOfPage >= layout.pageLines() - 2) {
            newPage(true);
        } else {
            newLine(false);
            if (layout.spaced()) {
                out.append(' ');
            }
            newLine(true);
        }
    }

    private void lines(String text) {
        int from = 0;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            out.append(text, from, to);
            newLine(false);
            from = to + 1;
        }
        out.append(text, from, text.length());
        column = text.length() - from;
    }

    private void heading(String text) {
        if (layout.spaced()) {
            out.append(text);
        } else {
            out.append(" ".repeat(Math.max(0, layout.width() - text.length()) / 2))
                    .append(text);
        }
        column = text.length();
    }

    private void label(String text) {
        int decision = text.lastIndexOf(' ');
        words(text.substring(0, decision), true);
        if (layout.decisionAlone()) {
            breakLine(true);
        } else {
            out.append(layout.wideDecision() ? "  " : " ");
            column += 2;
        }
        words(text.substring(decision + 1), true);
    }

    /** Sets running text, from where the line stands; what is before it has a space behind it already. */
    private void words(String text, boolean inLabel) {
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            int gap = from == 0 ? 0 : layout.doubleSpaces() && text.charAt(from - 2) == '.' ? 2 : 1;
            if (column == 0 || column + gap + to - from <= layout.width()) {
                append("  ", 0, column == 0 ? 0 : gap);
            } else {
                int cut = hyphenThatFits(text, from, to, gap);
                if (cut > 0) {
                    append("  ", 0, gap);
                    append(text, from, cut);
                    from = cut;
                }
                breakLine(inLabel);
            }
            append(text, from, to);
            from = to + 1;
        }
    }

    /** Index behind a hyphen at which the word can be broken so that its head still fits; 0 for none. */
    private int hyphenThatFits(String text, int from, int to, int gap) {
        if (!layout.breakHyphens()) {
            return 0;
        }
        for (int hyphen = to - 2; hyphen > from; hyphen--) {
            if (text.charAt(hyphen) == '-'
                    && Character.isLetterOrDigit(text.charAt(hyphen - 1))
                    && Character.isLetterOrDigit(text.charAt(hyphen + 1))
                    && column + gap + (hyphen + 1 - from) <= layout.width()) {
                return hyphen + 1;
            }
        }
        return 0;
    }

    private void append(String text, int from, int to) {
        out.append(text, from, to);
        column += to - from;
    }

    private void space() {
        out.append(' ');
        column++;
    }

    private void breakLine(boolean inLabel) {
        // In a label that holds sentences, a page's end behind one of them would make the rest look like the label.
        boolean ambiguous = inLabel && out.charAt(out.length() - 1) == '.';
        if (lineOfPage >= layout.pageLines() && !ambiguous) {
            newPage(false);
        } else {
            newLine(out.charAt(out.length() - 1) == '-');
        }
    }

    private void newLine(boolean hyphenated) {
        if (layout.spaced()) {
            out.append(hyphenated ? "" : " ").append(layout.lineEnd());
        }
        out.append(layout.lineEnd());
        lineOfPage++;
        column = 0;
    }

    private void newPage(boolean betweenParagraphs) {
        footer();
        boolean hyphenated = out.charAt(out.length() - 1) == '-';
        if (layout.spaced()) {
            newLine(hyphenated);
            out.append(layout.lineEnd()).append(layout.lineEnd());
            if (betweenParagraphs) {
                out.append(' ');
                newLine(true);
            }
        } else {
            out.append(layout.lineEnd()).append('\f');
        }
        lineOfPage = 0;
        column = 0;
        page++;
    }

    private void footer() {
        if (layout.footer() != null) {
            out.append(layout.lineEnd())
                    .append(layout.lineEnd())
                    .append(layout.footer())
                    .append("   ")
                    .append(page);
        }
    }

    private void finish() {
        footer();
        if (layout.spaced()) {
            newLine(false);
            out.append(' ');
            newLine(true);
            out.append(layout.lineEnd());
        } else {
            out.append(layout.lineEnd()).append('\f');
        }
    }
}
