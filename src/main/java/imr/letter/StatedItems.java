package imr.letter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The items that the sentences of a letter state. A sentence that comes again, with the same number or, without numbers,
 * with the same words, states the same item. What can't be told of an item loses it with a warning.
 */
final class StatedItems {

    private final FlatText flat;
    private final Map<String, Item> items = new LinkedHashMap<>();

    StatedItems(FlatText flat) {
        this.flat = flat;
    }

    /** An item with the last sentence that states it in full. */
    static final class Item {
        private final RequestStatement first;
        private @Nullable RequestStatement readable;
        private @Nullable RequestStatement odd;
        private boolean contradicted;
        private int times;

        private Item(RequestStatement first) {
            this.first = first;
        }

        /** Takes in that the letter speaks of the item again, without a word on the decision. */
        void spokenOfAgain() {
            times++;
        }

        /** Null where no sentence says in a known form what was decided on what, or two say the opposite. */
        @Nullable
        RequestStatement statement() {
            return contradicted ? null : readable;
        }
    }

    /** Takes a sentence in, and gives the item that it states. */
    Item add(RequestStatement statement) {
        Item item = items.computeIfAbsent(key(statement), any -> new Item(statement));
        item.times++;
        if (statement.decision() == null || !statement.label().isPresent()) {
            item.odd = item.odd == null ? statement : item.odd;
            return item;
        }
        RequestStatement former = item.readable;
        if (former != null) {
            item.contradicted |= former.decision() != statement.decision();
            boolean reworded = !letters(former).equals(letters(statement));
            item.odd = reworded ? statement : item.odd;
        }
        item.readable = statement;
        return item;
    }

    /** The item with a number. */
    @Nullable
    Item numbered(int number) {
        return number == 0 ? null : items.get(key(number));
    }

    /** What is wrong with the items. */
    void warn(Warnings warnings) {
        int highest = 0;
        int numbered = 0;
        int last = 0;
        for (Item item : items.values()) {
            warn(item, warnings);
            highest = Math.max(highest, item.first.number());
            numbered += item.first.number() > 0 ? 1 : 0;
            last = Math.max(last, item.first.start());
        }
        if (highest > numbered) {
            warnings.add(WarningCode.ITEM_NUMBER_MISSING, last);
        }
    }

    /** Warns where a letter has all items in each of its lists but some, which one of the lists lacks or words otherwise. */
    void warnOfUnevenLists(Warnings warnings) {
        int most = 0;
        for (Item item : items.values()) {
            most = Math.max(most, item.times);
        }
        for (Item item : items.values()) {
            if (item.times == 1 && most > 1) {
                warnings.add(WarningCode.ITEM_COUNTS_DIFFER, item.first.start());
                return;
            }
        }
    }

    private static void warn(Item item, Warnings warnings) {
        RequestStatement odd = item.odd;
        if (item.contradicted) {
            warnings.add(WarningCode.ITEM_DECIDED_BOTH_WAYS, item.first.start());
        } else if (item.readable == null && odd != null) {
            boolean decided = odd.decision() != null;
            warnings.add(decided ? WarningCode.ITEM_WITHOUT_LABEL : WarningCode.ITEM_WITHOUT_DECISION, odd.start());
        } else if (odd != null) {
            warnings.add(WarningCode.ITEM_REWORDED, odd.start());
        }
    }

    private String key(RequestStatement statement) {
        return statement.number() > 0 ? key(statement.number()) : letters(statement);
    }

    private static String key(int number) {
        return "#" + number;
    }

    /** The label's letters and digits, in lower case: layout leaves them alone. */
    private String letters(RequestStatement statement) {
        if (!statement.label().isPresent()) {
            return "@" + statement.start();
        }
        StringBuilder letters = new StringBuilder();
        for (int at = statement.label().start(); at < statement.label().end(); at++) {
            if (Chars.isLetterOrDigit(flat.chars[at])) {
                letters.append(Chars.lower(flat.chars[at]));
            }
        }
        return letters.toString();
    }

    /** All readable items by the sentences that they are taken from, in the letter's order. */
    Map<RequestStatement, FoundItem> readable() {
        Map<RequestStatement, FoundItem> found = new TreeMap<>(Comparator.comparingInt(RequestStatement::start));
        for (Item item : items.values()) {
            RequestStatement statement = item.statement();
            if (statement != null && statement.decision() != null) {
                found.put(
                        statement,
                        new FoundItem(
                                statement.label(), statement.decision(), statement.decisionWords(), statement.end()));
            }
        }
        return found;
    }
}
