package imr.dev.letters;

import java.util.List;

/** A guideline line of an item: its text and what it cites. */
record GuidelineLine(String text, List<CitationTruth> citations) {

    /** Who cites, as the line says it. */
    enum Side {
        CLAIMS_ADMINISTRATOR("The Claims Administrator"),
        REVIEWER("The Expert Reviewer");

        private final String printed;

        Side(String printed) {
            this.printed = printed;
        }

        String printed() {
            return printed;
        }
    }
}
