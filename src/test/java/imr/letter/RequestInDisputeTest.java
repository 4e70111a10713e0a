package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestInDisputeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cane, wood | Cane, wood",
                "Six canes was the original request. Two canes was authorized by the Claims Administrator. The remaining IMR"
                        + " eligible portion of the original request, four canes is | four canes",
                "Six canes, with tips, were the original request. The Claims Administrator authorized two, leaving the original"
                        + " request IMR eligible. The original request, six canes, with tips are | six canes, with tips",
                "Six canes was the original request. Two was authorized. The remaining IMR eligible portion of the original"
                        + " request, four (4), is | four (4)",
                "Cane not authorized in May | Cane not authorized in May",
            })
    void partOfTheLabelThatIsInDispute(String label, String expected) {
        FlatText flat = Flattener.flatten(label);

        FoundItem.Range range = RequestInDispute.of(flat, new FoundItem.Range(0, flat.length));

        assertThat(flat.text(range.start(), range.end())).isEqualTo(expected);
    }
}
