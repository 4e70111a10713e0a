package imr.reference;

/**
 * Names that occur in citations, for telling where a chapter's title ends and for splitting a list of sections whose
 * names hold commas themselves. Holds spellings only, damaged ones among them; what they refer to is the guideline
 * reference's matter. Immutable.
 */
public final class CitationVocabulary {

    private static final CitationVocabulary BUNDLED = load();

    private final SpellingTree chapters = new SpellingTree();
    private final SpellingTree sections = new SpellingTree();

    private CitationVocabulary() {}

    /** The vocabulary that comes with the program. */
    public static CitationVocabulary bundled() {
        return BUNDLED;
    }

    private static CitationVocabulary load() {
        CitationVocabulary vocabulary = new CitationVocabulary();
        for (ReferenceTable.Row row :
                ReferenceTable.load("citation-chapters.tsv").rows()) {
            vocabulary.chapters.add(row.get("spelling"));
        }
        for (ReferenceTable.Row row :
                ReferenceTable.load("citation-sections.tsv").rows()) {
            vocabulary.sections.add(row.get("spelling"));
        }
        return vocabulary;
    }

    /**
     * Index behind the longest chapter title that starts exactly at {@code from}, whatever follows it; -1 if none does.
     * Differences in case, spaces and punctuation are passed over.
     */
    public int chapterEnd(byte[] text, int from, int to) {
        return chapters.longestEnd(text, from, to, false);
    }

    /**
     * Index behind the longest section name that starts exactly at {@code from} and is followed by a comma, a semicolon
     * or the end of the range; -1 if none does. A closing bracket behind the name counts to it.
     */
    public int sectionEnd(byte[] text, int from, int to) {
        return sections.longestEnd(text, from, to, true);
    }
}
