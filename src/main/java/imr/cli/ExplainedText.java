package imr.cli;

import com.fasterxml.jackson.databind.JsonNode;
import imr.guideline.Explanation;
import imr.guideline.Explanation.Step;
import imr.serde.AvroJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** How a text was resolved, for people: what was met on the way, and what came of it. */
final class ExplainedText {

    private static final int WIDTH = 80;
    private static final int LABELS = 20;

    private final List<String> lines = new ArrayList<>();

    private ExplainedText() {}

    /** Lines of at most 80 columns, unless a word is longer. */
    static List<String> of(String text, Explanation<? extends IndexedRecord> explanation, Ink ink) {
        ExplainedText explained = new ExplainedText();
        Wrapped.at(text, WIDTH).forEach(line -> explained.lines.add(ink.heading(line)));
        for (Step step : explanation.steps()) {
            explained.add(step.what(), step.how());
        }
        IndexedRecord result = explanation.result();
        if (result == null) {
            explained.add("= result", "none");
        } else {
            for (Map.Entry<String, JsonNode> fact : AvroJson.tree(result).properties()) {
                explained.add("= " + fact.getKey(), shown(fact.getValue()));
            }
        }
        return explained.lines;
    }

    private void add(String label, String text) {
        String margin = "  " + label + " ".repeat(Math.max(1, LABELS - label.length()));
        for (String line : Wrapped.at(text, WIDTH - margin.length())) {
            lines.add(margin + line);
            margin = " ".repeat(margin.length());
        }
    }

    private static String shown(JsonNode value) {
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
            return "-";
        }
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(element.asText()));
        return String.join("; ", elements);
    }
}
