package imr.truth;

import imr.avro.DisputedItem;
import imr.dev.letters.ItemTruth;
import imr.dev.letters.LetterTruth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every record that was ever published of each item, held against those that the letters make: each letter that counts
 * publishes its items, and a tombstone for each further one of the letter that it supersedes.
 */
public final class ItemCheck {

    /** By the key of the records, in their order; null for a tombstone. */
    private final Map<String, List<ItemTruth>> expected = new TreeMap<>();

    private final Map<String, Integer> itemsOfLetters = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int tombstones;

    /** A letter that is the first of its id or supersedes the one before. */
    public void expect(LetterTruth letter) {
        int items = letter.items().size();
        Integer former = itemsOfLetters.put(letter.letterId(), items);
        for (ItemTruth item : letter.items()) {
            recordsOf(letter, item.position()).add(item);
        }
        for (int position = items + 1; former != null && position <= former; position++) {
            recordsOf(letter, position).add(null);
        }
    }

    private List<ItemTruth> recordsOf(LetterTruth letter, int position) {
        return expected.computeIfAbsent(letter.letterId() + "#" + position, key -> new ArrayList<>(1));
    }

    /** The next record with that key; null for a tombstone. */
    public void saw(String key, DisputedItem item) {
        List<ItemTruth> records = expected.getOrDefault(key, List.of());
        int number = seen.merge(key, 1, Integer::sum);
        tombstones += item == null ? 1 : 0;
        if (number > records.size()) {
            differences.add(key + " has record " + number + " where " + records.size() + " were expected");
        } else if (!matches(records.get(number - 1), item)) {
            differences.add(key + " has another record " + number + " than expected");
        }
    }

    private static boolean matches(ItemTruth expected, DisputedItem item) {
        if (expected == null || item == null) {
            return expected == null && item == null;
        }
        return item.getPosition() == expected.position()
                && item.getTreatment().equals(expected.treatment())
                && item.getRequestInDispute().equals(expected.requestInDispute())
                && item.getDecision() == expected.decision()
                && item.getRationale().equals(expected.rationale());
    }

    /** What isn't as expected, without text of a letter; to be asked when all records have been seen. */
    public List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        expected.forEach((key, records) -> {
            int number = seen.getOrDefault(key, 0);
            if (number < records.size()) {
                all.add(key + " has " + number + " records where " + records.size() + " were expected");
            }
        });
        return all;
    }

    /** How many records there were. */
    public int records() {
        return seen.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them were tombstones. */
    public int tombstones() {
        return tombstones;
    }
}
