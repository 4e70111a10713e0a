package imr.letter;

import imr.avro.Letter;
import imr.avro.LetterFormat;
import java.time.LocalDate;
import java.util.List;

/** Joins what a letter says once for all its items: case header, credentials, and facts of the case summary. */
final class LetterFacts {

    private LetterFacts() {}

    static Letter read(
            FlatText flat, List<Mark.Found> marks, LetterFormat format, LetterOrigin origin, Warnings warnings) {
        boolean early = format == LetterFormat.V1 || format == LetterFormat.V2;
        CaseHeader header = early ? HeaderScanner.scanEarly(flat) : HeaderScanner.scan(flat);
        if (header.printed() && !header.complete()) {
            warnings.add(WarningCode.HEADER_INCOMPLETE, 0);
        }
        CredentialsScanner.Credentials credentials =
                early ? CredentialsScanner.scanProse(flat) : CredentialsScanner.scan(flat, marks);
        if (credentials.licensureStates().isEmpty() || credentials.specialties().isEmpty()) {
            warnings.add(WarningCode.CREDENTIALS_INCOMPLETE, 0);
        }
        SummaryScanner.Summary summary = SummaryScanner.scan(flat, ItemScanner.sectionStart(flat, marks));
        LocalDate injury = header.dateOfInjury() != null ? header.dateOfInjury() : summary.injuryDate();
        boolean withHeader = format == LetterFormat.V3A && header.printed();
        return new Letter(
                withHeader ? LetterFormat.V3B : format,
                header.caseNumber() != null ? header.caseNumber() : flat.footerCaseNumber,
                header.dateAssigned(),
                injury,
                header.decisionDate(),
                header.urDenialDate(),
                header.priority(),
                header.applicationReceived(),
                credentials.licensureStates(),
                credentials.specialties(),
                summary.age(),
                summary.sex(),
                origin.claimsAdministrator());
    }
}
