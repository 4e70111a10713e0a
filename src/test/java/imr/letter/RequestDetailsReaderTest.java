package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import imr.avro.RequestDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDetailsReaderTest {

    private record Row(String label, String details) {}

    private static final List<Row> TABLE = table();

    @ParameterizedTest
    @MethodSource("rows")
    void whatARequestSays(Row row) {
        assertThat(summary(details(row.label()))).isEqualTo(row.details());
    }

    @Test
    void tableHoldsAtLeastEightyRequests() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void detailsNeverComeFromOutsideOfTheLabel() {
        Random random = new Random(20);
        for (Row row : TABLE) {
            for (int i = 0; i < 20; i++) {
                String gap = random.nextBoolean() ? " " : "";
                String before = any(random) + gap;
                String after = gap + any(random);
                FlatText flat = Flattener.flatten(before + row.label() + after);
                FoundItem.Range label = new FoundItem.Range(
                        before.length(), before.length() + row.label().length());

                RequestDetails details =
                        RequestDetailsReader.read(flat, label, label).details();

                assertThat(summary(details))
                        .as(before + "[" + row.label() + "]" + after)
                        .isEqualTo(row.details());
            }
        }
    }

    @Test
    void authorisedPartTellsNothingButTheDayAndThatTheRequestIsRetrospective() {
        String label =
                "Retrospective physical therapy 8 sessions for the left knee, DOS 5/6/15, was the original request."
                        + " 5 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original"
                        + " request, physical therapy for 3 sessions is";

        assertThat(summary(details(label)))
                .isEqualTo("retrospective=true; dateOfService=2015-05-06; quantity=3; visits=3");
    }

    @Test
    void lineBreaksDoNotMatter() {
        for (Row row : TABLE) {
            assertThat(summary(details(row.label().replace(" ", " \n ")))).isEqualTo(row.details());
        }
    }

    @Test
    void enDashIsAHyphen() {
        assertThat(summary(details("Acupuncture 4\u20136 visits"))).isEqualTo("-");
    }

    @Test
    void localeDoesNotMatter() {
        Locale former = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(summary(details("CHIROPRACTIC VISITS X 6, LEFT HIP, 12 WEEKS")))
                    .isEqualTo("quantity=6; duration=12 WEEKS; visits=6; bodyPart=hip; side=LEFT");
        } finally {
            Locale.setDefault(former);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dos ",
                "1 x ",
                "1-",
                "1/",
                "2 times a week x ",
                "#",
                "qty ",
                "low ",
                "sessions 3 a ",
                "date of service of ",
                "1/2/15 ",
                "every 3 - ",
                "9",
                "mg"
            })
    void repetitionTakesLinearTime(String repeated) {
        String label = repeated.repeat(1_000_000 / repeated.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> details(label));
    }

    private static String any(Random random) {
        return TABLE.get(random.nextInt(TABLE.size())).label();
    }

    private static RequestDetails details(String text) {
        FlatText flat = Flattener.flatten(text);
        FoundItem.Range label = new FoundItem.Range(0, flat.length);
        return RequestDetailsReader.read(flat, label, RequestInDispute.of(flat, label))
                .details();
    }

    /** What is told; a single part of the body once. */
    private static String summary(RequestDetails details) {
        List<String> told = new ArrayList<>();
        for (Schema.Field field : details.getSchema().getFields()) {
            Object value = details.get(field.pos());
            boolean list = value instanceof List<?> parts && parts.size() < 2;
            if (value != null && !value.equals(false) && !list) {
                told.add(field.name() + "=" + value);
            }
        }
        return told.isEmpty() ? "-" : String.join("; ", told);
    }

    static Stream<String> labels() {
        return TABLE.stream().map(Row::label);
    }

    static List<Row> rows() {
        return TABLE;
    }

    private static List<Row> table() {
        try (InputStream table = RequestDetailsReaderTest.class.getResourceAsStream("/requests/details.tsv")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> new Row(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
