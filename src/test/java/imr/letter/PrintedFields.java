package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.BodySide;
import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.CitationSpans;
import imr.avro.Decision;
import imr.avro.DetailSpans;
import imr.avro.DisputedItem;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterSpans;
import imr.avro.PageRange;
import imr.avro.RequestDetails;
import imr.avro.Sex;
import imr.avro.Span;
import imr.reference.BodyParts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds each field of a letter against what is printed at its span: the same text, white space and pages' furniture
 * aside, or for a value in a form of its own, what alone is read from that text.
 */
final class PrintedFields {

    private static final Pattern FURNITURE = Pattern.compile(
            "Final\\s+Determination\\s+Letter\\s+for\\s+IMR\\s+Case\\s+"
                    + "Number\\s+\\S+(\\s+\\d{1,3}(?=\\s|$))?|(?m)^\\s*Page \\d+ of \\d+\\s*$|(?m)^[ \\t]*\\d{1,3}\\s*?\\n\\f");
    private static final Pattern HYPHEN_AT_LINE_END = Pattern.compile("(?<=[\\p{L}\\p{N}]-)[ \\t]*[\\r\\n\\f]\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]+");
    private static final Pattern DECIDES =
            Pattern.compile("(is|are|was|were) ?(not)? ?medically ?necessary", Pattern.CASE_INSENSITIVE);

    private final String text;

    PrintedFields(String text) {
        this.text = text;
    }

    void hold(List<DisputedItem> items) {
        letter(items.get(0).getLetter());
        items.forEach(this::item);
    }

    private void letter(Letter letter) {
        LetterSpans spans = letter.getSpans();
        if (isThere(letter.getCaseNumber(), spans.getCaseNumber())) {
            String printed = printed(spans.getCaseNumber());
            assertThat(CaseNumber.read(reader(printed), 0))
                    .isEqualTo(new CaseNumber.Found(letter.getCaseNumber(), 0, printed.length()));
        }
        date(letter.getDateAssigned(), spans.getDateAssigned());
        date(letter.getDateOfInjury(), spans.getDateOfInjury());
        date(letter.getDecisionDate(), spans.getDecisionDate());
        date(letter.getUrDenialDate(), spans.getUrDenialDate());
        date(letter.getApplicationReceived(), spans.getApplicationReceived());
        if (isThere(letter.getPriority(), spans.getPriority())) {
            assertThat(dense(printed(spans.getPriority()))).isEqualToIgnoringCase(letter.getPriority());
        }
        texts(letter.getLicensureStates(), spans.getLicensureStates());
        texts(letter.getSpecialties(), spans.getSpecialties());
        number(letter.getAge(), spans.getAge());
        if (isThere(letter.getSex(), spans.getSex())) {
            assertThat(sex(dense(printed(spans.getSex())))).isEqualTo(letter.getSex());
        }
    }

    private void item(DisputedItem item) {
        ItemSpans spans = item.getSpans();
        text(item.getTreatment(), spans.getTreatment());
        text(item.getRequestInDispute(), spans.getRequestInDispute());
        assertThat(decision(printed(spans.getDecision()))).isEqualTo(item.getDecision());
        text(item.getClaimsAdministratorGuideline(), spans.getClaimsAdministratorGuideline());
        text(item.getReviewerGuideline(), spans.getReviewerGuideline());
        text(item.getRationale(), spans.getRationale());
        details(item.getDetails(), spans.getDetails());
        item.getClaimsAdministratorCitations().forEach(this::citation);
        item.getReviewerCitations().forEach(this::citation);
    }

    private void citation(Citation citation) {
        CitationSpans spans = citation.getSpans();
        assertThat(spans != null).isEqualTo(citation.getSource() == CitationSource.MTUS);
        if (spans == null) {
            return;
        }
        text(citation.getChapter(), spans.getChapter());
        if (isThere(citation.getEdition(), spans.getEdition())) {
            assertThat(dense(printed(spans.getEdition())))
                    .isEqualTo(citation.getEdition().toString());
        }
        texts(citation.getSections(), spans.getSections());
        assertThat(spans.getPages().stream().map(this::pages)).containsExactlyElementsOf(citation.getPages());
    }

    /** {@code 303-5} is short for {@code 303-305}, and a range the wrong way round is its first page alone. */
    private PageRange pages(Span span) {
        String[] numbers = printed(span).split("\\D+", -1);
        String first = numbers[0];
        String last = numbers[numbers.length - 1];
        String whole =
                last.length() < first.length() ? first.substring(0, first.length() - last.length()) + last : last;
        return new PageRange(Integer.parseInt(first), Integer.parseInt(whole));
    }

    private void details(RequestDetails details, DetailSpans spans) {
        assertThat(details.getRetrospective()).isEqualTo(spans.getRetrospective() != null);
        if (spans.getRetrospective() != null) {
            assertThat(alone(spans.getRetrospective()).getRetrospective()).isTrue();
        }
        date(details.getDateOfService(), spans.getDateOfService());
        date(details.getLastDateOfService(), spans.getLastDateOfService());
        strength(details, spans);
        if (isThere(details.getVisits(), spans.getVisits()) && !isProduct(spans.getVisits(), spans)) {
            number(details.getVisits(), spans.getVisits());
        }
        if (isThere(details.getQuantity(), spans.getQuantity()) && !isProduct(spans.getQuantity(), spans)) {
            number(details.getQuantity(), spans.getQuantity());
        }
        text(details.getFrequency(), spans.getFrequency());
        if (details.getFrequency() != null && details.getVisits() != null && isProduct(spans.getVisits(), spans)) {
            RequestDetails read = alone("therapy " + printed(spans.getFrequency()));
            assertThat(read.getVisits()).isEqualTo(details.getVisits());
        }
        number(details.getVisitsPerWeek(), spans.getVisitsPerWeek());
        number(details.getWeeks(), spans.getWeeks());
        text(details.getDuration(), spans.getDuration());
        if (isThere(details.getDaysSupply(), spans.getDaysSupply())) {
            assertThat(alone(printed(spans.getDaysSupply()) + " supply").getDaysSupply())
                    .isEqualTo(details.getDaysSupply());
        }
        assertThat(spans.getBodyParts()).hasSameSizeAs(details.getBodyParts());
        for (int i = 0; i < details.getBodyParts().size(); i++) {
            String printed = printed(spans.getBodyParts().get(i));
            BodyParts.Found found =
                    BodyParts.bundled().find(CodedText.of(printed).codes(), 0, printed.length());
            assertThat(found.part()).isEqualTo(details.getBodyParts().get(i));
            assertThat(found.end()).isEqualTo(printed.length());
        }
        if (isThere(details.getSide(), spans.getSide())) {
            assertThat(side(spans.getSide())).isEqualTo(details.getSide());
        }
    }

    /** Visits may be the product of the numbers of a frequency. */
    private static boolean isProduct(Span span, DetailSpans spans) {
        return span.equals(spans.getFrequency());
    }

    private void strength(RequestDetails details, DetailSpans spans) {
        if (isThere(details.getStrengthUnit(), spans.getStrengthUnit())) {
            assertThat(dense(printed(spans.getStrengthUnit())).toLowerCase(Locale.ROOT))
                    .isEqualTo(details.getStrengthUnit());
        }
        if (isThere(details.getStrength(), spans.getStrength())) {
            String numbers = printed(spans.getStrength()).replaceAll("[^0-9.,/-]", "");
            assertThat(numbers.startsWith(".") ? "0" + numbers : numbers).isEqualTo(details.getStrength());
        }
    }

    private void text(@Nullable String field, @Nullable Span span) {
        if (isThere(field, span)) {
            assertThat(printed(span)).isEqualTo(field);
        }
    }

    private void texts(List<String> fields, List<Span> spans) {
        assertThat(spans.stream().map(this::printed)).containsExactlyElementsOf(fields);
    }

    private void date(@Nullable LocalDate date, @Nullable Span span) {
        if (isThere(date, span)) {
            String printed = printed(span);
            assertThat(DateScanner.read(reader(printed), 0))
                    .isEqualTo(new DateScanner.Found(date, 0, printed.length()));
        }
    }

    private void number(@Nullable Integer number, @Nullable Span span) {
        if (isThere(number, span)) {
            String printed = printed(span).toLowerCase(Locale.ROOT);
            int read = switch (printed) {
                case "once" -> 1;
                case "twice" -> 2;
                case "thrice" -> 3;
                default ->
                    Character.isDigit(printed.charAt(0))
                            ? Integer.parseInt(printed.replaceAll(",|\\.0+$", ""))
                            : RequestWordTable.KINDS.value(CodedText.of(printed).codes(), 0, printed.length());
            };
            assertThat(read).isEqualTo(number);
        }
    }

    private BodySide side(Span span) {
        return switch (printed(span)) {
            case "R" -> BodySide.RIGHT;
            case "L" -> BodySide.LEFT;
            default -> alone(span).getSide();
        };
    }

    private static @Nullable Sex sex(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "female", "woman", "lady" -> Sex.FEMALE;
            case "male", "man", "gentleman" -> Sex.MALE;
            default -> null;
        };
    }

    private static Decision decision(String words) {
        if (DECIDES.matcher(words).matches()) {
            return words.toLowerCase(Locale.ROOT).contains("not") ? Decision.UPHELD : Decision.OVERTURNED;
        }
        return switch (dense(words).toLowerCase(Locale.ROOT)) {
            case "upheld", "uphold" -> Decision.UPHELD;
            case "overturned", "overturn" -> Decision.OVERTURNED;
            default -> Decision.UNKNOWN;
        };
    }

    /** What a request says that is no more than the text at a span. */
    private RequestDetails alone(Span span) {
        return alone(printed(span));
    }

    private static RequestDetails alone(String request) {
        FlatText flat = Flattener.flatten(request);
        FoundItem.Range whole = new FoundItem.Range(0, flat.length);
        return RequestDetailsReader.read(flat, whole, whole).details();
    }

    private static boolean isThere(@Nullable Object field, @Nullable Span span) {
        assertThat(span == null).isEqualTo(field == null);
        return field != null;
    }

    private static CharReader reader(String text) {
        return new CharReader(CodedText.of(text).codes(), 0, text.length());
    }

    /** The text at a span on one line, its pages' furniture taken out. */
    String printed(Span span) {
        String raw = text.substring(span.getStart(), span.getEnd());
        String furnished = FURNITURE.matcher(raw).replaceAll(" ");
        String joined = HYPHEN_AT_LINE_END.matcher(furnished).replaceAll("");
        return SPACE.matcher(joined).replaceAll(" ").strip();
    }

    private static String dense(String text) {
        return text.replace(" ", "");
    }
}
