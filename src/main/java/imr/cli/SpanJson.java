package imr.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import imr.avro.CitationSpans;
import imr.avro.DetailSpans;
import imr.avro.ItemSpans;
import imr.avro.LetterSpans;
import imr.avro.Span;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the letter the facts of {@link LetterJson} stand, under the same keys. */
final class SpanJson {

    private SpanJson() {}

    static void letter(JsonGenerator json, @Nullable LetterSpans spans) throws IOException {
        if (spans == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        span(json, "caseNumber", spans.getCaseNumber());
        span(json, "dateAssigned", spans.getDateAssigned());
        span(json, "dateOfInjury", spans.getDateOfInjury());
        span(json, "decisionDate", spans.getDecisionDate());
        span(json, "urDenialDate", spans.getUrDenialDate());
        span(json, "priority", spans.getPriority());
        span(json, "applicationReceived", spans.getApplicationReceived());
        spans(json, "licensureStates", spans.getLicensureStates());
        spans(json, "specialties", spans.getSpecialties());
        span(json, "age", spans.getAge());
        span(json, "sex", spans.getSex());
        json.writeEndObject();
    }

    static void item(JsonGenerator json, @Nullable ItemSpans spans) throws IOException {
        if (spans == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        span(json, "treatment", spans.getTreatment());
        span(json, "requestInDispute", spans.getRequestInDispute());
        span(json, "decision", spans.getDecision());
        span(json, "claimsAdministratorGuideline", spans.getClaimsAdministratorGuideline());
        span(json, "reviewerGuideline", spans.getReviewerGuideline());
        span(json, "rationale", spans.getRationale());
        json.writeFieldName("details");
        details(json, spans.getDetails());
        json.writeEndObject();
    }

    private static void details(JsonGenerator json, DetailSpans spans) throws IOException {
        json.writeStartObject();
        span(json, "retrospective", spans.getRetrospective());
        span(json, "dateOfService", spans.getDateOfService());
        span(json, "lastDateOfService", spans.getLastDateOfService());
        span(json, "strength", spans.getStrength());
        span(json, "strengthUnit", spans.getStrengthUnit());
        span(json, "quantity", spans.getQuantity());
        span(json, "frequency", spans.getFrequency());
        span(json, "visitsPerWeek", spans.getVisitsPerWeek());
        span(json, "weeks", spans.getWeeks());
        span(json, "duration", spans.getDuration());
        span(json, "daysSupply", spans.getDaysSupply());
        span(json, "visits", spans.getVisits());
        spans(json, "bodyParts", spans.getBodyParts());
        span(json, "side", spans.getSide());
        json.writeEndObject();
    }

    static void citation(JsonGenerator json, @Nullable CitationSpans spans) throws IOException {
        json.writeFieldName("spans");
        if (spans == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        span(json, "chapter", spans.getChapter());
        span(json, "edition", spans.getEdition());
        spans(json, "sections", spans.getSections());
        spans(json, "pages", spans.getPages());
        json.writeEndObject();
    }

    static void span(JsonGenerator json, String name, @Nullable Span span) throws IOException {
        json.writeFieldName(name);
        if (span == null) {
            json.writeNull();
        } else {
            span(json, span);
        }
    }

    private static void spans(JsonGenerator json, String name, List<Span> spans) throws IOException {
        json.writeArrayFieldStart(name);
        for (Span span : spans) {
            span(json, span);
        }
        json.writeEndArray();
    }

    private static void span(JsonGenerator json, Span span) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", span.getStart());
        json.writeNumberField("end", span.getEnd());
        json.writeEndObject();
    }
}
