package imr.cli;

import com.fasterxml.jackson.databind.JsonNode;
import imr.serde.AvroJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What differs between two records, for people: field by field, and of lists only what came and what went. */
final class RecordChange {

    /** Longer values are cut, and of longer lists only the number is given. */
    private static final int LONGEST = 60;

    private static final int MOST = 8;

    private final List<String> lines = new ArrayList<>();

    private RecordChange() {}

    /** A line for each field that differs, in the schema's order. */
    static List<String> lines(SpecificRecord from, SpecificRecord to) {
        RecordChange change = new RecordChange();
        change.compare("", AvroJson.tree(from), AvroJson.tree(to));
        return change.lines;
    }

    private void compare(String within, JsonNode from, JsonNode to) {
        for (Map.Entry<String, JsonNode> field : to.properties()) {
            JsonNode before = from.get(field.getKey());
            JsonNode now = field.getValue();
            if (now.isArray() && before.isArray()) {
                list(within + field.getKey(), before, now);
            } else if (!now.equals(before)) {
                lines.add(within + field.getKey() + ": " + shown(before) + " -> " + shown(now));
            }
        }
    }

    private void list(String field, JsonNode from, JsonNode to) {
        Map<String, JsonNode> before = byName(from);
        Map<String, JsonNode> now = byName(to);
        List<String> came = new ArrayList<>();
        List<String> went = new ArrayList<>();
        now.forEach((name, element) -> {
            JsonNode former = before.get(name);
            if (former == null) {
                came.add(name);
            } else if (!former.equals(element)) {
                compare(field + " \"" + cut(name) + "\" ", former, element);
            }
        });
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(went::add);
        if (!came.isEmpty()) {
            lines.add(field + ": + " + listed(came));
        }
        if (!went.isEmpty()) {
            lines.add(field + ": - " + listed(went));
        }
        if (came.isEmpty() && went.isEmpty() && !List.copyOf(before.keySet()).equals(List.copyOf(now.keySet()))) {
            lines.add(field + ": in another order");
        }
    }

    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode element : list) {
            byName.put(element.isObject() ? element.path("name").asText() : element.asText(), element);
        }
        return byName;
    }

    private static String listed(List<String> names) {
        List<String> shown = new ArrayList<>();
        names.stream().limit(MOST).forEach(name -> shown.add("\"" + cut(name) + "\""));
        String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return String.join(", ", shown) + more;
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "nothing" : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
