package imr.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTableTest {

    @Test
    void readsCellsByColumnAndSkipsComments() throws IOException {
        ReferenceTable table = table("# colours\nname\tshade\taliases\n\nred\t\tscarlet | crimson\n");

        ReferenceTable.Row row = table.rows().get(0);

        assertThat(row.get("name")).isEqualTo("red");
        assertThat(row.optional("shade")).isNull();
        assertThat(row.list("aliases")).isEqualTo(List.of("scarlet", "crimson"));
        assertThat(row.line()).isEqualTo(4);
    }

    @Test
    void aMissingFactIsReportedWithTableAndLine() throws IOException {
        ReferenceTable.Row row = table("name\tyear\nred\t\n").rows().get(0);

        assertThatThrownBy(() -> row.get("year")).hasMessage("colours.tsv line 2: no year");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsReported() throws IOException {
        ReferenceTable.Row row = table("name\nred\n").rows().get(0);

        assertThatThrownBy(() -> row.optional("hue")).hasMessage("colours.tsv line 2: the table has no column hue");
    }

    @Test
    void aRowWithTheWrongNumberOfCellsIsReported() {
        assertThatThrownBy(() -> table("name\tyear\nred\t1999\tx\n"))
                .hasMessage("colours.tsv line 2: 3 cells, expected 2");
    }

    @Test
    void aValueThatIsNoNumberIsReported() throws IOException {
        ReferenceTable.Row row = table("year\nold\n").rows().get(0);

        assertThatThrownBy(() -> row.number("year")).hasMessage("colours.tsv line 2: year is not a number");
    }

    @Test
    void anEmptyOrMissingTableIsReported() {
        assertThatThrownBy(() -> table("# nothing\n")).hasMessage("colours.tsv: no line with column names");
        assertThatThrownBy(() -> ReferenceTable.load("none.tsv")).hasMessage("no reference table none.tsv");
    }

    private static ReferenceTable table(String text) throws IOException {
        return ReferenceTable.read("colours.tsv", new StringReader(text));
    }
}
