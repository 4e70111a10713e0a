package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "one | two; one; two",
                "one|two; one; two",
                "one\\|more | two; one|more; two",
                "one\\\\| two; one\\; two",
                "c:\\one | two; c:\\one; two"
            })
    void aBarSeparatesValuesUnlessABackslashIsBeforeIt(String cell, String first, String second) {
        assertThat(CellList.split(cell)).containsExactly(first, second);
    }

    @Test
    void whateverValuesAreWrittenAreReadAgain() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            List<String> values = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                values.add(value(random));
            }

            assertThat(CellList.split(CellList.join(values))).isEqualTo(values);
        }
    }

    /** A value of characters that matter, without white space around it. */
    private static String value(Random random) {
        StringBuilder value = new StringBuilder("a");
        for (int i = random.nextInt(6); i > 0; i--) {
            value.append("\\| b".charAt(random.nextInt(4)));
        }
        return value.reverse().toString().strip();
    }
}
