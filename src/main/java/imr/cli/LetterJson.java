package imr.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import imr.avro.Citation;
import imr.avro.Classification;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterWarning;
import imr.avro.PageRange;
import imr.avro.RequestDetails;
import imr.avro.Sex;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed letter as one JSON object on one line. Keys are always there and in the same order; what a letter doesn't
 * say is null. Dates are ISO. Spans are offsets into the decoded text, the end one behind the last character.
 */
public final class LetterJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LetterJson() {}

    /**
     * A letter that could be read.
     *
     * @param source where it came from, as the user named it
     */
    public static String parsed(String source, Determination determination) {
        return line(json -> {
            json.writeStringField("source", source);
            json.writeStringField("letterId", determination.getLetterId());
            header(json, determination.getItems().get(0).getLetter());
            json.writeArrayFieldStart("items");
            for (DisputedItem item : determination.getItems()) {
                item(json, item);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (LetterWarning warning : determination.getWarnings()) {
                place(json, warning.getCode(), warning.getLine(), warning.getColumn());
            }
            json.writeEndArray();
            json.writeFieldName("spans");
            SpanJson.letter(json, determination.getItems().get(0).getLetter().getSpans());
        });
    }

    /**
     * A letter that could not be read.
     *
     * @param code what was wrong
     * @param line where, from 1
     * @param column where in that line, from 1
     */
    public static String rejected(String source, String code, int line, int column) {
        return line(json -> {
            json.writeStringField("source", source);
            json.writeFieldName("rejected");
            place(json, code, line, column);
        });
    }

    private static void header(JsonGenerator json, Letter letter) throws IOException {
        json.writeStringField("format", letter.getFormat().name());
        text(json, "caseNumber", letter.getCaseNumber());
        date(json, "dateAssigned", letter.getDateAssigned());
        date(json, "dateOfInjury", letter.getDateOfInjury());
        date(json, "decisionDate", letter.getDecisionDate());
        date(json, "urDenialDate", letter.getUrDenialDate());
        text(json, "priority", letter.getPriority());
        date(json, "applicationReceived", letter.getApplicationReceived());
        texts(json, "licensureStates", letter.getLicensureStates());
        texts(json, "specialties", letter.getSpecialties());
        number(json, "age", letter.getAge());
        Sex sex = letter.getSex();
        symbol(json, "sex", sex == Sex.UNKNOWN ? null : sex);
    }

    private static void item(JsonGenerator json, DisputedItem item) throws IOException {
        json.writeStartObject();
        json.writeNumberField("position", item.getPosition());
        json.writeStringField("treatment", item.getTreatment());
        json.writeStringField("requestInDispute", item.getRequestInDispute());
        json.writeStringField("decision", item.getDecision().name());
        text(json, "claimsAdministratorGuideline", item.getClaimsAdministratorGuideline());
        text(json, "reviewerGuideline", item.getReviewerGuideline());
        text(json, "rationale", item.getRationale());
        citations(json, "claimsAdministratorCitations", item.getClaimsAdministratorCitations());
        citations(json, "reviewerCitations", item.getReviewerCitations());
        Classification classification = item.getClassification();
        text(json, "treatmentName", classification == null ? null : classification.getTreatmentName());
        symbol(json, "drugClass", classification == null ? null : classification.getDrugClass());
        symbol(json, "serviceCategory", classification == null ? null : classification.getServiceCategory());
        text(json, "subcategory", classification == null ? null : classification.getSubcategory());
        text(json, "variant", classification == null ? null : classification.getVariant());
        text(json, "generic", classification == null ? null : classification.getGeneric());
        texts(json, "treatmentWarnings", classification == null ? List.of() : classification.getWarnings());
        text(json, "referenceVersion", item.getReferenceVersion());
        details(json, item.getDetails());
        SpanJson.span(json, "span", item.getSpan());
        json.writeFieldName("spans");
        SpanJson.item(json, item.getSpans());
        json.writeEndObject();
    }

    private static void details(JsonGenerator json, @Nullable RequestDetails details) throws IOException {
        json.writeFieldName("details");
        if (details == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeBooleanField("retrospective", details.getRetrospective());
        date(json, "dateOfService", details.getDateOfService());
        date(json, "lastDateOfService", details.getLastDateOfService());
        text(json, "strength", details.getStrength());
        text(json, "strengthUnit", details.getStrengthUnit());
        number(json, "quantity", details.getQuantity());
        text(json, "frequency", details.getFrequency());
        number(json, "visitsPerWeek", details.getVisitsPerWeek());
        number(json, "weeks", details.getWeeks());
        text(json, "duration", details.getDuration());
        number(json, "daysSupply", details.getDaysSupply());
        number(json, "visits", details.getVisits());
        text(json, "bodyPart", details.getBodyPart());
        texts(json, "bodyParts", details.getBodyParts());
        symbol(json, "side", details.getSide());
        json.writeEndObject();
    }

    private static void citations(JsonGenerator json, String name, List<Citation> citations) throws IOException {
        json.writeArrayFieldStart(name);
        for (Citation citation : citations) {
            json.writeStartObject();
            json.writeStringField("source", citation.getSource().name());
            text(json, "chapter", citation.getChapter());
            number(json, "edition", citation.getEdition());
            texts(json, "sections", citation.getSections());
            json.writeArrayFieldStart("pages");
            for (PageRange pages : citation.getPages()) {
                json.writeStartObject();
                json.writeNumberField("first", pages.getFirst());
                json.writeNumberField("last", pages.getLast());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("text", citation.getText());
            symbol(json, "body", citation.getBody());
            SpanJson.span(json, "span", citation.getSpan());
            SpanJson.citation(json, citation.getSpans());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, String code, int line, int column) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code);
        json.writeNumberField("line", line);
        json.writeNumberField("column", column);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void date(JsonGenerator json, String name, @Nullable LocalDate value) throws IOException {
        text(json, name, value == null ? null : value.toString());
    }

    private static void symbol(JsonGenerator json, String name, @Nullable Enum<?> value) throws IOException {
        text(json, name, value == null ? null : value.name());
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(Fields fields) {
        var line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new AssertionError("Writing to memory failed", impossible);
        }
        return line.toString();
    }
}
