package imr.truth;

import imr.dev.letters.LetterRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Letters of many cases in random order, those of one case in the order given, as Kafka keeps it for one key. */
public final class Shuffled {

    private Shuffled() {}

    public static List<LetterRecord> keepingCasesInOrder(List<List<LetterRecord>> cases, Random random) {
        List<Iterator<LetterRecord>> turns = new ArrayList<>();
        for (List<LetterRecord> letters : cases) {
            turns.addAll(Collections.nCopies(letters.size(), letters.iterator()));
        }
        Collections.shuffle(turns, random);
        return turns.stream().map(Iterator::next).toList();
    }
}
