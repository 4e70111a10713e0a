package imr.dev.letters;

import imr.avro.LetterFormat;
import imr.avro.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a case that shows in its letter, white space and encoding excepted: two letters printed from one case file
 * are repeats of one another.
 *
 * @param index number of the case in the generator's sequence
 * @param format layout generation of the letter
 * @param caseNumber the case's number; printed by formats that have a header
 * @param key record key of its letters
 * @param dates the days of the case
 * @param priority priority of the review
 * @param headerStyle how the case header is printed
 * @param reviewer who reviewed
 * @param worker who was injured
 * @param region region of the body concerned
 * @param summary the case summary
 * @param items the disputed items
 * @param claimsAdministrator who denied, null when the intake does not say
 * @param tellsDecisionDate whether the intake passes the decision's day in a header
 * @param footers whether pages have footers, whose place depends on the layout
 */
record CaseFile(
        long index,
        LetterFormat format,
        String caseNumber,
        String key,
        Dates dates,
        String priority,
        HeaderStyle headerStyle,
        Reviewer reviewer,
        Worker worker,
        Region region,
        String summary,
        List<CaseItem> items,
        @Nullable String claimsAdministrator,
        boolean tellsDecisionDate,
        boolean footers) {

    /** Days of a case, in the order of the calendar but for assigned, which follows received. */
    record Dates(LocalDate injury, LocalDate urDenial, LocalDate received, LocalDate assigned, LocalDate decision) {

        Dates decided(LocalDate other) {
            return new Dates(injury, urDenial, received, assigned, other);
        }
    }

    /** The reviewer; states can be printed without a space between them. */
    record Reviewer(List<String> states, boolean gluedStates, List<String> specialties) {}

    /** The injured worker; the sex is null where the letter does not state it. */
    record Worker(int age, @Nullable Sex sex) {}

    CaseFile withItems(List<CaseItem> others) {
        return new CaseFile(
                index,
                format,
                caseNumber,
                key,
                dates,
                priority,
                headerStyle,
                reviewer,
                worker,
                region,
                summary,
                others,
                claimsAdministrator,
                tellsDecisionDate,
                footers);
    }

    CaseFile withDecisionDate(LocalDate other) {
        return new CaseFile(
                index,
                format,
                caseNumber,
                key,
                dates.decided(other),
                priority,
                headerStyle,
                reviewer,
                worker,
                region,
                summary,
                items,
                claimsAdministrator,
                tellsDecisionDate,
                footers);
    }

    CaseFile withClaimsAdministrator(String other) {
        return new CaseFile(
                index,
                format,
                caseNumber,
                key,
                dates,
                priority,
                headerStyle,
                reviewer,
                worker,
                region,
                summary,
                items,
                other,
                tellsDecisionDate,
                footers);
    }

    /** Whether the letter prints the case header with number and days. */
    boolean hasHeader() {
        return format != LetterFormat.V3A;
    }
}
