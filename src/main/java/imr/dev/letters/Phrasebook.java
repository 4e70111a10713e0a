package imr.dev.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The generator's sentences, by use and topic. */
final class Phrasebook {

    private static final String ANY_TOPIC = "*";

    private final Map<String, Map<String, List<Phrase>>> byUse = new HashMap<>();

    private Phrasebook() {}

    static Phrasebook load() {
        Phrasebook book = new Phrasebook();
        for (Table.Row row : Table.rows("/generator/phrases.tsv")) {
            book.byUse
                    .computeIfAbsent(row.text("use"), use -> new HashMap<>())
                    .computeIfAbsent(row.text("topic"), topic -> new ArrayList<>())
                    .add(Phrase.of(row.text("text")));
        }
        return book;
    }

    List<Phrase> any(String use) {
        return about(use, ANY_TOPIC);
    }

    List<Phrase> about(String use, String topic) {
        Map<String, List<Phrase>> byTopic = byUse.get(use);
        List<Phrase> phrases = byTopic == null ? null : byTopic.get(topic);
        if (phrases == null) {
            throw new IllegalArgumentException("no phrases for " + use + " on " + topic);
        }
        return phrases;
    }
}
