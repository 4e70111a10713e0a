package imr.dev.letters;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.LetterFormat;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleLettersTest {

    private static final List<SampleLetter> LETTERS = SampleLetters.load();

    @Test
    void theIndexListsEveryFile() throws Exception {
        Path index = Path.of(Objects.requireNonNull(getClass().getResource("/sample-letters/index.tsv"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(index.getParent()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            LETTERS.stream().map(SampleLetter::fileName).toList());
        }
    }

    @Test
    void onlyTheDefectiveLettersAreRejected() {
        assertThat(LETTERS)
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(letter -> assertThat(read(letter))
                        .as(letter.fileName())
                        .isInstanceOf(letter.defective() ? ParseResult.Rejected.class : ParseResult.Parsed.class));
        assertThat(LETTERS.stream().filter(SampleLetter::defective)).hasSize(3);
    }

    @Test
    void theyAreVaried() {
        List<Determination> determinations = new ArrayList<>();
        for (SampleLetter letter : LETTERS) {
            if (read(letter) instanceof ParseResult.Parsed parsed) {
                determinations.add(parsed.determination());
            }
        }
        List<DisputedItem> items =
                determinations.stream().flatMap(d -> d.getItems().stream()).toList();
        Set<Object> ages = new HashSet<>();
        Set<Object> specialties = new HashSet<>();
        items.forEach(item -> {
            ages.add(item.getLetter().getAge());
            specialties.addAll(item.getLetter().getSpecialties());
        });

        assertThat(determinations).allMatch(d -> d.getWarnings().isEmpty());
        assertThat(items).hasSizeBetween(60, 90);
        assertThat(items.stream()
                        .filter(item -> item.getDecision() == Decision.OVERTURNED)
                        .count())
                .isBetween(items.size() * 15L / 100, items.size() * 25L / 100);
        assertThat(items)
                .extracting(item -> item.getLetter().getFormat())
                .containsOnly(LetterFormat.V3A, LetterFormat.V3B)
                .contains(LetterFormat.V3A, LetterFormat.V3B);
        assertThat(ages).hasSizeGreaterThan(25);
        assertThat(specialties).hasSizeGreaterThan(12);
        assertThat(items).extracting(DisputedItem::getRationale).doesNotHaveDuplicates();
    }

    @Test
    void keysAreTheCaseNumbersOrTheirOwn() {
        assertThat(LETTERS).extracting(SampleLetter::key).doesNotHaveDuplicates();
        assertThat(LETTERS).allMatch(letter -> letter.fileName().equals(letter.key() + ".txt"));
    }

    private static ParseResult read(SampleLetter letter) {
        return LetterParser.parse(
                LetterText.decode(letter.text()), new LetterOrigin(letter.key(), letter.claimsAdministrator()));
    }
}
