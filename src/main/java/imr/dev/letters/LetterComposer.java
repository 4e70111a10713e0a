package imr.dev.letters;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import java.util.ArrayList;
import java.util.List;

/** Puts a case file into the words of its letter, format by format. */
final class LetterComposer {

    private static final String HOW = "HOW THE IMR FINAL DETERMINATION WAS MADE";
    private static final String REVIEW = "MAXIMUS Federal Services sent the complete case file to an expert reviewer."
            + " He/she has no affiliation with the employer, employee, providers or the claims administrator. He/she has"
            + " been in active clinical practice for more than five years and is currently working at least 24 hours a"
            + " week in active practice. The expert reviewer was selected based on his/her clinical experience,"
            + " education, background, and expertise in the same or similar specialties that evaluate and/or treat the"
            + " medical condition and disputed items/Service. He/she is familiar with governing laws and regulations,"
            + " including the strength of evidence hierarchy that applies to Independent Medical Review determinations.";
    /** What both parties of a letter of 2014 name. */
    static final String CHAPTER_OF_2014 = "Chronic Pain Medical Treatment Guidelines";

    static final String ADMINISTRATOR_OF_2014 =
            "The Claims Administrator based its decision on the " + CHAPTER_OF_2014 + ".";
    static final String REVIEWER_OF_2014 =
            "The Physician Reviewer based his/her decision on the " + CHAPTER_OF_2014 + ".";
    private static final String SUMMARY = "CLINICAL CASE SUMMARY";
    private static final String SUMMARY_INTRODUCTION = "The expert reviewer developed the following clinical case"
            + " summary based on a review of the case file, including all medical records:";
    private static final String ISSUES = "IMR ISSUES, DECISIONS AND RATIONALES";
    private static final String ISSUES_INTRODUCTION =
            "The Final Determination was based on decisions for the disputed items/services set forth below:";

    private LetterComposer() {}

    static List<Block> compose(CaseFile file) {
        List<Block> blocks = new ArrayList<>(20 + 4 * file.items().size());
        switch (file.format()) {
            case V1 -> noticeOf2013(file, blocks);
            case V2 -> letterOf2014(file, blocks);
            default -> sections(file, blocks);
        }
        return blocks;
    }

    private static void sections(CaseFile file, List<Block> blocks) {
        if (file.hasHeader()) {
            blocks.add(new Block(Block.Kind.LINES, HeaderLines.print(file)));
        }
        blocks.add(new Block(Block.Kind.HEADING, HOW));
        blocks.add(new Block(Block.Kind.TEXT, REVIEW));
        blocks.add(new Block(Block.Kind.TEXT, "The Expert Reviewer has the following credentials:"));
        CaseFile.Reviewer reviewer = file.reviewer();
        blocks.add(new Block(
                Block.Kind.NEXT_LINE,
                "State(s) of Licensure: " + String.join(reviewer.gluedStates() ? "," : ", ", reviewer.states())));
        blocks.add(new Block(
                Block.Kind.NEXT_LINE, "Certification(s)/Specialty: " + String.join(", ", reviewer.specialties())));
        blocks.add(new Block(Block.Kind.HEADING, SUMMARY));
        blocks.add(new Block(Block.Kind.TEXT, SUMMARY_INTRODUCTION));
        blocks.add(new Block(Block.Kind.TEXT, file.summary()));
        blocks.add(new Block(Block.Kind.HEADING, ISSUES));
        blocks.add(new Block(Block.Kind.TEXT, ISSUES_INTRODUCTION));
        String reviewerLabel = file.format() == LetterFormat.V4 ? "IMR Reviewer guideline: " : "MAXIMUS guideline: ";
        for (CaseItem item : file.items()) {
            blocks.add(new Block(Block.Kind.LABEL, item.label() + ": " + decisionWord(item)));
            blocks.add(new Block(
                    Block.Kind.GUIDELINE,
                    "Claims Administrator guideline: " + item.administrator().text()));
            blocks.add(new Block(
                    Block.Kind.GUIDELINE, reviewerLabel + item.reviewer().text()));
            blocks.add(new Block(
                    Block.Kind.RATIONALE,
                    "Decision rationale: " + item.rationale().text()));
        }
    }

    private static void noticeOf2013(CaseFile file, List<Block> blocks) {
        CaseFile.Dates dates = file.dates();
        blocks.add(new Block(Block.Kind.HEADING, "Notice of Independent Medical Review Determination"));
        blocks.add(new Block(Block.Kind.TEXT, "Dated: " + PrintedDate.SLASHED.print(dates.decision())));
        blocks.add(new Block(
                Block.Kind.LINES,
                "IMR Case Number: " + file.caseNumber()
                        + "\nDate of Injury: " + PrintedDate.SLASHED.print(dates.injury())
                        + "\nUR Denial Date: " + PrintedDate.SLASHED.print(dates.urDenial())
                        + "\nApplication Received: " + PrintedDate.SLASHED.print(dates.received())));
        determinations(file, ") MAXIMUS Federal Services, Inc. has determined the request for ", blocks);
        blocks.add(new Block(Block.Kind.HEADING, "HOW THE DECISION WAS REACHED"));
        blocks.add(new Block(Block.Kind.TEXT, qualifications(file)));
        blocks.add(new Block(Block.Kind.HEADING, SUMMARY));
        blocks.add(new Block(Block.Kind.TEXT, file.summary()));
        blocks.add(new Block(Block.Kind.HEADING, "DECISIONS AND RATIONALES"));
        int position = 1;
        for (CaseItem item : file.items()) {
            blocks.add(new Block(
                    Block.Kind.TEXT,
                    position++ + ") MAXIMUS Federal Services, Inc. has determined the request for " + item.label()
                            + necessity(item)));
            blocks.add(new Block(
                    Block.Kind.TEXT,
                    "Rationale for the Decision: " + item.rationale().text()));
        }
    }

    private static void letterOf2014(CaseFile file, List<Block> blocks) {
        CaseFile.Dates dates = file.dates();
        blocks.add(new Block(Block.Kind.HEADING, "MAXIMUS FEDERAL SERVICES, INC."));
        blocks.add(new Block(
                Block.Kind.LINES,
                "Case Number: " + file.caseNumber()
                        + "\nDate Assigned: " + PrintedDate.FULL.print(dates.assigned())
                        + "\nDate of Injury: " + PrintedDate.FULL.print(dates.injury())
                        + "\nDecision Date: " + PrintedDate.FULL.print(dates.decision())
                        + "\nUR Denial Date: " + PrintedDate.FULL.print(dates.urDenial())
                        + "\nPriority: " + file.priority()
                        + "\nApplication Received: " + PrintedDate.FULL.print(dates.received())));
        blocks.add(new Block(Block.Kind.HEADING, HOW));
        blocks.add(new Block(Block.Kind.TEXT, qualifications(file)));
        blocks.add(new Block(Block.Kind.HEADING, "DOCUMENTS REVIEWED"));
        blocks.add(new Block(Block.Kind.TEXT, "The application, the denial, and the records of the treating clinic."));
        blocks.add(new Block(Block.Kind.HEADING, SUMMARY));
        blocks.add(new Block(Block.Kind.TEXT, file.summary()));
        blocks.add(new Block(Block.Kind.HEADING, "IMR DECISION(S) AND RATIONALE(S)"));
        blocks.add(new Block(Block.Kind.TEXT, ISSUES_INTRODUCTION));
        int position = 1;
        for (CaseItem item : file.items()) {
            blocks.add(new Block(Block.Kind.TEXT, position++ + ". The request for " + item.label() + necessity(item)));
            blocks.add(new Block(Block.Kind.TEXT, ADMINISTRATOR_OF_2014));
            blocks.add(new Block(Block.Kind.TEXT, REVIEWER_OF_2014));
            blocks.add(new Block(
                    Block.Kind.TEXT,
                    "The Physician Reviewer's decision rationale: "
                            + item.rationale().text()));
        }
    }

    private static String qualifications(CaseFile file) {
        return "The physician reviewer is Board Certified in "
                + String.join(" and ", file.reviewer().specialties())
                + " and is licensed to practice in "
                + file.reviewer().states().get(0) + ".";
    }

    private static void determinations(CaseFile file, String sentence, List<Block> blocks) {
        int position = 1;
        for (CaseItem item : file.items()) {
            blocks.add(new Block(Block.Kind.TEXT, position++ + sentence + item.label() + necessity(item)));
        }
    }

    private static String necessity(CaseItem item) {
        return item.decision() == Decision.UPHELD
                ? " is not medically necessary and appropriate."
                : " is medically necessary and appropriate.";
    }

    private static String decisionWord(CaseItem item) {
        return item.decision() == Decision.UPHELD ? "Upheld" : "Overturned";
    }
}
