package imr.letter;

import imr.avro.Citation;
import imr.avro.CitationSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a guideline line: a run of statements, each {@code Decision based on MTUS ...},
 * {@code Decision based on Non-MTUS Citation ...}, or a sentence on what {@code The Claims Administrator} or
 * {@code The Expert Reviewer} did or didn't do.
 */
final class CitationParser {

    private static final Phrase DECISION_BASED_ON = Phrase.of("decision based on");
    private static final List<Phrase> PARTIES = List.of(
            Phrase.of("the claims administrator"),
            Phrase.of("the expert reviewer"),
            Phrase.of("the imr reviewer"),
            Phrase.of("the physician reviewer"),
            Phrase.of("the maximus reviewer"),
            Phrase.of("the reviewer"));

    private static final Phrase NON_MTUS = Phrase.of("non mtus");
    private static final Phrase CITATION = Phrase.of("citation");
    private static final Phrase CITATIONS = Phrase.of("citations");
    private static final Phrase MTUS = Phrase.of("mtus");

    private static final Phrase DID_NOT_CITE = Phrase.of("did not cite");
    private static final Phrase OUTSIDE = Phrase.of("outside");
    private static final Phrase DID_NOT_BASE = Phrase.of("did not base");

    private static final List<Phrase> BASED_DECISION_ON = List.of(
            Phrase.of("based its decision on"),
            Phrase.of("based his/her decision on"),
            Phrase.of("based their decision on"),
            Phrase.of("based his decision on"),
            Phrase.of("based her decision on"));
    private static final List<Phrase> BEFORE_CHAPTER = List.of(Phrase.of("the"), Phrase.of("california"));
    private static final Phrase PART_OF_MTUS = Phrase.of("which is part of the mtus");

    private final FlatText flat;
    private final Warnings warnings;
    private final ScheduleCitation schedule;

    CitationParser(FlatText flat, Warnings warnings) {
        this.flat = flat;
        this.warnings = warnings;
        this.schedule = new ScheduleCitation(flat);
    }

    /** The citations of a guideline line, in its order; none where the letter lacks the line. */
    List<Citation> parse(FoundItem.Range line) {
        List<Citation> citations = new ArrayList<>(2);
        if (!line.isPresent()) {
            return citations;
        }
        int start = nextStatement(line.start(), line.end(), line.start());
        if (start > line.start()) {
            warnings.add(WarningCode.CITATION_UNREAD, line.start());
        }
        while (start < line.end()) {
            int end = nextStatement(start + 1, line.end(), line.start());
            statement(start, end, citations);
            start = end;
        }
        return citations;
    }

    /** Where the next statement starts, at {@code from} or later; {@code to} if none does. */
    private int nextStatement(int from, int to, int lineStart) {
        for (int at = from; at < to; at++) {
            byte c = flat.chars[at];
            if ((c == 'D' || c == 'T' || at == lineStart) && startsStatement(at, to, lineStart)) {
                return at;
            }
        }
        return to;
    }

    private boolean startsStatement(int at, int to, int lineStart) {
        return (isWordStart(at, lineStart) && DECISION_BASED_ON.endAt(flat.chars, at, to) >= 0)
                || (isSentenceStart(at, lineStart) && partyEnd(at, to) >= 0);
    }

    private boolean isWordStart(int at, int lineStart) {
        return at == lineStart || !Chars.isLetterOrDigit(flat.chars[at - 1]);
    }

    private boolean isSentenceStart(int at, int lineStart) {
        return at == lineStart || (isWordStart(at, lineStart) && flat.endsSentence(lineStart, at));
    }

    private int partyEnd(int at, int to) {
        for (Phrase party : PARTIES) {
            int end = party.endAt(flat.chars, at, to);
            if (end >= 0) {
                return end;
            }
        }
        return Phrase.NOT_FOUND;
    }

    private void statement(int start, int end, List<Citation> citations) {
        int based = DECISION_BASED_ON.endAt(flat.chars, start, end);
        if (based >= 0) {
            basedOn(start, flat.skipSpaces(based, end), end, citations, false);
        } else {
            partyStatement(start, end, citations);
        }
    }

    private void basedOn(int start, int body, int end, List<Citation> citations, boolean partOfMtus) {
        CharReader reader = new CharReader(flat.chars, body, end);
        if (reader.skip(NON_MTUS)) {
            int free = skipCitationWord(reader);
            citations.add(plain(CitationSource.NON_MTUS, free < trimmed(free, end) ? free : start, end));
        } else if (reader.skip(MTUS)) {
            schedule.parse(start, reader.position(), trimmed(start, end), citations);
        } else if (partOfMtus || schedule.startsWithChapter(body, end)) {
            // Of old the word MTUS wasn't printed before a chapter.
            if (DECISION_BASED_ON.endAt(flat.chars, start, end) >= 0) {
                warnings.add(WarningCode.CITATION_UNREAD, start);
            }
            schedule.parse(start, body, trimmed(start, end), citations);
        } else if (body < trimmed(body, end)) {
            warnings.add(WarningCode.CITATION_UNREAD, start);
            citations.add(plain(CitationSource.NON_MTUS, body, end));
        } else {
            warnings.add(WarningCode.CITATION_UNREAD, start);
        }
    }

    private static int skipCitationWord(CharReader reader) {
        reader.skipSpaces();
        // "Citation Smith ..." is one citation, whose author's name begins with an s.
        if (!reader.skipWhole(CITATIONS)) {
            reader.skip(CITATION);
        }
        while (reader.peek() == ' ' || reader.peek() == ':' || reader.peek() == ',') {
            reader.next();
        }
        return reader.position();
    }

    private void partyStatement(int start, int end, List<Citation> citations) {
        if (DID_NOT_CITE.find(flat.chars, start, end) >= 0) {
            citations.add(plain(CitationSource.NONE, start, sentenceEnd(start, end)));
        } else if (OUTSIDE.find(flat.chars, start, end) >= 0 || DID_NOT_BASE.find(flat.chars, start, end) >= 0) {
            citations.add(plain(CitationSource.OUTSIDE_MTUS, start, sentenceEnd(start, end)));
        } else {
            earlyStatement(start, end, citations);
        }
    }

    /** {@code The Claims Administrator based its decision on the <chapter>}, as letters said until mid 2014. */
    private void earlyStatement(int start, int end, List<Citation> citations) {
        CharReader reader = new CharReader(flat.chars, partyEnd(start, end), end);
        boolean based = false;
        for (Phrase wording : BASED_DECISION_ON) {
            reader.skipSpaces();
            based = based || reader.skipWhole(wording);
        }
        if (!based) {
            warnings.add(WarningCode.CITATION_UNREAD, start);
            return;
        }
        for (Phrase word : BEFORE_CHAPTER) {
            reader.skipSpaces();
            reader.skipWhole(word);
        }
        reader.skipSpaces();
        int part = PART_OF_MTUS.find(flat.chars, reader.position(), end);
        basedOn(start, reader.position(), part < 0 ? end : part, citations, part >= 0);
    }

    /** A party's statement is one sentence; what follows without a known beginning is read by nobody. */
    private int sentenceEnd(int start, int end) {
        int at = start;
        while (at < end && flat.chars[at] != '.') {
            at++;
        }
        int behind = Math.min(end, at + 1);
        if (flat.skipSpaces(behind, end) < end) {
            warnings.add(WarningCode.CITATION_UNREAD, behind);
        }
        return behind;
    }

    private Citation plain(CitationSource source, int start, int end) {
        int trimmed = trimmed(start, end);
        return new Citation(
                source,
                null,
                null,
                List.of(),
                List.of(),
                flat.text(start, trimmed),
                flat.span(start, trimmed),
                null,
                source == CitationSource.NON_MTUS ? CitedBodies.of(flat, start, trimmed) : null,
                null);
    }

    /** End of a citation without the full stop and the space behind it. */
    private int trimmed(int start, int end) {
        int trimmed = flat.trimEnd(start, end);
        return trimmed > start && flat.chars[trimmed - 1] == '.' ? flat.trimEnd(start, trimmed - 1) : trimmed;
    }
}
