package imr.letter;

import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.LetterSpans;
import imr.avro.Span;
import imr.letter.CaseHeader.Places;
import imr.letter.CredentialsScanner.Credentials;
import imr.letter.FoundItem.Range;
import imr.letter.SummaryScanner.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Credentials credentials = early ? CredentialsScanner.scanProse(flat) : CredentialsScanner.scan(flat, marks);
        if (credentials.licensureStates().isEmpty() || credentials.specialties().isEmpty()) {
            warnings.add(WarningCode.CREDENTIALS_INCOMPLETE, 0);
        }
        Summary summary = SummaryScanner.scan(flat, ItemScanner.sectionStart(flat, marks));
        LocalDate injury = header.dateOfInjury() != null ? header.dateOfInjury() : summary.injuryDate();
        CaseNumber.Found footer = header.caseNumber() == null ? flat.footerCaseNumber : null;
        boolean withHeader = format == LetterFormat.V3A && header.printed();
        return new Letter(
                withHeader ? LetterFormat.V3B : format,
                footer == null ? header.caseNumber() : footer.number(),
                header.dateAssigned(),
                injury,
                header.decisionDate(),
                header.urDenialDate(),
                header.priority(),
                header.applicationReceived(),
                texts(flat, credentials.licensureStates()),
                texts(flat, credentials.specialties()),
                summary.age(),
                summary.sex(),
                origin.claimsAdministrator(),
                spans(flat, header, footer, credentials, summary));
    }

    private static LetterSpans spans(
            FlatText flat,
            CaseHeader header,
            CaseNumber.@Nullable Found footer,
            Credentials credentials,
            Summary summary) {
        Places places = header.places();
        Range injury = places.dateOfInjury().isPresent() ? places.dateOfInjury() : summary.injuryPlace();
        return new LetterSpans(
                footer == null ? places.caseNumber().span(flat) : new Span(footer.start(), footer.end()),
                places.dateAssigned().span(flat),
                injury.span(flat),
                places.decisionDate().span(flat),
                places.urDenialDate().span(flat),
                places.priority().span(flat),
                places.applicationReceived().span(flat),
                spans(flat, credentials.licensureStates()),
                spans(flat, credentials.specialties()),
                summary.agePlace().span(flat),
                summary.sexPlace().span(flat));
    }

    private static List<String> texts(FlatText flat, List<Range> ranges) {
        List<String> texts = new ArrayList<>(ranges.size());
        for (Range range : ranges) {
            texts.add(flat.text(range.start(), range.end()));
        }
        return texts;
    }

    private static List<Span> spans(FlatText flat, List<Range> ranges) {
        List<Span> spans = new ArrayList<>(ranges.size());
        for (Range range : ranges) {
            spans.add(flat.span(range.start(), range.end()));
        }
        return spans;
    }
}
