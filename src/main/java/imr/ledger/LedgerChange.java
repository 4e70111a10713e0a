package imr.ledger;

import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.LedgerEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter that changes what is on record.
 *
 * @param letter the letter that counts from now on
 * @param entry what is on record from now on
 * @param former what was on record before; null for the first letter of its id
 */
public record LedgerChange(
        Determination letter, LedgerEntry entry, @Nullable LedgerEntry former) {

    /** The letter's items by record key, and null, a tombstone, for each item of the former letter without successor. */
    Map<String, @Nullable DisputedItem> items() {
        int formerItems = former == null ? 0 : former.getDecisions().size();
        Map<String, @Nullable DisputedItem> records = new LinkedHashMap<>();
        for (DisputedItem item : letter.getItems()) {
            records.put(itemKey(item.getPosition()), item);
        }
        for (int position = letter.getItems().size() + 1; position <= formerItems; position++) {
            records.put(itemKey(position), null);
        }
        return records;
    }

    private String itemKey(int position) {
        return letter.getLetterId() + "#" + position;
    }
}
