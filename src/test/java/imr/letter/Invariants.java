package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.DisputedItem;
import imr.avro.ItemSpans;
import imr.avro.LetterFormat;
import imr.avro.LetterWarning;
import imr.avro.PageRange;
import imr.avro.RequestDetails;
import imr.avro.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** What holds of the parser's results for any text at all, letter or not. */
final class Invariants {

    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");
    private static final TimeZone SAMOA = TimeZone.getTimeZone("Pacific/Apia");

    private Invariants() {}

    /** Parses the text, here and elsewhere, and checks the result. */
    static void ofLetter(String text) {
        flattening(text);
        ParseResult result = everywhereTheSame(() -> LetterParser.parse(text, LetterOrigin.UNKNOWN));
        if (result instanceof ParseResult.Rejected rejected) {
            assertThat(rejected.line()).isPositive();
            assertThat(rejected.column()).isPositive();
        } else if (result instanceof ParseResult.Parsed parsed) {
            assertThat(parsed.determination().getLetterId()).isNotEmpty();
            items(parsed.determination().getItems(), text);
            warnings(parsed.determination().getWarnings());
        }
    }

    /** The flat text is the letter's, piece by piece. */
    private static void flattening(String text) {
        CodedText letter = CodedText.of(text);
        assertThat(letter).hasToString(text);
        FlatText flat = Flattener.flattenLetter(letter, Stops.of(letter.codes()));
        int before = -1;
        for (int at = 0; at < flat.length; at++) {
            if (flat.chars[at] != ' ') {
                int offset = flat.span(at, at + 1).getStart();
                assertThat(offset).isGreaterThan(before);
                assertThat(flat.text(at, at + 1)).isEqualTo(text.substring(offset, offset + 1));
                before = offset;
            }
        }
    }

    /** Parses the text as a guideline line, here and elsewhere, and checks the result. */
    static void ofGuidelineLine(String text) {
        List<Citation> citations = everywhereTheSame(() -> {
            FlatText flat = Flattener.flatten(text);
            return new CitationParser(flat, new Warnings()).parse(new FoundItem.Range(0, flat.length));
        });
        citations(citations, new Span(0, text.length()), text);
    }

    /** The same twice, and with another default locale and time zone. */
    private static <T> T everywhereTheSame(Supplier<T> reading) {
        T here = reading.get();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(TURKISH);
            TimeZone.setDefault(SAMOA);
            assertThat(reading.get()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        return here;
    }

    private static void items(List<DisputedItem> items, String text) {
        assertThat(items).isNotEmpty();
        Span before = new Span(0, 0);
        int position = 0;
        for (DisputedItem item : items) {
            position++;
            assertThat(item.getPosition()).isEqualTo(position);
            assertThat(item.getTreatment()).isNotBlank();
            assertThat(item.getRequestInDispute()).isNotBlank();
            assertThat(item.getTreatment()).contains(item.getRequestInDispute());
            assertThat(item.getSpan().getStart()).isGreaterThanOrEqualTo(before.getEnd());
            holds(item.getSpan(), item.getTreatment(), text);
            holds(item.getSpan(), item.getClaimsAdministratorGuideline(), text);
            holds(item.getSpan(), item.getReviewerGuideline(), text);
            // Of old the only readable sentence may be in the list at the front, with other items before the rationale.
            LetterFormat format = item.getLetter().getFormat();
            boolean early = format == LetterFormat.V1 || format == LetterFormat.V2;
            holds(early ? new Span(0, text.length()) : item.getSpan(), item.getRationale(), text);
            spans(item, text);
            details(item.getDetails(), item);
            citations(item.getClaimsAdministratorCitations(), item.getSpan(), text);
            citations(item.getReviewerCitations(), item.getSpan(), text);
            before = item.getSpan();
        }
    }

    /** Parts within their wholes; only letters of 2013 may give a rationale far from what it is for. */
    private static void spans(DisputedItem item, String text) {
        Span whole = item.getSpan();
        ItemSpans spans = item.getSpans();
        within(new Span(0, text.length()), spansOf(item.getLetter().getSpans()), text);
        within(whole, List.of(spans.getTreatment(), spans.getDecision()), text);
        within(spans.getTreatment(), List.of(spans.getRequestInDispute()), text);
        within(spans.getTreatment(), spansOf(spans.getDetails()), text);
        if (item.getLetter().getFormat() == LetterFormat.V1) {
            within(new Span(0, text.length()), spansOf(spans), text);
        } else {
            within(whole, spansOf(spans), text);
        }
        assertThat(spans.getDecision().getStart())
                .isGreaterThanOrEqualTo(spans.getTreatment().getEnd());
    }

    /** All spans in a record, those of lists and of records in it among them. */
    private static List<Span> spansOf(IndexedRecord record) {
        List<Span> spans = new ArrayList<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            List<?> values = value instanceof List<?> list ? list : Collections.singletonList(value);
            for (Object one : values) {
                if (one instanceof Span span) {
                    spans.add(span);
                } else if (one instanceof IndexedRecord inner) {
                    spans.addAll(spansOf(inner));
                }
            }
        }
        return spans;
    }

    private static void within(Span whole, List<Span> parts, String text) {
        for (Span part : parts) {
            holds(part, null, text);
            assertThat(part.getStart()).isGreaterThanOrEqualTo(whole.getStart());
            assertThat(part.getEnd()).isLessThanOrEqualTo(whole.getEnd());
            assertThat(Chars.isSpace(Chars.code(text.charAt(part.getStart())))).isFalse();
            assertThat(Chars.isSpace(Chars.code(text.charAt(part.getEnd() - 1))))
                    .isFalse();
        }
    }

    private static void details(RequestDetails details, DisputedItem item) {
        for (Integer number : Arrays.asList(
                details.getQuantity(),
                details.getVisitsPerWeek(),
                details.getWeeks(),
                details.getDaysSupply(),
                details.getVisits())) {
            assertThat(number == null || number > 0).isTrue();
        }
        for (String printed : Arrays.asList(details.getFrequency(), details.getDuration())) {
            assertThat(printed == null || item.getRequestInDispute().contains(printed))
                    .isTrue();
        }
        boolean single = details.getBodyParts().size() == 1;
        assertThat(details.getBodyPart())
                .isEqualTo(single ? details.getBodyParts().get(0) : null);
        assertThat(details.getStrengthUnit() == null || details.getStrength() != null)
                .isTrue();
        if (details.getLastDateOfService() != null) {
            assertThat(details.getLastDateOfService()).isAfter(details.getDateOfService());
        }
    }

    private static void citations(List<Citation> citations, Span within, String text) {
        int from = within.getStart();
        for (Citation citation : citations) {
            assertThat(citation.getText()).isNotBlank();
            assertThat(citation.getSpan().getStart()).isGreaterThanOrEqualTo(from);
            assertThat(citation.getSpan().getEnd()).isLessThanOrEqualTo(within.getEnd());
            holds(citation.getSpan(), citation.getText(), text);
            if (citation.getSource() != CitationSource.MTUS) {
                assertThat(citation.getChapter()).isNull();
                assertThat(citation.getEdition()).isNull();
            }
            assertThat(citation.getBody() != null).isEqualTo(citation.getSource() == CitationSource.NON_MTUS);
            for (String section : citation.getSections()) {
                assertThat(section).isNotBlank();
                assertThat(citation.getText()).contains(section);
            }
            for (PageRange pages : citation.getPages()) {
                assertThat(pages.getFirst()).isPositive();
                assertThat(pages.getLast()).isGreaterThanOrEqualTo(pages.getFirst());
            }
            from = citation.getSpan().getEnd();
        }
    }

    /**
     * Whether a span is within the text and holds a field: its characters, in order. White space and pages' headers and
     * footers may stand between them.
     */
    private static void holds(Span span, @Nullable String field, String text) {
        assertThat(span.getStart()).isNotNegative();
        assertThat(span.getEnd()).isGreaterThan(span.getStart()).isLessThanOrEqualTo(text.length());
        if (field == null) {
            return;
        }
        assertThat(field).isNotBlank();
        int at = span.getStart();
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) != ' ') {
                at = text.indexOf(field.charAt(i), at) + 1;
                assertThat(at).as("character %d of a field", i).isBetween(1, span.getEnd());
            }
        }
    }

    private static void warnings(List<LetterWarning> warnings) {
        int line = 1;
        for (LetterWarning warning : warnings) {
            assertThat(warning.getLine()).isGreaterThanOrEqualTo(line);
            assertThat(warning.getColumn()).isPositive();
            line = warning.getLine();
        }
    }
}
