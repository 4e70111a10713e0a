package imr.dev.letters;

import imr.dev.letters.CitationTruth.Pages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the truth of generated letters as JSON, one object a letter, with the field names of the offline parser's
 * output, so that the two can be compared line by line. Besides those there are {@code key} and {@code headers} of the
 * record, {@code rationaleContradicts} on items (whether to expect that warning), and {@code guidelineId} on citations.
 */
public final class Manifest {

    private final StringBuilder out = new StringBuilder(4096);
    private boolean first = true;

    private Manifest() {}

    /** One line, without its line break. */
    public static String line(GeneratedLetter letter) {
        Manifest manifest = new Manifest();
        manifest.write(letter);
        return manifest.out.toString();
    }

    private void write(GeneratedLetter letter) {
        LetterTruth truth = letter.truth();
        open('{');
        field("source", letter.fileName());
        field("key", letter.key());
        headers(letter.headers());
        field("letterId", truth.letterId());
        field("format", truth.format());
        field("caseNumber", truth.caseNumber());
        field("dateAssigned", truth.dateAssigned());
        field("dateOfInjury", truth.dateOfInjury());
        field("decisionDate", truth.decisionDate());
        field("urDenialDate", truth.urDenialDate());
        field("priority", truth.priority());
        field("applicationReceived", truth.applicationReceived());
        strings("licensureStates", truth.licensureStates());
        strings("specialties", truth.specialties());
        number("age", truth.age());
        field("sex", truth.sex());
        name("items");
        open('[');
        truth.items().forEach(this::item);
        close(']');
        close('}');
    }

    private void headers(Map<String, String> headers) {
        name("headers");
        open('{');
        headers.forEach(this::field);
        close('}');
    }

    private void item(ItemTruth item) {
        separate();
        open('{');
        number("position", item.position());
        field("treatment", item.treatment());
        field("requestInDispute", item.requestInDispute());
        field("decision", item.decision());
        field("claimsAdministratorGuideline", item.claimsAdministratorGuideline());
        field("reviewerGuideline", item.reviewerGuideline());
        field("rationale", item.rationale());
        name("rationaleContradicts");
        out.append(item.rationaleContradicts());
        citations("claimsAdministratorCitations", item.claimsAdministratorCitations());
        citations("reviewerCitations", item.reviewerCitations());
        field("treatmentName", item.treatmentName());
        field("drugClass", item.drugClass());
        field("serviceCategory", item.serviceCategory());
        close('}');
    }

    private void citations(String name, List<CitationTruth> citations) {
        name(name);
        open('[');
        for (CitationTruth citation : citations) {
            separate();
            open('{');
            field("source", citation.source());
            field("chapter", citation.chapter());
            number("edition", citation.edition());
            strings("sections", citation.sections());
            name("pages");
            open('[');
            citation.pages().forEach(this::pages);
            close(']');
            field("text", citation.text());
            field("guidelineId", citation.guidelineId());
            close('}');
        }
        close(']');
    }

    private void pages(Pages pages) {
        separate();
        open('{');
        number("first", pages.first());
        number("last", pages.last());
        close('}');
    }

    private void strings(String name, List<String> values) {
        name(name);
        open('[');
        for (String value : values) {
            separate();
            string(value);
        }
        close(']');
    }

    private void field(String name, @Nullable Object value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            string(value.toString());
        }
    }

    private void number(String name, @Nullable Integer value) {
        name(name);
        out.append(value);
    }

    private void name(String name) {
        separate();
        string(name);
        out.append(':');
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void open(char bracket) {
        out.append(bracket);
        first = true;
    }

    private void close(char bracket) {
        out.append(bracket);
        first = false;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
