package imr.letter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterWarning;
import imr.avro.PageRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What expected files hold: a determination in the shape of the command line's output, as far as this stage fills it. */
final class DeterminationJson {

    private DeterminationJson() {}

    static ObjectNode of(ParseResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (result instanceof ParseResult.Rejected rejected) {
            json.putObject("rejected")
                    .put("code", rejected.code().name())
                    .put("line", rejected.line())
                    .put("column", rejected.column());
            return json;
        }
        Determination determination = ((ParseResult.Parsed) result).determination();
        Letter letter = determination.getItems().get(0).getLetter();
        json.put("letterId", determination.getLetterId());
        json.put("format", letter.getFormat().name());
        json.put("caseNumber", letter.getCaseNumber());
        json.put("dateAssigned", text(letter.getDateAssigned()));
        json.put("dateOfInjury", text(letter.getDateOfInjury()));
        json.put("decisionDate", text(letter.getDecisionDate()));
        json.put("urDenialDate", text(letter.getUrDenialDate()));
        json.put("priority", letter.getPriority());
        json.put("applicationReceived", text(letter.getApplicationReceived()));
        strings(json.putArray("licensureStates"), letter.getLicensureStates());
        strings(json.putArray("specialties"), letter.getSpecialties());
        json.put("age", letter.getAge());
        json.put("sex", text(letter.getSex()));
        ArrayNode items = json.putArray("items");
        for (DisputedItem item : determination.getItems()) {
            item(items.addObject(), item);
        }
        ArrayNode warnings = json.putArray("warnings");
        for (LetterWarning warning : determination.getWarnings()) {
            warnings.addObject()
                    .put("code", warning.getCode())
                    .put("line", warning.getLine())
                    .put("column", warning.getColumn());
        }
        return json;
    }

    private static void item(ObjectNode json, DisputedItem item) {
        json.put("position", item.getPosition());
        json.put("treatment", item.getTreatment());
        json.put("requestInDispute", item.getRequestInDispute());
        json.put("decision", item.getDecision().name());
        json.put("claimsAdministratorGuideline", item.getClaimsAdministratorGuideline());
        json.put("reviewerGuideline", item.getReviewerGuideline());
        json.put("rationale", item.getRationale());
        citations(json.putArray("claimsAdministratorCitations"), item.getClaimsAdministratorCitations());
        citations(json.putArray("reviewerCitations"), item.getReviewerCitations());
    }

    private static void citations(ArrayNode json, List<Citation> citations) {
        for (Citation citation : citations) {
            ObjectNode node = json.addObject();
            node.put("source", citation.getSource().name());
            node.put("chapter", citation.getChapter());
            node.put("edition", citation.getEdition());
            strings(node.putArray("sections"), citation.getSections());
            ArrayNode pages = node.putArray("pages");
            for (PageRange page : citation.getPages()) {
                pages.addObject().put("first", page.getFirst()).put("last", page.getLast());
            }
            node.put("text", citation.getText());
        }
    }

    private static void strings(ArrayNode json, List<String> values) {
        values.forEach(json::add);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
