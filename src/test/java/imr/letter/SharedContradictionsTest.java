package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.DisputedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often rationales of real letters are held to contradict the printed decision, and how many would be if each
 * decision were the other one: every hit of the first kind has to be read by a person, and the second is the recall.
 */
@Tag("shared")
class SharedContradictionsTest {

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");

    /** Hits among the real letters that a person read and found to say the opposite of the decision indeed. */
    private static final List<String> READ_BY_A_PERSON = List.of();

    @Test
    void hitsAreThoseThatAPersonConfirmed() throws IOException {
        for (String folder : List.of("seeds", "real/paragraphs", "real/layout")) {
            int items = 0;
            int hits = 0;
            int flipped = 0;
            for (Path file : letters(folder)) {
                for (DisputedItem item : items(file)) {
                    String name = file.getFileName() + " " + item.getPosition();
                    items++;
                    if (contradicts(item, item.getDecision())) {
                        hits++;
                        assertThat(READ_BY_A_PERSON).contains(name);
                    }
                    if (contradicts(item, other(item.getDecision()))) {
                        flipped++;
                    } else {
                        System.out.printf("%s %s: no plain verdict%n", name, item.getDecision());
                    }
                }
            }
            System.out.printf(
                    "%s: %d items, %d hits; with the other decision %d, so recall %.3f%n",
                    folder, items, hits, flipped, (double) flipped / items);
            assertThat(flipped).isGreaterThan(items * 8 / 10);
        }
    }

    private static boolean contradicts(DisputedItem item, Decision decision) {
        FlatText flat = Flattener.flatten(item.getRationale());
        return ClosingVerdict.contradiction(flat, new FoundItem.Range(0, flat.length), decision) >= 0;
    }

    private static Decision other(Decision decision) {
        return decision == Decision.UPHELD ? Decision.OVERTURNED : Decision.UPHELD;
    }

    private static List<DisputedItem> items(Path file) throws IOException {
        return Fixtures.read(LetterText.decode(Files.readAllBytes(file))).getItems();
    }

    private static List<Path> letters(String folder) throws IOException {
        try (Stream<Path> files = Files.list(LETTERS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
