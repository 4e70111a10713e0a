package imr.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyPartsTest {

    static List<ReferenceTable.Row> rows() {
        return ReferenceTable.load("body-parts.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExampleHasItsPart(ReferenceTable.Row row) {
        BodyParts.Found found = first(row.get("example"));

        assertThat(row.get("provenance")).isNotBlank();
        assertThat(found).isNotNull();
        assertThat(found.part()).isEqualTo(row.cells().get("part"));
        assertThat(found.side() == null ? "" : found.side().name())
                .isEqualTo(row.cells().get("side"));
        assertThat(row.get("example").substring(0, found.end()).replace('-', ' '))
                .endsWithIgnoringCase(row.get("spelling").replace('-', ' '));
    }

    @Test
    void longestNameCounts() {
        assertThat(first("low back")).isEqualTo(new BodyParts.Found("low back", null, 8));
        assertThat(first("lower leg")).isEqualTo(new BodyParts.Found("lower leg", null, 9));
    }

    @Test
    void partOfAWordIsNone() {
        assertThat(first("headache")).isNull();
        assertThat(first("forehead")).isNull();
        assertThat(first("shipment")).isNull();
    }

    /** The first part that starts with a word. */
    private static BodyParts.@Nullable Found first(String text) {
        byte[] chars = text.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < chars.length; at++) {
            boolean wordStart = at == 0 || !Character.isLetterOrDigit(chars[at - 1]);
            BodyParts.Found found = wordStart ? BodyParts.bundled().find(chars, at, chars.length) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
