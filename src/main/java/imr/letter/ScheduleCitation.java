package imr.letter;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.letter.FoundItem.Range;
import imr.reference.CitationVocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is cited of the treatment schedule: {@code <chapter>[ <year>][ <topic>][ Page(s): <pages>][, Section(s):
 * <sections>]}, and more of the same behind {@code and}. Chapters are told by the vocabulary; one that it lacks ends at a
 * year, a comma, or the words for sections or pages.
 */
final class ScheduleCitation {

    private static final Phrase SECTIONS = Phrase.of("section(s)");
    private static final Phrase SECTION = Phrase.of("section");
    private static final Phrase AND = Phrase.of("and");
    private static final Phrase ACOEM = Phrase.of("acoem");
    private static final Phrase CHAPTER = Phrase.of("chapter");
    private static final Phrase GUIDELINES = Phrase.of("guidelines");
    private static final Phrase COMPLAINTS = Phrase.of("complaints");

    /** How far before a known title its publisher and number may stand, as in "ACOEM ..., Chapter 12 ...". */
    private static final int PUBLISHER_REACH = 70;
    /** Longest title of a chapter that the vocabulary lacks. */
    private static final int MAX_UNKNOWN_CHAPTER = 80;
    /** A title this long is taken for a chapter behind "and" without a year; shorter ones are topics as well. */
    private static final int UNMISTAKABLE = 15;

    private final CitationVocabulary vocabulary = CitationVocabulary.bundled();
    private final FlatText flat;
    private final byte[] chars;
    private final SectionList sectionList;

    ScheduleCitation(FlatText flat) {
        this.flat = flat;
        this.chars = flat.chars;
        this.sectionList = new SectionList(flat, vocabulary);
    }

    /** Whether a known chapter title starts here. */
    boolean startsWithChapter(int from, int to) {
        return vocabulary.chapterEnd(chars, from, to) >= 0;
    }

    /**
     * Reads the range behind the word MTUS into one citation for each chapter.
     *
     * @param statement where the statement starts, which a citation without any chapter is the text of
     */
    void parse(int statement, int from, int to, List<Citation> citations) {
        int start = skipSeparators(from, to);
        if (start >= to) {
            citations.add(citation(Range.NONE, null, new CitedPlaces(flat), statement, to));
            return;
        }
        while (start < to) {
            int end = parseOne(start, to, citations);
            start = skipAnd(end, to);
        }
    }

    /** Reads one chapter's citation and gives the index where it ends. */
    private int parseOne(int start, int to, List<Citation> citations) {
        int chapterStart = behindPublisher(start, to);
        int chapterEnd = vocabulary.chapterEnd(chars, chapterStart, to);
        if (chapterEnd < 0) {
            chapterStart = start;
            chapterEnd = unknownChapterEnd(start, to);
        }
        Year year = Year.read(chars, chapterEnd, to);
        int at = year == null ? chapterEnd : year.behind();
        at = skipGuidelines(at, to);
        int end = nextChapter(at, to);
        CitedPlaces places = new CitedPlaces(flat);
        readDetails(at, end, places);
        boolean titled = flat.skipSpaces(chapterStart, chapterEnd) < chapterEnd;
        Range chapter = titled ? new Range(chapterStart, chapterEnd) : Range.NONE;
        citations.add(citation(chapter, year, places, start, end));
        return end;
    }

    /** Some letters print "Guidelines" behind a title's year, or "Chapter" behind the title. */
    private int skipGuidelines(int from, int to) {
        int next = flat.skipSpaces(from, to);
        int chapter = CHAPTER.endAt(chars, next, to);
        if (chapter >= 0 && (skipSeparators(chapter, to) == to || chars[chapter] == ',')) {
            return chapter;
        }
        int word = GUIDELINES.endAt(chars, next, to);
        return word < 0 ? from : word;
    }

    /** Topics, sections and pages, in any order and number. */
    private void readDetails(int from, int to, CitedPlaces places) {
        int at = skipSeparators(from, to);
        while (at < to) {
            int list = sectionWordEnd(at, to);
            int pageList = PageList.wordEnd(chars, at, to);
            if (list >= 0) {
                int end = detailEnd(list, to);
                sectionList.read(skipSeparators(list, end), end, places);
                at = end;
            } else if (pageList >= 0) {
                at = PageList.read(chars, pageList, to, places);
            } else {
                int end = detailEnd(at, to);
                sectionList.readTopic(at, end, places);
                at = end;
            }
            at = skipSeparators(at, to);
        }
    }

    /**
     * Where a topic or a list of sections ends: at the words for pages or sections, or at the citation's end. Known names
     * are stepped over, since they may hold such words: Cytochrome p450 testing.
     */
    private int detailEnd(int from, int to) {
        int at = from;
        while (at < to) {
            boolean word = isWordStart(at);
            if (word && at > from && (PageList.wordEnd(chars, at, to) >= 0 || sectionWordEnd(at, to) >= 0)) {
                return at;
            }
            boolean entry = word && (flat.trimEnd(from, at) == from || behindComma(at, from));
            at = Math.max(at + 1, entry ? vocabulary.sectionEnd(chars, at, to) : -1);
        }
        return to;
    }

    private int sectionWordEnd(int at, int to) {
        if (Chars.lower(chars[at]) != 's') {
            return -1;
        }
        int end = SECTIONS.endAt(chars, at, to);
        end = end >= 0 ? end : SECTION.endAt(chars, at, to);
        if (end < 0) {
            return -1;
        }
        while (end < to && (chars[end] == ')' || chars[end] == ' ')) {
            end++;
        }
        return end < to && chars[end] == ':' ? end + 1 : -1;
    }

    /** Where the citation of the next chapter begins: behind "and", or behind a comma if it has its year or pages end there. */
    private int nextChapter(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isWordStart(at)) {
                continue;
            }
            int behindAnd = Chars.lower(chars[at]) == 'a' ? AND.endAt(chars, at, to) : -1;
            if (behindAnd >= 0 && behindAnd < to && chars[behindAnd] == ' ') {
                int chapter = flat.skipSpaces(behindAnd, to);
                if (isChapter(chapter, to, true) || (behindComma(at, from) && isUnknownChapter(chapter, to))) {
                    return at;
                }
            } else if (behindComma(at, from) && isChapter(at, to, behindPages(at, from))) {
                return at;
            }
        }
        return to;
    }

    private boolean isChapter(int at, int to, boolean yearMayLack) {
        int title = behindPublisher(at, to);
        int end = vocabulary.chapterEnd(chars, title, to);
        if (end < 0) {
            return false;
        }
        boolean noSection = yearMayLack || title > at || endsAsTitlesDo(title, end);
        return (noSection && end - title >= UNMISTAKABLE) || Year.read(chars, end, to) != null;
    }

    /** Names of sections end in neither of these words. */
    private boolean endsAsTitlesDo(int from, int to) {
        return endsWith(GUIDELINES, from, to) || endsWith(COMPLAINTS, from, to);
    }

    private boolean endsWith(Phrase word, int from, int to) {
        int start = to;
        while (start > from && Chars.isLetter(chars[start - 1])) {
            start--;
        }
        return word.endAt(chars, start, to) == to;
    }

    /** A title in no vocabulary still shows by its capital letter and its year. */
    private boolean isUnknownChapter(int at, int to) {
        if (at >= to || !Chars.isUpper(chars[at])) {
            return false;
        }
        int limit = Math.min(to, at + MAX_UNKNOWN_CHAPTER);
        for (int i = at; i < limit && chars[i] != ':' && chars[i] != ','; i++) {
            if (Chars.isDigit(chars[i])) {
                return Year.read(chars, i, to) != null;
            }
        }
        return false;
    }

    private boolean behindComma(int at, int from) {
        int before = flat.trimEnd(from, at) - 1;
        return before >= from && (chars[before] == ',' || chars[before] == ';');
    }

    /** Whether the comma before this place ends a list of pages, behind which no section goes on. */
    private boolean behindPages(int at, int from) {
        int comma = flat.trimEnd(from, at) - 1;
        int before = flat.trimEnd(from, comma) - 1;
        return before >= from && Chars.isDigit(chars[before]);
    }

    /** Steps over "Chapter 12" before a known title. */
    private int behindNumber(int from, int to) {
        int number = CHAPTER.endAt(chars, from, to);
        int at = number < 0 ? to : flat.skipSpaces(number, to);
        if (at >= to || !Chars.isDigit(chars[at])) {
            return from;
        }
        while (at < to && !Chars.isLetter(chars[at])) {
            at++;
        }
        return vocabulary.chapterEnd(chars, at, to) < 0 ? from : at;
    }

    /** Steps over "ACOEM", "ACOEM Practice Guidelines, Chapter 12" and the like before a known title. */
    private int behindPublisher(int from, int to) {
        int publisher = ACOEM.endAt(chars, from, to);
        if (publisher < 0) {
            return behindNumber(from, to);
        }
        int limit = Math.min(to, publisher + PUBLISHER_REACH);
        for (int at = publisher; at < limit; at++) {
            if (isWordStart(at) && vocabulary.chapterEnd(chars, at, to) >= 0) {
                return at;
            }
            if (PageList.wordEnd(chars, at, to) >= 0) {
                return from;
            }
        }
        return from;
    }

    private int unknownChapterEnd(int from, int to) {
        int limit = Math.min(to, from + MAX_UNKNOWN_CHAPTER);
        int at = from + 1;
        while (at < limit
                && chars[at] != ','
                && !(isWordStart(at)
                        && (Year.read(chars, at, to) != null
                                || PageList.wordEnd(chars, at, to) >= 0
                                || sectionWordEnd(at, to) >= 0))) {
            at++;
        }
        return flat.trimEnd(from, at);
    }

    private boolean isWordStart(int at) {
        return at == 0 || (!Chars.isLetterOrDigit(chars[at - 1]) && chars[at] != ' ');
    }

    private int skipAnd(int from, int to) {
        int at = skipSeparators(from, to);
        int behind = at < to ? AND.endAt(chars, at, to) : -1;
        return behind < 0 ? at : skipSeparators(behind, to);
    }

    private int skipSeparators(int from, int to) {
        int at = from;
        while (at < to && (chars[at] == ' ' || chars[at] == ',' || chars[at] == ';' || chars[at] == '.')) {
            at++;
        }
        return at;
    }

    private Citation citation(Range chapter, @Nullable Year edition, CitedPlaces places, int start, int end) {
        int trimmed = end;
        while (trimmed > start
                && (chars[trimmed - 1] == ' ' || chars[trimmed - 1] == ',' || chars[trimmed - 1] == ';')) {
            trimmed--;
        }
        return new Citation(
                CitationSource.MTUS,
                chapter.isPresent() ? flat.text(chapter.start(), chapter.end()) : null,
                edition == null ? null : edition.value(),
                places.sections(),
                places.pages(),
                flat.text(start, trimmed),
                flat.span(start, trimmed),
                null,
                null,
                places.spans(chapter, edition));
    }
}
